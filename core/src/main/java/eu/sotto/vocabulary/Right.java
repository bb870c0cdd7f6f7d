package eu.sotto.vocabulary;

/** What a data subject can ask for, each with its article. Immutable. */
public enum Right {
  /** To know what is kept and done, with a copy. */
  ACCESS("GDPR Art. 15", IdentityLevel.CONFIRMED),
  /** To have put right what is wrong. */
  RECTIFICATION("GDPR Art. 16", IdentityLevel.CONFIRMED),
  /** To be forgotten. */
  ERASURE("GDPR Art. 17", IdentityLevel.CONFIRMED),
  /** To have data stored only. */
  RESTRICTION("GDPR Art. 18", IdentityLevel.NUMBER),
  /** To take along what was provided. */
  PORTABILITY("GDPR Art. 20", IdentityLevel.CONFIRMED),
  /** To object to a balance of interests, and to advertising. */
  OBJECTION("GDPR Art. 21", IdentityLevel.NUMBER),
  /** To take back a consent. */
  WITHDRAWAL("GDPR Art. 7(3)", IdentityLevel.NUMBER);

  private final String article;
  private final IdentityLevel least;

  Right(String article, IdentityLevel least) {
    this.article = article;
    this.least = least;
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
   * How sure one has to be of who asks, where nothing more is declared. What discloses or changes
   * data needs a confirmed identity; what only restricts acts on the number given.
   *
   * @return the level
   */
  public IdentityLevel leastLevel() {
    return least;
  }

  /**
   * Whether it has to act at once on the number given, so that no more may be asked for: taking a
   * consent back is as easy as giving it, and an objection counts until a person has decided.
   *
   * @return true for a withdrawal and an objection
   */
  public boolean actsAtOnce() {
    return this == WITHDRAWAL || this == OBJECTION;
  }
}
