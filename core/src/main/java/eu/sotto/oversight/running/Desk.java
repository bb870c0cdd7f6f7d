package eu.sotto.oversight.running;

import eu.sotto.oversight.AiOutcome;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.oversight.Review;
import eu.sotto.oversight.Review.Cause;
import eu.sotto.oversight.ReviewId;
import eu.sotto.records.SubjectEntry;
import eu.sotto.session.CaseEvents;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.session.Entries.Fields;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Actor;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where reviews are opened and found. Thread-safe. */
public final class Desk {
  private static final int LONGEST_WORDS = 4_000;

  private final Engine engine;
  private final Cases cases;
  private final OpenReviews open;

  /**
   * The desk of a store.
   *
   * @param engine what everything runs on
   */
  public Desk(Engine engine) {
    this.engine = engine;
    this.cases = new Cases(engine);
    this.open = engine.remembered(OpenReviews.class, OpenReviews::new);
  }

  /**
   * An outcome as it stands now.
   *
   * @param id its name
   * @return the outcome, or empty if it is not known or the person's data was erased
   */
  public Optional<AiOutcome> outcome(OutcomeId id) {
    return cases.outcome(id);
  }

  /**
   * The reviews that are to be done.
   *
   * @return them, the oldest first
   */
  public List<Review> reviews() {
    return open.look(this::review).stream().sorted(Comparator.comparing(Review::since)).toList();
  }

  private Optional<Review> review(OutcomeId outcome) {
    return cases
        .file(outcome)
        .flatMap(file -> file.review().map(review -> new RunningReview(cases, file, review)));
  }

  /**
   * A review that is to be done.
   *
   * @param id its name
   * @return the review, or empty if there is none of that name or it has ended
   */
  public Optional<Review> review(ReviewId id) {
    return reviews().stream().filter(review -> review.id().equals(id)).findFirst();
  }

  /**
   * The outcomes about a person.
   *
   * @param person who
   * @return them as they stand now
   */
  public List<AiOutcome> outcomes(SubjectSession person) {
    return person.entries().stream()
        .flatMap(entry -> cases.among(cases.found(Entries.subject(entry.id()))).stream())
        .toList();
  }

  /**
   * A person contests an outcome.
   *
   * @param person who
   * @param outcome which
   * @param words why
   * @return the review
   */
  public Review challenged(SubjectSession person, OutcomeId outcome, String words) {
    CaseFile file = known(outcome);
    if (person.entries().stream().map(SubjectEntry::id).noneMatch(file.subject()::equals)) {
      throw new IllegalArgumentException("the outcome is not about this person");
    }
    return contested(file, Cause.CHALLENGED, null, words);
  }

  /**
   * Somebody of the staff holds an outcome for wrong.
   *
   * @param outcome which
   * @param actor who
   * @param words why
   * @return the review
   */
  public Review flagged(OutcomeId outcome, Actor actor, String words) {
    return contested(known(outcome), Cause.FLAGGED, actor, words);
  }

  private CaseFile known(OutcomeId outcome) {
    if (cases.outcome(outcome).isEmpty()) {
      throw new IllegalArgumentException("the outcome is not known");
    }
    return cases
        .file(outcome)
        .orElseThrow(() -> new IllegalArgumentException("the outcome is not known"));
  }

  private Review contested(CaseFile file, Cause cause, @Nullable Actor actor, String words) {
    if (words.isBlank() || words.length() > LONGEST_WORDS) {
      throw new IllegalArgumentException("words must be 1 to 4,000 characters, not blank");
    }
    if (file.superseded()) {
      throw new IllegalStateException("the outcome counts no more");
    }
    Fields fields =
        Fields.of(
            "review",
            engine.randomId(),
            "decision",
            file.id().value(),
            "cause",
            cause.name(),
            "words",
            words,
            "actor",
            actor == null ? "" : actor.id(),
            "role",
            actor == null ? "" : actor.role());
    engine
        .journal()
        .record(
            CaseEvents.ofSubject(
                Resolving.present(cases, file),
                CaseEvents.CHALLENGED,
                engine.clock().instant(),
                fields));
    return review(file.id())
        .orElseThrow(() -> new IllegalStateException("the outcome counts no more"));
  }
}
