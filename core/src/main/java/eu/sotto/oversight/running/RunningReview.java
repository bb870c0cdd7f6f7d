package eu.sotto.oversight.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.oversight.Decided;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.oversight.Review;
import eu.sotto.oversight.ReviewId;
import eu.sotto.oversight.Verdict;
import eu.sotto.records.RecordId;
import eu.sotto.session.CaseEvents;
import eu.sotto.session.Engine;
import eu.sotto.session.Entries.Fields;
import eu.sotto.vocabulary.Actor;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A review; what it is about does not change, how far it has come is read anew each time. */
final class RunningReview implements Review {
  private final Cases cases;
  private final CaseFile begun;
  private final CaseReview review;

  RunningReview(Cases cases, CaseFile begun, CaseReview review) {
    this.cases = cases;
    this.begun = begun;
    this.review = review;
  }

  @Override
  public ReviewId id() {
    return review.id();
  }

  @Override
  public OutcomeId outcome() {
    return begun.id();
  }

  @Override
  public PurposeId purpose() {
    return begun.purpose();
  }

  @Override
  public Cause cause() {
    return review.cause();
  }

  @Override
  public Instant since() {
    return review.since();
  }

  @Override
  public List<RecordId> inputs() {
    return Resolving.kept(cases.engine(), begun);
  }

  @Override
  public String proposal(Actor reviewer) {
    requireReviewer(reviewer);
    List<String> words = new ArrayList<>();
    Recorded made = begun.outcome();
    words.add(CaseFile.text(made, "result"));
    cases.file(begun.id()).flatMap(CaseFile::review).ifPresent(r -> words.addAll(r.words()));
    return String.join("\n", words);
  }

  @Override
  public SeekableByteChannel open(RecordId input, Actor reviewer) {
    requireReviewer(reviewer);
    if (!begun.inputs().contains(input)) {
      throw new IllegalArgumentException("the outcome does not rest on this record");
    }
    Engine engine = cases.engine();
    Fields fields =
        Fields.of(
            "review", id().value(),
            "decision", begun.id().value(),
            "record", input.toString(),
            "actor", reviewer.id(),
            "role", reviewer.role());
    SeekableByteChannel content = engine.records().open(input);
    try {
      engine
          .journal()
          .record(
              CaseEvents.ofSubject(
                  Resolving.present(cases, begun),
                  CaseEvents.INPUT_SEEN,
                  engine.clock().instant(),
                  fields));
      return content;
    } catch (RuntimeException e) {
      close(content, e);
      throw e;
    }
  }

  private static void close(SeekableByteChannel content, RuntimeException cause) {
    try {
      content.close();
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private void requireReviewer(Actor reviewer) {
    Resolving.requireCleared(cases, begun, reviewer);
    if (!Resolving.mayChange(cases.engine(), purpose(), reviewer)) {
      throw new IllegalArgumentException("the role is not declared as a reviewer of " + purpose());
    }
  }

  @Override
  public Decided resolve(Actor reviewer, Verdict verdict, String reason) {
    return new Resolving(cases, begun.id(), id()).by(reviewer, verdict, reason);
  }

  @Override
  public String toString() {
    return "Review[" + id() + " of " + purpose() + "]";
  }
}
