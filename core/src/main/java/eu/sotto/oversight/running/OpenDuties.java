package eu.sotto.oversight.running;

import eu.sotto.ledger.LeafId;
import eu.sotto.ledger.Recorded;
import eu.sotto.oversight.DutyId;
import eu.sotto.oversight.Telling.About;
import eu.sotto.session.CaseEvents;
import eu.sotto.session.Engine;
import eu.sotto.session.OpenMatters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What callers are still to be told, each with the entry that it came from; what that entry says is
 * read anew and not remembered. Thread-safe.
 */
final class OpenDuties {
  private final Cases cases;
  private final OpenMatters<DutyId, LeafId> open;

  /** A duty with the event that it came from. */
  record Owed(DutyId id, About about, Recorded cause) {}

  OpenDuties(Engine engine) {
    this.cases = new Cases(engine);
    this.open = new OpenMatters<>(engine, CaseEvents.open(), OpenDuties::heard);
  }

  private static void heard(Recorded event, Map<DutyId, LeafId> open) {
    if (event.kind().equals(CaseEvents.TOLD.name())) {
      open.remove(DutyId.of(CaseFile.text(event, "duty")));
    } else {
      owed(event).ifPresent(duty -> open.putIfAbsent(duty.id(), event.appended().id()));
    }
  }

  private static Optional<Owed> owed(Recorded event) {
    String tell = CaseFile.text(event, "tell");
    if (event.kind().equals(CaseEvents.RESOLVED.name()) && !tell.isEmpty()) {
      return owed(event, "review", About.valueOf(tell));
    }
    if (event.kind().equals(CaseEvents.OUTCOME.name())
        && CaseFile.text(event, "special").equals("true")) {
      return owed(event, "decision", About.SPECIAL_CATEGORY_USED);
    }
    return event.kind().equals(CaseEvents.EFFECT.name())
        ? owed(event, "duty", About.valueOf(CaseFile.text(event, "effect")))
        : Optional.empty();
  }

  private static Optional<Owed> owed(Recorded event, String id, About about) {
    return Optional.of(new Owed(DutyId.of(CaseFile.text(event, id)), about, event));
  }

  /** What is told of each duty, in the order in which they began. */
  <T> List<T> look(Function<Owed, Optional<T>> file) {
    return open.look(
        (duty, cause) ->
            cases
                .engine()
                .journal()
                .ledger()
                .event(cause)
                .flatMap(OpenDuties::owed)
                .filter(this::stands)
                .flatMap(file));
  }

  /** Of two verdicts on one review the second opens nothing, also after the caller was told. */
  private boolean stands(Owed owed) {
    Recorded cause = owed.cause();
    return !cause.kind().equals(CaseEvents.RESOLVED.name())
        || cases
            .verdict(CaseFile.text(cause, "decision"), CaseFile.text(cause, "review"))
            .filter(first -> first.appended().id().equals(cause.appended().id()))
            .isPresent();
  }
}
