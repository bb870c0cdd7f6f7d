package eu.sotto.retention;

/** How a record ends. */
public enum DisposalMethod {
  /** Its content can no longer be read by anybody. */
  DESTROY,
  /** What remains can no longer be related to a person. */
  ANONYMISE
}
