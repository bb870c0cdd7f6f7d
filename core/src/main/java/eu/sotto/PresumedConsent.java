package eu.sotto;

import eu.sotto.session.Presumptions;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.PurposeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * The question whether a company may be presumed to agree to being called for a purpose; it waits
 * for a person, who decides it for a time. Until then, and after it, nobody is called. What was
 * presumed carries a human voice only, and gives way to an objection and to the list of those who
 * must not be contacted. Thread-safe. Source: UWG § 7(2) no. 1 and 2.
 */
public final class PresumedConsent {
  private final Presumptions presumptions;
  private final Presumptions.Open question;

  PresumedConsent(Presumptions presumptions, Presumptions.Open question) {
    this.presumptions = presumptions;
    this.question = question;
  }

  /**
   * Its name.
   *
   * @return a random id
   */
  public String id() {
    return question.id();
  }

  /**
   * What the company would be called for.
   *
   * @return the purpose
   */
  public PurposeId purpose() {
    return question.purpose();
  }

  /**
   * Who would be called, with everything that is known of the business so far.
   *
   * @return the company
   */
  public Subject company() {
    return new Subject(question.company());
  }

  /**
   * Since when the question waits.
   *
   * @return the time of the first attempt to dial
   */
  public Instant since() {
    return question.since();
  }

  /**
   * Finds that consent may be presumed, so that a person may call.
   *
   * @param reviewer who decides, in a role that may review for the purpose
   * @param until the last day on which that counts, from today to a year from now
   * @param why from what the company's interest follows, 1 to 4,000 characters
   * @throws eu.sotto.permit.ActorRefused if the reviewer may not decide it
   * @throws IllegalArgumentException if the reason is blank or too long, or the day out of range
   * @throws IllegalStateException if it is decided already or the company's data was erased
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public void presume(Actor reviewer, LocalDate until, String why) {
    decide(reviewer, new Presumptions.Finding(true, until, why));
  }

  /**
   * Finds that consent may not be presumed: without an express one nobody calls.
   *
   * @param reviewer who decides, in a role that may review for the purpose
   * @param until the last day on which that counts, from today to a year from now; an attempt after
   *     it opens the question again
   * @param why the reason, 1 to 4,000 characters
   * @throws eu.sotto.permit.ActorRefused if the reviewer may not decide it
   * @throws IllegalArgumentException if the reason is blank or too long, or the day out of range
   * @throws IllegalStateException if it is decided already or the company's data was erased
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public void reject(Actor reviewer, LocalDate until, String why) {
    decide(reviewer, new Presumptions.Finding(false, until, why));
  }

  private void decide(Actor reviewer, Presumptions.Finding finding) {
    presumptions.decide(question, finding, Objects.requireNonNull(reviewer, "reviewer"));
  }

  /** Never whose it is. */
  @Override
  public String toString() {
    return "PresumedConsent[" + id() + " to " + purpose() + "]";
  }
}
