package eu.sotto.consent;

/** How it stands with a consent; only {@link #GIVEN} allows anything. Immutable and thread-safe. */
public enum ConsentState {
  /** Nobody has asked. */
  UNKNOWN,
  /** The question has been put and not answered. */
  REQUESTED,
  /** Given by an affirmative act, and it still carries. */
  GIVEN,
  /** Refused. */
  REFUSED,
  /** The last answer was neither a plain yes nor a plain no. */
  UNCLEAR,
  /** An answer that does not count, or a consent that was found invalid later. */
  NOT_VALID,
  /** Withdrawn; what was done before it stays lawful. */
  WITHDRAWN,
  /** Given once, for a time that is over. */
  EXPIRED,
  /** Given for less than what it is needed for now: it has to be asked for again. */
  SUPERSEDED
}
