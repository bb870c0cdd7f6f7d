package eu.sotto.oversight.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.oversight.Review.Cause;
import eu.sotto.records.RecordId;
import eu.sotto.records.SubjectId;
import eu.sotto.session.CaseEvents;
import eu.sotto.vocabulary.PurposeId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that the ledger says of one outcome, folded in the order recorded; the first word counts. */
final class CaseFile {
  private final Recorded outcome;
  private @Nullable CaseReview open;
  private @Nullable Recorded last;
  private boolean superseded;
  private String successor = "";

  private CaseFile(Recorded outcome) {
    this.outcome = outcome;
    String review = text(outcome, "review");
    if (!review.isEmpty()) {
      open = new CaseReview(review, Cause.REQUIRED, outcome.happenedAt());
    }
  }

  /** The file of an outcome; empty if it is not known or the person's data was erased. */
  static Optional<CaseFile> of(List<Recorded> events) {
    Optional<CaseFile> file =
        events.stream()
            .filter(event -> event.kind().equals(CaseEvents.OUTCOME.name()))
            .findFirst()
            .map(CaseFile::new);
    file.ifPresent(one -> events.forEach(one::fold));
    return file;
  }

  private void fold(Recorded event) {
    String kind = event.kind();
    if (kind.equals(CaseEvents.DROPPED.name())) {
      superseded = true;
      open = null;
    } else if (kind.equals(CaseEvents.CHALLENGED.name()) && !superseded) {
      contested(event);
    } else if (open != null && text(event, "review").equals(open.id().value())) {
      ofReview(event, open);
    }
  }

  private void contested(Recorded event) {
    if (open == null) {
      Cause cause = Cause.valueOf(text(event, "cause"));
      open = new CaseReview(text(event, "review"), cause, event.happenedAt());
    }
    open.contested(event);
  }

  private void ofReview(Recorded event, CaseReview review) {
    if (event.kind().equals(CaseEvents.INPUT_SEEN.name())) {
      review.seen(event);
    } else if (event.kind().equals(CaseEvents.RESOLVED.name())) {
      last = event;
      open = null;
      superseded = !text(event, "verdict").equals(Verdicts.UPHELD);
      successor = text(event, "successor");
    }
  }

  static String text(Recorded event, String field) {
    return event.fields().getOrDefault(field, "").toString();
  }

  Recorded outcome() {
    return outcome;
  }

  OutcomeId id() {
    return OutcomeId.of(text(outcome, "decision"));
  }

  PurposeId purpose() {
    return PurposeId.of(text(outcome, "purpose"));
  }

  SubjectId subject() {
    return SubjectId.parse(text(outcome, "subject"));
  }

  List<RecordId> inputs() {
    return text(outcome, "inputs").lines().map(RecordId::parse).toList();
  }

  /** The outcome in whose place this one was put, if it was. */
  Optional<OutcomeId> replaces() {
    return id(text(outcome, "replaces"));
  }

  /** The review that is under way. */
  Optional<CaseReview> review() {
    return Optional.ofNullable(open);
  }

  /** The verdict that ended the latest review. */
  Optional<Recorded> resolved() {
    return Optional.ofNullable(last);
  }

  boolean superseded() {
    return superseded;
  }

  /** What took its place, if anything did. */
  Optional<OutcomeId> successor() {
    return id(successor);
  }

  private static Optional<OutcomeId> id(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(OutcomeId.of(text));
  }
}
