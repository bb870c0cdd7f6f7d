package eu.sotto.notice;

/** What an answer to a consent question says. Immutable and thread-safe. */
public enum Reply {
  /** Yes: consent is given. */
  GIVEN,
  /** No: consent is refused. */
  REFUSED
}
