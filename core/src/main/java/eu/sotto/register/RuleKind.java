package eu.sotto.register;

/** What a retention rule demands. Immutable and thread-safe. */
public enum RuleKind {
  /** An upper bound: nothing is kept longer. */
  MUST_DELETE_BY,
  /** A statutory duty to keep. */
  MUST_KEEP_UNTIL,
  /** A justified wish to keep. */
  MAY_KEEP
}
