package eu.sotto.incident;

/** In which form others had the data, as the host found out. */
public enum Exposure {
  /** Readable: in a process, at a recipient, on a screen. The one to choose when in doubt. */
  IN_CLEAR,
  /** Sealed, but the root key or the key folder may be in the same hands. */
  SEALED_WITH_KEYS,
  /** Sealed, and the root key is known to be safe. */
  SEALED_ONLY
}
