package eu.sotto.vocabulary;

/** The part that somebody plays in a call. Immutable and thread-safe. */
public enum Role {
  /** The person at the other end of the host's line, whichever side dialled. */
  CALLER,
  /** The host's side: an AI assistant or a member of staff. */
  AGENT,
  /** An AI system of the host's that speaks or listens; it needs no leave, and it is announced. */
  ASSISTANT,
  /** Somebody who interprets between the parties. */
  INTERPRETER,
  /** Anybody else who takes part, for example in a conference. */
  PARTICIPANT
}
