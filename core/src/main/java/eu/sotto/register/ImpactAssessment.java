package eu.sotto.register;

import eu.sotto.vocabulary.PurposeId;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * Where the assessment of a processing's impact stands; the assessment itself is not part of the
 * register. Immutable and thread-safe. Source: GDPR Art. 35(1), 35(7), 35(11).
 *
 * @param reference under which it is found: document and version
 * @param owner the function that answers for it
 * @param date when it was done
 * @param review from which day on it is out of date, after {@code date}
 * @param purposes which purposes it covers, at least one, unmodifiable
 */
public record ImpactAssessment(
    String reference, String owner, LocalDate date, LocalDate review, Set<PurposeId> purposes) {
  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if a text is blank or too long, there is no purpose, or the
   *     review is not later than the date
   */
  public ImpactAssessment {
    Texts.check(reference, "assessment reference");
    Texts.check(owner, "assessment owner");
    Objects.requireNonNull(date, "date");
    purposes = Set.copyOf(purposes);
    if (purposes.isEmpty()) {
      throw new IllegalArgumentException("an assessment covers at least one purpose");
    }
    if (!review.isAfter(date)) {
      throw new IllegalArgumentException("assessment review must be later than its date");
    }
  }

  /**
   * Whether it may be relied on.
   *
   * @param day the day asked about, in the register's zone
   * @return true from its date until the day before its review
   */
  public boolean currentOn(LocalDate day) {
    return !day.isBefore(date) && day.isBefore(review);
  }
}
