package eu.sotto.purpose;

/** How a decision ends. Immutable and thread-safe. */
public enum Outcome {
  /** It may be done, with the obligations. */
  PERMITTED,
  /** It may not be done. */
  DENIED,
  /** It may not be done until a person has decided. */
  NEEDS_REVIEW
}
