package eu.sotto.register;

/**
 * What a purpose's consent is beyond an ordinary one, and which rule follows from it. Immutable and
 * thread-safe.
 */
public enum ConsentMark {
  /**
   * Explicit consent, a grant of its own: only with it special categories of data may be used on
   * consent, and a consent to record never stands for it.
   */
  EXPLICIT("GDPR Art. 9(2)(a)"),
  /**
   * It carries an information-society service that is offered directly to children: the consent of
   * a child, or of somebody who may be one, needs a guardian's. Lines for counselling are exempt.
   */
  INFORMATION_SOCIETY_SERVICE("GDPR Art. 8; recital 38"),
  /** It carries advertising by telephone to consumers: each use is recorded and proven for long. */
  TELEPHONE_ADVERTISING("UWG § 7(2) no. 1, § 7a");

  private final String article;

  ConsentMark(String article) {
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
