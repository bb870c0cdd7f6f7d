package eu.sotto.incident;

/** Whom a breach has to be told. */
public enum Duty {
  /** The supervisory authority, within 72 hours. */
  AUTHORITY("GDPR Art. 33(1)"),
  /** The affected persons, without undue delay, if the risk is high. */
  PERSONS("GDPR Art. 34(1)"),
  /** As a processor the controller, without undue delay, always. */
  CONTROLLER("GDPR Art. 33(2)");

  private final String article;

  Duty(String article) {
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
