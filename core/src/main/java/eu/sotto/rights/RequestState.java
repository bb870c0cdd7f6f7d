package eu.sotto.rights;

/** How far a request has come; it never goes back. */
public enum RequestState {
  /** It came in. */
  RECEIVED,
  /** It is sure enough who asks. */
  IDENTIFIED,
  /** What it is about was found. */
  LOCATED,
  /** It is laid down what becomes of each record, and why. */
  ASSESSED,
  /** It was carried out. */
  EXECUTED,
  /** The recipients are being told (GDPR Art. 19). */
  RECIPIENTS_TOLD,
  /** The person has the answer. */
  ANSWERED
}
