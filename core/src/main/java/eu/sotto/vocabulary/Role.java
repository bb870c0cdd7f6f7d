package eu.sotto.vocabulary;

/** The part that somebody plays in a call. Immutable and thread-safe. */
public enum Role {
  /** The person at the other end of the host's line, whichever side dialled. */
  CALLER,
  /** The host's side: an AI assistant or a member of staff. */
  AGENT,
  /** Somebody who interprets between the parties. */
  INTERPRETER,
  /** Anybody else who takes part, for example in a conference. */
  PARTICIPANT
}
