package eu.sotto.incident;

import java.util.Objects;

/**
 * A person's decision that somebody need not be told, with its reason. Immutable and thread-safe.
 * Source: GDPR Art. 33(1), 33(5), 34(3).
 *
 * @param ground why the law does not ask for it
 * @param reason the reasons in this case, 1 to 2,000 characters; personal data in it is removed
 *     before it is recorded
 */
public record Waiver(Ground ground, String reason) {
  /** Why nobody need be told. */
  public enum Ground {
    /** No risk to anybody's rights is likely. */
    NO_RISK(Duty.AUTHORITY, "GDPR Art. 33(1)"),
    /** No high risk to anybody's rights is likely. */
    NO_HIGH_RISK(Duty.PERSONS, "GDPR Art. 34(1)"),
    /** Whoever has the data cannot read it: it is sealed and the keys are safe. */
    UNINTELLIGIBLE(Duty.PERSONS, "GDPR Art. 34(3)(a)"),
    /** What was done since has taken the high risk away. */
    MEASURES(Duty.PERSONS, "GDPR Art. 34(3)(b)"),
    /** It would take disproportionate effort; the public is told instead. */
    DISPROPORTIONATE(Duty.PERSONS, "GDPR Art. 34(3)(c)");

    private final Duty duty;
    private final String article;

    Ground(Duty duty, String article) {
      this.duty = duty;
      this.article = article;
    }

    /**
     * Which duty it lifts.
     *
     * @return the duty; that of a processor to its controller is never lifted
     */
    public Duty duty() {
      return duty;
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

  /**
   * Checks the reason.
   *
   * @throws IllegalArgumentException if it is blank or too long
   */
  public Waiver {
    Objects.requireNonNull(ground, "ground");
    Words.require(reason, "reason");
  }

  /** Never the reason. */
  @Override
  public String toString() {
    return "Waiver[" + ground + "]";
  }
}
