package eu.sotto.oversight.running;

import eu.sotto.ledger.Recorded;
import eu.sotto.oversight.OutcomeId;
import eu.sotto.session.CaseEvents;
import eu.sotto.session.Engine;
import eu.sotto.session.OpenMatters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The outcomes whose review is to be done, each with the id of the review. A verdict ends its own
 * review only: one that came too late does not end the next. Thread-safe.
 */
final class OpenReviews {
  private final OpenMatters<String, String> open;

  OpenReviews(Engine engine) {
    this.open = new OpenMatters<>(engine, CaseEvents.open(), OpenReviews::heard);
  }

  private static void heard(Recorded event, Map<String, String> open) {
    String decision = CaseFile.text(event, "decision");
    String review = CaseFile.text(event, "review");
    if (event.kind().equals(CaseEvents.RESOLVED.name())) {
      open.remove(decision, review);
    } else if (opens(event.kind()) && !review.isEmpty()) {
      open.putIfAbsent(decision, review);
    }
  }

  private static boolean opens(String kind) {
    return kind.equals(CaseEvents.OUTCOME.name()) || kind.equals(CaseEvents.CHALLENGED.name());
  }

  /** What is told of each outcome, in the order in which their reviews began. */
  <T> List<T> look(Function<OutcomeId, Optional<T>> file) {
    return open.look((decision, review) -> file.apply(OutcomeId.of(decision)));
  }
}
