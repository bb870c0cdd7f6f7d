package eu.sotto.register;

/**
 * Why what a consent carried may stay although the consent is withdrawn. Immutable and thread-safe.
 * Source: GDPR Art. 17(1)(b), 17(3).
 */
public enum KeepGround {
  /** Another legal basis, which the notice named before the consent was given. */
  SECOND_BASIS("GDPR Art. 17(1)(b)"),
  /** Freedom of expression and information. */
  EXPRESSION("GDPR Art. 17(3)(a)"),
  /** A duty to keep under the law. */
  LEGAL_DUTY("GDPR Art. 17(3)(b)"),
  /** Public health. */
  PUBLIC_HEALTH("GDPR Art. 17(3)(c)"),
  /** Archives, research and statistics. */
  ARCHIVES("GDPR Art. 17(3)(d)"),
  /** Legal claims. */
  CLAIMS("GDPR Art. 17(3)(e)");

  private final String article;

  KeepGround(String article) {
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
