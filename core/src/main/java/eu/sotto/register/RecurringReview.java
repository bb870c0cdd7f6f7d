package eu.sotto.register;

import eu.sotto.retention.calendar.RetentionTerm;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Something that has to be looked at again and again, with its interval and the function that is
 * responsible. Immutable and thread-safe. Source: GDPR Art. 5(2), 24(1), 32(1)(d), 35(11).
 *
 * @param id its name, 1 to 64 characters of a-z, 0-9, '.', '_', '-'
 * @param topic what is looked at
 * @param interval after how long again, counted from the day it was done last
 * @param function the function that is responsible, of the same syntax as the name
 * @param since the day from which the first interval is counted
 */
public record RecurringReview(
    String id, Topic topic, RetentionTerm interval, String function, LocalDate since) {
  /** What is looked at. Immutable and thread-safe. */
  public enum Topic {
    /** Whether the notices still tell what is done (GDPR Art. 13). */
    NOTICES,
    /** Whether advertising claims about AI are true (UWG § 5). */
    AI_MARKETING,
    /** Whether AI treats groups of people differently (GDPR recital 71). */
    BIAS,
    /** Whether each stored field is still needed (GDPR Art. 5(1)(c)). */
    DATA_INVENTORY,
    /** Whether the security measures still suffice (GDPR Art. 32(1)(d)). */
    SECURITY,
    /** Whether law and contracts are still as assumed (GDPR Art. 24(1)). */
    LEGAL_ASSUMPTIONS,
    /** Whether legitimate interests still outweigh (GDPR Art. 6(1)(f)). */
    BALANCING,
    /** Whether a further purpose is still compatible (GDPR Art. 6(4)). */
    COMPATIBILITY,
    /** Whether an impact assessment still fits what is done (GDPR Art. 35(11)). */
    IMPACT_ASSESSMENT
  }

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a name is malformed, or the interval counts hours or is
   *     shorter than a day
   */
  public RecurringReview {
    if (!Texts.isDeclaredName(id) || !Texts.isDeclaredName(function)) {
      throw new IllegalArgumentException("review id or function is not a declared name");
    }
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(interval, "interval");
    Objects.requireNonNull(since, "since");
    if (interval.isElapsed() || !interval.withoutRolling().lastDay(since).isAfter(since)) {
      throw new IllegalArgumentException("a review's interval is counted in days, at least one");
    }
  }

  /**
   * By when it has to be done again.
   *
   * @param last the day it was done last, or {@link #since}
   * @return the last day on which it is in time
   */
  public LocalDate dueAfter(LocalDate last) {
    return interval.lastDay(last);
  }
}
