package eu.sotto.purpose;

/**
 * Whether a person found that a company may be presumed to agree to being called. Immutable and
 * thread-safe. Source: UWG § 7(2) no. 1.
 */
public enum Presumption {
  /** Nobody has looked at it, or what was found is out of date. */
  UNDECIDED,
  /** It may be presumed. */
  PRESUMED,
  /** It may not: only an express consent carries. */
  NOT_PRESUMED
}
