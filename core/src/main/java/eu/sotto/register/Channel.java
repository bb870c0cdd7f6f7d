package eu.sotto.register;

/** By what means a line reaches people. Immutable and thread-safe. */
public enum Channel {
  /** Telephone. */
  VOICE,
  /** Terms of service. */
  TERMS,
  /** The automatic reply to a ticket. */
  TICKET_REPLY,
  /** E-mail, by its signature. */
  EMAIL_SIGNATURE,
  /** Web pages and chats. */
  WEB
}
