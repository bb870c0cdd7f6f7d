package eu.sotto.retention;

/** What the records of a class are made of; some duties hold for documents only. */
public enum Material {
  /** A call's recording, transcript or summary; never a business letter. */
  CALL,
  /** A document sent, received or drawn up: letter, voucher, invoice, book. */
  DOCUMENT,
  /** Proof of a consent, of a notice or of a right that was handled. */
  EVIDENCE,
  /** Any other data, such as registration or connection data. */
  DATA
}
