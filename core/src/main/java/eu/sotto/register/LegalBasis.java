package eu.sotto.register;

/**
 * Why processing is lawful. Processing in the public interest, Art. 6(1)(e), is left to public
 * bodies and not offered. Immutable and thread-safe. Source: GDPR Art. 6(1).
 */
public enum LegalBasis {
  /** The person consented. */
  CONSENT("GDPR Art. 6(1)(a)"),
  /** A contract with the person, or steps towards one at their request. */
  CONTRACT("GDPR Art. 6(1)(b)"),
  /** A duty under the law. */
  LEGAL_DUTY("GDPR Art. 6(1)(c)"),
  /** Somebody's life is in danger. */
  VITAL_INTERESTS("GDPR Art. 6(1)(d)"),
  /** Interests that weigh more than those of the person. */
  LEGITIMATE_INTERESTS("GDPR Art. 6(1)(f)");

  private final String article;

  LegalBasis(String article) {
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
