package eu.sotto.vocabulary;

/** Why data may only be stored, each with its letter of the law. Immutable. */
public enum RestrictionGround {
  /** The person contests that the data is right, until that was looked into. */
  ACCURACY_CONTESTED("GDPR Art. 18(1)(a)", false),
  /** The processing was unlawful and the person does not want erasure. */
  UNLAWFUL("GDPR Art. 18(1)(b)", true),
  /** The controller needs the data no longer, the person needs it for legal claims. */
  NEEDED_FOR_CLAIMS("GDPR Art. 18(1)(c)", true),
  /** The person objected and it is not decided whose interests weigh more. */
  OBJECTION_PENDING("GDPR Art. 18(1)(d)", false);

  private final String article;
  private final boolean keeps;

  RestrictionGround(String article, boolean keeps) {
    this.article = article;
    this.keeps = keeps;
  }

  /**
   * The rule of law.
   *
   * @return the citation
   */
  public String article() {
    return article;
  }

  /**
   * Whether the person wants the data to stay, so that it is not disposed of at its maximum.
   *
   * @return true for letters b and c
   */
  public boolean keeps() {
    return keeps;
  }
}
