package eu.sotto.oversight.running;

import eu.sotto.oversight.ReviewDue;
import eu.sotto.oversight.ReviewDue.Status;
import eu.sotto.register.Assumption;
import eu.sotto.register.Balancing;
import eu.sotto.register.FurtherUse;
import eu.sotto.register.ImpactAssessment;
import eu.sotto.register.Purpose;
import eu.sotto.register.RecurringReview;
import eu.sotto.register.RecurringReview.Topic;
import eu.sotto.register.Register;
import eu.sotto.register.Validity;
import eu.sotto.session.CaseEvents;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What has to be looked at again and again: when it was done, and when it is due. Thread-safe. */
public final class Recurring {
  private static final int NOTICE_DAYS = 14;

  private final Engine engine;

  /**
   * The recurring reviews of a store.
   *
   * @param engine what everything runs on
   */
  public Recurring(Engine engine) {
    this.engine = engine;
  }

  /**
   * How it stands with each review of the register, and with each date in it that needs one.
   *
   * @return them, what is due first before the others
   */
  public List<ReviewDue> all() {
    List<ReviewDue> all = new ArrayList<>();
    engine.register().reviews().forEach(review -> all.add(declared(review)));
    all.addAll(ofPurposes());
    all.addAll(ofFindings());
    all.sort(Comparator.comparing(ReviewDue::due));
    return List.copyOf(all);
  }

  /**
   * States that a review was done.
   *
   * @param name its name in the register
   * @param actor who did it, in the role of the function that is responsible
   */
  public void done(String name, Actor actor) {
    RecurringReview review =
        engine.register().reviews().stream()
            .filter(one -> one.id().equals(name))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("no recurring review of that name is declared"));
    if (!review.function().equals(actor.role())) {
      throw new IllegalArgumentException(
          "the function responsible for " + name + " is " + review.function());
    }
    Fields fields =
        Fields.of(
            "name", name,
            "actor", actor.id(),
            "role", actor.role(),
            "register", engine.register().version());
    engine
        .journal()
        .record(
            Entries.ofNobody(CaseEvents.REVIEWED, engine.clock().instant(), fields)
                .indexed(CaseEvents.recurring(name)));
  }

  private ReviewDue declared(RecurringReview review) {
    Optional<Instant> done = engine.remembered(LastDone.class, LastDone::new).of(review.id());
    LocalDate from =
        done.map(at -> LocalDate.ofInstant(at, engine.register().zone())).orElse(review.since());
    LocalDate due = review.dueAfter(from);
    return new ReviewDue(
        review.id(), review.topic(), review.function(), due, done, status(from, due));
  }

  /** Work begins two weeks before, or in the second half of a shorter interval. */
  private Status status(LocalDate from, LocalDate due) {
    LocalDate today = engine.today();
    if (today.isAfter(due)) {
      return Status.OVERDUE;
    }
    long half = Math.max(0, due.toEpochDay() - from.toEpochDay()) / 2;
    return today.isBefore(due.minusDays(Math.min(NOTICE_DAYS, half))) ? Status.DONE : Status.DUE;
  }

  private List<ReviewDue> ofPurposes() {
    List<ReviewDue> all = new ArrayList<>();
    for (Purpose purpose : engine.register().purposes()) {
      Balancing balancing = purpose.balancing().orElse(null);
      if (balancing != null) {
        LocalDate last = balancing.review().minusDays(1);
        String where = "balancing of " + purpose.id();
        all.add(dated(where, Topic.BALANCING, balancing.owner(), balancing.date(), last));
      }
      if (purpose.validity().orElse(null) instanceof Validity.UntilWithdrawn until) {
        String owner = engine.register().controller().contact();
        String where = "consent to " + purpose.id();
        all.add(dated(where, Topic.LEGAL_ASSUMPTIONS, owner, LocalDate.MIN, until.review()));
      }
    }
    return all;
  }

  /** What somebody found or assumed; it counts only before the day of its review. */
  private List<ReviewDue> ofFindings() {
    Register register = engine.register();
    List<ReviewDue> all = new ArrayList<>();
    for (ImpactAssessment one : register.assessments()) {
      LocalDate last = one.review().minusDays(1);
      String where = "impact assessment " + one.reference();
      all.add(dated(where, Topic.IMPACT_ASSESSMENT, one.owner(), one.date(), last));
    }
    for (FurtherUse use : register.furtherUses()) {
      FurtherUse.Assessment found = use.assessment();
      LocalDate last = found.review().minusDays(1);
      String where = "use of " + use.from() + " for " + use.to();
      all.add(dated(where, Topic.COMPATIBILITY, found.owner(), found.date(), last));
    }
    for (Assumption assumption : register.assumptions()) {
      assumption
          .toCheck()
          .map(
              check ->
                  dated(
                      "assumption about " + assumption.field(),
                      Topic.LEGAL_ASSUMPTIONS,
                      check.owner(),
                      LocalDate.MIN,
                      check.review().minusDays(1)))
          .ifPresent(all::add);
    }
    return all;
  }

  /** A date that stands in the register. */
  private ReviewDue dated(String where, Topic topic, String owner, LocalDate from, LocalDate due) {
    return new ReviewDue(where, topic, owner, due, Optional.empty(), status(from, due));
  }
}
