package eu.sotto.register;

import java.time.LocalDate;
import java.util.Objects;

/**
 * The record that legitimate interests were weighed. Immutable and thread-safe. Source: GDPR Art.
 * 6(1)(f), 5(2).
 *
 * @param interest the interest that is pursued, and why the processing is needed for it
 * @param outcome how the weighing ended, and why
 * @param owner the function that answers for it
 * @param date when it was done
 * @param review from which day on it is out of date, after {@code date}
 */
public record Balancing(
    String interest, String outcome, String owner, LocalDate date, LocalDate review) {
  /**
   * Checks texts and dates.
   *
   * @throws IllegalArgumentException if a text is blank or too long, or the review is not later
   *     than the date
   */
  public Balancing {
    Texts.check(interest, "balancing interest");
    Texts.check(outcome, "balancing outcome");
    Texts.check(owner, "balancing owner");
    Objects.requireNonNull(date, "date");
    if (!review.isAfter(date)) {
      throw new IllegalArgumentException("balancing review must be later than its date");
    }
  }

  /**
   * Whether the weighing may be relied on.
   *
   * @param day the day of the processing
   * @return true from its date until the day before its review
   */
  public boolean currentOn(LocalDate day) {
    return !day.isBefore(date) && day.isBefore(review);
  }
}
