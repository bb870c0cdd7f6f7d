package eu.sotto.ledger;

/** Which of the keys seals an event, and so with what it ends. */
public enum KeyClass {
  /** The subject's content key: what a call was about. */
  CONTENT,
  /** The subject's evidence key: consent and rights. */
  EVIDENCE,
  /** The tenant's proof key, held by the log: what the controller did; nothing about a subject. */
  PROOF
}
