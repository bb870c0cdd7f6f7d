package eu.sotto.register;

/**
 * What makes a transfer to a third country lawful. Immutable and thread-safe. Source: GDPR Art. 45
 * to 47.
 */
public enum TransferMechanism {
  /** An adequacy decision; for the United States the recipient's own certification. */
  ADEQUACY("GDPR Art. 45"),
  /** Standard contractual clauses with an assessment of the transfer. */
  SCC("GDPR Art. 46(2)(c)"),
  /** Binding corporate rules. */
  BCR("GDPR Art. 47");

  private final String article;

  TransferMechanism(String article) {
    this.article = article;
  }

  /**
   * The rule of law.
   *
   * @return the citation
   */
  public String article() {
    return article;
  }
}
