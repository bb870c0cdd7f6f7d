package eu.sotto;

import eu.sotto.oversight.AiOutcome;
import eu.sotto.oversight.CallerMessenger;
import eu.sotto.oversight.DutyId;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.oversight.OversightState;
import eu.sotto.oversight.Review;
import eu.sotto.oversight.ReviewDue;
import eu.sotto.oversight.ReviewId;
import eu.sotto.oversight.Telling;
import eu.sotto.oversight.TellingReport;
import eu.sotto.oversight.running.Desk;
import eu.sotto.oversight.running.Recurring;
import eu.sotto.oversight.running.Tellings;
import eu.sotto.session.Engine;
import eu.sotto.vocabulary.Actor;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What people do about AI: review its outcomes, tell callers, look at everything again from time to
 * time. Each question is answered from the ledger anew. Thread-safe. Source: GDPR Art. 22, 24(1).
 */
public final class Oversight {
  private final Desk desk;
  private final Tellings tellings;
  private final Recurring recurring;

  Oversight(Engine engine) {
    this.desk = new Desk(engine);
    this.tellings = new Tellings(engine);
    this.recurring = new Recurring(engine);
  }

  /**
   * The outcomes that do not count until a person has reviewed them.
   *
   * @return the reviews, the oldest first
   */
  public List<Review> reviews() {
    return desk.reviews();
  }

  /**
   * An open review.
   *
   * @param id its name
   * @return the review, or empty if there is none of that name or it has ended
   */
  public Optional<Review> review(ReviewId id) {
    return desk.review(Objects.requireNonNull(id, "id"));
  }

  /**
   * An outcome as it stands now.
   *
   * @param id its name
   * @return the outcome, or empty if it is not known or the person's data was erased
   */
  public Optional<AiOutcome> outcome(OutcomeId id) {
    return desk.outcome(Objects.requireNonNull(id, "id"));
  }

  /**
   * States that an outcome seems wrong; when this returns it counts no more until it is reviewed
   * (R54).
   *
   * @param outcome which
   * @param actor who of the staff states it
   * @param words why, 1 to 4,000 characters
   * @return the review
   * @throws IllegalArgumentException if the outcome is not known, or the words are blank or too
   *     long
   * @throws IllegalStateException if the outcome counts no more anyway
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public Review flag(OutcomeId outcome, Actor actor, String words) {
    return desk.flagged(
        Objects.requireNonNull(outcome, "outcome"),
        Objects.requireNonNull(actor, "actor"),
        Objects.requireNonNull(words, "words"));
  }

  /**
   * What callers still have to be told (R54, R55).
   *
   * @return the duties, the oldest first
   */
  public List<Telling> tellings() {
    return tellings.owed();
  }

  /**
   * Tells every caller who has to be told something; call it from a scheduler of the host's. Each
   * telling is recorded; what the messenger cannot deliver stays in the queue.
   *
   * @param messenger how the host reaches callers
   * @return how many were told, and how many are left
   * @throws eu.sotto.vocabulary.PrivacyException if a telling could not be recorded in time; that
   *     message comes again
   */
  public TellingReport tell(CallerMessenger messenger) {
    return tellings.tell(Objects.requireNonNull(messenger, "messenger"));
  }

  /**
   * Records that a caller was told by other means, by a letter of one's own, say.
   *
   * @param duty what the caller was told
   * @param actor who told it
   * @param method how, 1 to 100 characters, never personal data
   * @throws IllegalArgumentException if nothing of that name is to be told, or the method is blank
   *     or too long
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public void told(DutyId duty, Actor actor, String method) {
    tellings.told(
        Objects.requireNonNull(duty, "duty"),
        Objects.requireNonNull(actor, "actor"),
        Objects.requireNonNull(method, "method"));
  }

  /**
   * What has to be looked at again and again, and how it stands: done, due or overdue (R59). The
   * dates of balancings, of consents without an end, of impact assessments, of further uses and of
   * assumptions stand among them; they are renewed in the register.
   *
   * @return the reviews, what is due first before the others
   */
  public List<ReviewDue> reviewsDue() {
    return recurring.all();
  }

  /**
   * Records that a recurring review was done.
   *
   * @param name its name in the register
   * @param actor who did it, in the role of the function that is responsible
   * @throws IllegalArgumentException if the register declares none of that name, or another
   *     function is responsible
   * @throws eu.sotto.vocabulary.PrivacyException if it could not be stored in time
   */
  public void reviewed(String name, Actor actor) {
    recurring.done(Objects.requireNonNull(name, "name"), Objects.requireNonNull(actor, "actor"));
  }

  OversightState state() {
    List<Telling> owed = tellings.owed();
    long late = owed.stream().filter(Telling::overdue).count();
    long overdue =
        recurring.all().stream().filter(one -> one.status() == ReviewDue.Status.OVERDUE).count();
    return new OversightState(desk.reviews().size(), owed.size(), (int) late, (int) overdue);
  }
}
