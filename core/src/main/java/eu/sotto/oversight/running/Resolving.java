package eu.sotto.oversight.running;

import eu.sotto.ledger.EventKind;
import eu.sotto.ledger.Recorded;
import eu.sotto.oversight.Decided;
import eu.sotto.oversight.Involvement;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.oversight.Review.Cause;
import eu.sotto.oversight.ReviewId;
import eu.sotto.oversight.Telling.About;
import eu.sotto.oversight.Verdict;
import eu.sotto.permit.Reason;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.RecordId;
import eu.sotto.records.SubjectEntry;
import eu.sotto.register.LegalBasis;
import eu.sotto.register.Task;
import eu.sotto.session.CaseEvents;
import eu.sotto.session.Clearances;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries.Fields;
import eu.sotto.session.SubjectSession;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.PurposeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ends a review. The correction and the reason are written first and count for nothing; the verdict
 * follows and makes them count, all at once. Of two verdicts the one recorded first stands.
 */
final class Resolving {
  private static final int LONGEST_REASON = 4_000;

  private final Engine engine;
  private final Cases cases;
  private final OutcomeId outcome;
  private final ReviewId review;

  Resolving(Cases cases, OutcomeId outcome, ReviewId review) {
    this.engine = cases.engine();
    this.cases = cases;
    this.outcome = outcome;
    this.review = review;
  }

  static List<RecordId> kept(Engine engine, CaseFile file) {
    return file.inputs().stream()
        .filter(input -> engine.records().entry(input).isPresent())
        .toList();
  }

  static boolean mayChange(Engine engine, PurposeId purpose, Actor actor) {
    return engine
        .register()
        .automatedDecision(purpose)
        .filter(declared -> declared.mayChange(actor.role()))
        .isPresent();
  }

  /** Where roles are declared, only whoever is entrusted with reviews of the purpose. */
  static void requireCleared(Cases cases, CaseFile file, Actor reviewer) {
    new Clearances(cases.engine())
        .require(present(cases, file), reviewer, Task.REVIEW, file.purpose());
  }

  static SubjectEntry present(Cases cases, CaseFile file) {
    return cases
        .subject(file)
        .orElseThrow(() -> new IllegalStateException("the person's data was erased"));
  }

  Decided by(Actor reviewer, Verdict verdict, String reason) {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("reason must be 1 to 4,000 characters, not blank");
    }
    CaseFile file =
        cases
            .file(outcome)
            .orElseThrow(() -> new IllegalStateException("the person's data was erased"));
    requireCleared(cases, file, reviewer);
    CaseReview open = file.review().filter(one -> one.id().equals(review)).orElse(null);
    if (open == null) {
      return refused(List.of(Reason.of(ReasonCode.REVIEW_ENDED, file.purpose())));
    }
    List<Reason> against = against(file, open, reviewer, verdict);
    return against.isEmpty() ? end(file, open, reviewer, verdict, reason) : refused(against);
  }

  private static Decided refused(List<Reason> reasons) {
    return new Decided.Refused(reasons);
  }

  private List<Reason> against(CaseFile file, CaseReview open, Actor reviewer, Verdict verdict) {
    List<Reason> against = new ArrayList<>();
    if (!mayChange(engine, file.purpose(), reviewer)) {
      against.add(Reason.of(ReasonCode.REVIEWER_CANNOT_CHANGE, file.purpose()));
    }
    List<RecordId> kept = kept(engine, file);
    boolean all = kept.stream().allMatch(input -> open.hasSeen(reviewer.id(), input.toString()));
    if (!all || (kept.isEmpty() && verdict instanceof Verdict.Upheld)) {
      against.add(Reason.of(ReasonCode.INPUTS_NOT_SEEN, file.purpose()));
    }
    boolean neverCounted = open.cause() == Cause.REQUIRED;
    if (neverCounted && !(verdict instanceof Verdict.SetAside) && !consentStands(file)) {
      against.add(Reason.of(ReasonCode.CONSENT_WITHDRAWN, file.purpose()));
    }
    return against;
  }

  private boolean consentStands(CaseFile file) {
    boolean onConsent =
        engine
            .register()
            .purpose(file.purpose())
            .filter(purpose -> purpose.basis() == LegalBasis.CONSENT)
            .isPresent();
    return !onConsent
        || new SubjectSession(engine, engine.records().subjects().union(file.subject()))
            .consent(file.purpose())
            .given();
  }

  private Decided end(
      CaseFile file, CaseReview open, Actor reviewer, Verdict verdict, String reason) {
    SubjectEntry subject = present(cases, file);
    String resolution = engine.randomId();
    String successor = "";
    if (verdict instanceof Verdict.Changed changed) {
      successor = engine.randomId();
      write(subject, successor, correction(file, successor, changed));
    }
    record(
        subject,
        CaseEvents.REASONED,
        Fields.of(
            "review",
            review.value(),
            "decision",
            outcome.value(),
            "resolution",
            resolution,
            "reason",
            reason));
    record(
        subject,
        CaseEvents.RESOLVED,
        Fields.of(
            "review", review.value(),
            "decision", outcome.value(),
            "resolution", resolution,
            "verdict", Verdicts.name(verdict),
            "successor", successor,
            "tell", tell(open, verdict).map(About::name).orElse(""),
            "actor", reviewer.id(),
            "role", reviewer.role()));
    return stands(resolution, successor);
  }

  /** A verdict that was recorded later than another one counts for nothing. */
  private Decided stands(String resolution, String successor) {
    CaseFile now =
        cases
            .file(outcome)
            .orElseThrow(() -> new IllegalStateException("the person's data was erased"));
    boolean ours =
        cases
            .verdict(outcome.value(), review.value())
            .filter(first -> CaseFile.text(first, "resolution").equals(resolution))
            .isPresent();
    if (!ours) {
      return refused(List.of(Reason.of(ReasonCode.REVIEW_ENDED, now.purpose())));
    }
    return new Decided.Recorded(
        cases
            .outcome(successor.isEmpty() ? outcome : OutcomeId.of(successor))
            .orElseThrow(() -> new IllegalStateException("the person's data was erased")));
  }

  /** Nobody is told of what never counted, unless they asked. */
  private static Optional<About> tell(CaseReview open, Verdict verdict) {
    if (verdict instanceof Verdict.Upheld) {
      return open.challenged() ? Optional.of(About.UPHELD) : Optional.empty();
    }
    return open.contested() ? Optional.of(About.CORRECTED) : Optional.empty();
  }

  private Fields correction(CaseFile file, String successor, Verdict.Changed changed) {
    Recorded old = file.outcome();
    return Fields.of(
        "decision", successor,
        "subject", CaseFile.text(old, "subject"),
        "purpose", file.purpose().value(),
        "result", changed.result(),
        "inputs", CaseFile.text(old, "inputs"),
        "model", "",
        "confidence", "",
        "involvement", Involvement.BY_PERSON.name(),
        "procedure", CaseFile.text(old, "procedure"),
        "principles", CaseFile.text(old, "principles"),
        "special", false,
        "review", "",
        "replaces", outcome.value(),
        "register", engine.register().version());
  }

  private void write(SubjectEntry subject, String decision, Fields fields) {
    engine
        .journal()
        .record(CaseEvents.outcome(subject, decision, engine.clock().instant(), fields));
  }

  private void record(SubjectEntry subject, EventKind kind, Fields fields) {
    engine.journal().record(CaseEvents.ofSubject(subject, kind, engine.clock().instant(), fields));
  }
}
