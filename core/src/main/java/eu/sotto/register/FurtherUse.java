package eu.sotto.register;

import eu.sotto.vocabulary.NoticeId;
import eu.sotto.vocabulary.PurposeId;
import java.time.LocalDate;
import java.util.Objects;

/**
 * That a person found a new purpose compatible with the one for which data was collected: what was
 * kept for the old one may be used for the new one while the finding is current, once the notice
 * was given. Never for data that rests on consent, never for special categories. Immutable and
 * thread-safe. Source: GDPR Art. 6(4), 13(3).
 *
 * @param from the purpose for which the data was collected
 * @param to the purpose for which it is to be used
 * @param assessment what was found
 * @param notice the notice that tells of the new use beforehand
 */
public record FurtherUse(PurposeId from, PurposeId to, Assessment assessment, NoticeId notice) {
  /**
   * What a person looked at and found. Immutable and thread-safe. Source: GDPR Art. 6(4)(a) to (e).
   *
   * @param link how the purposes hang together
   * @param context in which the data was collected, and what the person expects
   * @param nature what kind of data it is
   * @param consequences what follows for the person
   * @param safeguards what protects the person, such as pseudonyms
   * @param owner the function that answers for it
   * @param date when it was found
   * @param review from which day on it is out of date, after {@code date}
   */
  public record Assessment(
      String link,
      String context,
      String nature,
      String consequences,
      String safeguards,
      String owner,
      LocalDate date,
      LocalDate review) {
    /**
     * Checks texts and dates.
     *
     * @throws IllegalArgumentException if a text is blank or too long, or the review is not later
     *     than the date
     */
    public Assessment {
      Texts.check(link, "assessment link");
      Texts.check(context, "assessment context");
      Texts.check(nature, "assessment nature");
      Texts.check(consequences, "assessment consequences");
      Texts.check(safeguards, "assessment safeguards");
      Texts.check(owner, "assessment owner");
      Objects.requireNonNull(date, "date");
      if (!review.isAfter(date)) {
        throw new IllegalArgumentException("assessment review must be later than its date");
      }
    }

    /**
     * Whether it may be relied on.
     *
     * @param day the day of the use
     * @return true from its date until the day before its review
     */
    public boolean currentOn(LocalDate day) {
      return !day.isBefore(date) && day.isBefore(review);
    }
  }

  /**
   * Refuses a use that is none.
   *
   * @throws IllegalArgumentException if both purposes are the same
   */
  public FurtherUse {
    Objects.requireNonNull(assessment, "assessment");
    Objects.requireNonNull(notice, "notice");
    if (from.equals(to)) {
      throw new IllegalArgumentException("a further use is for another purpose");
    }
  }
}
