package eu.sotto.permit;

/** What a host owes in return for a permit. Immutable and thread-safe. */
public enum Obligation {
  /** Personal identifiers must be removed before anything is kept (GDPR Art. 5(1)(c), 25). */
  REDACT,
  /** The result must carry the label that AI made it (AI Act Art. 50(2)). */
  LABEL_AI,
  /** Content exists in memory only and is never kept. */
  TRANSIENT_ONLY,
  /** A person reviews the outcome before it counts (GDPR Art. 22(3)). */
  HUMAN_REVIEW
}
