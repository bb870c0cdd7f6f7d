package eu.sotto.retention;

/** What a rule demands or allows. */
public enum RuleKind {
  /** An upper bound: the record is gone when the period has ended; earlier is lawful. */
  MUST_DELETE_BY,
  /** A duty to keep, by a statute, until the period has ended. */
  MUST_KEEP_UNTIL,
  /** A justified reason to keep, for a purpose or a named claim. */
  MAY_KEEP,
  /** Nothing is disposed of until an event has ended the hold. */
  HOLD,
  /** GDPR Article 18: stored only, until an event has ended the restriction. */
  RESTRICTION,
  /** What we owe somebody by a date; it neither keeps nor deletes. */
  DEADLINE
}
