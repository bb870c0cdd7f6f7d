package eu.sotto.examples.scenarios;

import static eu.sotto.examples.scenarios.Checks.must;

import eu.sotto.oversight.AiOutcome;
import eu.sotto.oversight.AiResult;
import eu.sotto.oversight.CallerMessage;
import eu.sotto.oversight.Decided;
import eu.sotto.oversight.Involvement;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.oversight.Review;
import eu.sotto.oversight.Telling;
import eu.sotto.oversight.Verdict;
import eu.sotto.permit.ReasonCode;
import eu.sotto.records.RecordEntry;
import eu.sotto.records.RecordId;
import eu.sotto.vocabulary.Actor;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What AI came to, how people review it, and what callers are told of it. Stateless. */
final class Outcomes {
  private static final String WHY = "Im Gespräch steht es anders.";

  private Outcomes() {}

  /** A result of a stand-in for a model. */
  static AiResult result(String text, RecordEntry input) {
    return new AiResult(
        text, List.of(input.id()), "stand-in-1", new BigDecimal("0.83"), Involvement.NONE);
  }

  static OutcomeId recorded(Decided decided) {
    return decided
        .recorded()
        .map(AiOutcome::id)
        .orElseThrow(() -> new NotShown("not recorded: " + decided.reasons()));
  }

  /** What counts of an outcome, or nothing while a person still has to look at it. */
  static String standing(Stage stage, OutcomeId id) {
    AiOutcome now = stage.privacy().oversight().outcome(id).orElseThrow();
    return now.fold(pending -> "", AiOutcome.Final::result, superseded -> "");
  }

  /** Has a review refused to a reviewer who saw nothing, and ended by the same who looked. */
  static OutcomeId changed(Review review, Actor reviewer, String result) throws IOException {
    Decided unseen = review.resolve(reviewer, Verdict.changed(result), WHY);
    must(
        unseen.reasons().stream().anyMatch(r -> r.code() == ReasonCode.INPUTS_NOT_SEEN),
        "decided without having seen what it rests on");
    for (RecordId input : review.inputs()) {
      try (SeekableByteChannel content = review.open(input, reviewer)) {
        must(content.size() > 0, "nothing to see");
      }
    }
    return recorded(review.resolve(reviewer, Verdict.changed(result), WHY));
  }

  /** The one thing that the caller is told, within three days and once only. */
  static CallerMessage told(Stage stage, Telling.About about) {
    List<Telling> owed = stage.privacy().oversight().tellings();
    must(owed.size() == 1 && owed.get(0).about() == about, "owed: " + owed);
    must(
        owed.get(0).due().equals(owed.get(0).since().plus(Duration.ofDays(3))),
        "due " + owed.get(0).due());
    List<CallerMessage> told = new ArrayList<>();
    stage.privacy().oversight().tell(told::add);
    must(told.size() == 1, told.size() + " messages");
    must(stage.privacy().oversight().tellings().isEmpty(), "still owed");
    return told.get(0);
  }
}
