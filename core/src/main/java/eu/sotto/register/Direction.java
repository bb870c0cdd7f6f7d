package eu.sotto.register;

/** Which way a call comes about. Immutable and thread-safe. */
public enum Direction {
  /** Somebody calls the host. */
  INBOUND,
  /** The host calls somebody. */
  OUTBOUND,
  /** The host calls back somebody who asked for it. */
  CALL_BACK,
  /** A running call is handed over. */
  TRANSFER
}
