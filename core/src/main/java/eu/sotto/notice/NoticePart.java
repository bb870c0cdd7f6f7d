package eu.sotto.notice;

/**
 * Something that a notice tells the caller. Immutable and thread-safe. Source: GDPR Art. 13 and 14;
 * AI Act Art. 50(1).
 */
public enum NoticePart {
  /** That the caller speaks with an AI system. */
  AI_DISCLOSURE("AI Act Art. 50(1)"),
  /** That the call is recorded. */
  RECORDING("GDPR Art. 13; StGB § 201"),
  /** Who is responsible and how to reach them. */
  CONTROLLER("GDPR Art. 13(1)(a)"),
  /** How to reach the data protection officer. */
  DATA_PROTECTION_OFFICER("GDPR Art. 13(1)(b)"),
  /** What the data is processed for. */
  PURPOSES("GDPR Art. 13(1)(c)"),
  /** The legal basis of each purpose. */
  LEGAL_BASES("GDPR Art. 13(1)(c)"),
  /** The legitimate interests that are pursued. */
  LEGITIMATE_INTERESTS("GDPR Art. 13(1)(d)"),
  /** Who receives the data. */
  RECIPIENTS("GDPR Art. 13(1)(e)"),
  /** Which data goes to a third country and by which mechanism. */
  TRANSFERS("GDPR Art. 13(1)(f)"),
  /** How long the data is kept. */
  RETENTION_PERIODS("GDPR Art. 13(2)(a)"),
  /** Access, rectification, erasure, restriction, portability, objection. */
  RIGHTS("GDPR Art. 13(2)(b)"),
  /** That consent can be withdrawn at any time, and how. */
  WITHDRAWAL("GDPR Art. 13(2)(c), 7(3)"),
  /** The supervisory authority to complain to. */
  COMPLAINT("GDPR Art. 13(2)(d)"),
  /** On which other basis what a consent carried is kept after its withdrawal. */
  SECOND_BASIS("GDPR Art. 13(1)(c), 17(1)(b)"),
  /** Whether the data must be provided and what follows if it is not. */
  DUTY_TO_PROVIDE("GDPR Art. 13(2)(e)"),
  /** Whether decisions are automated or profiles made, and how. */
  AUTOMATED_DECISIONS("GDPR Art. 13(2)(f)"),
  /** Where data comes from that the caller did not give. */
  DATA_SOURCE("GDPR Art. 14(2)(f)"),
  /** That refusing costs nothing, and how the call goes on. */
  REFUSAL("GDPR Art. 4(11), 7(4)");

  private final String article;

  NoticePart(String article) {
    this.article = article;
  }

  /**
   * The rule that asks for it.
   *
   * @return the citation
   */
  public String article() {
    return article;
  }
}
