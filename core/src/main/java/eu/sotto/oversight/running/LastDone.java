package eu.sotto.oversight.running;

import eu.sotto.session.CaseEvents;
import eu.sotto.session.Engine;
import eu.sotto.session.OpenMatters;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** When each recurring review of the register was done last. Thread-safe. */
final class LastDone {
  private final Engine engine;
  private final Map<String, OpenMatters<String, Instant>> byName = new ConcurrentHashMap<>();

  LastDone(Engine engine) {
    this.engine = engine;
  }

  Optional<Instant> of(String name) {
    return byName.computeIfAbsent(name, this::followed).look((same, at) -> Optional.of(at)).stream()
        .findFirst();
  }

  private OpenMatters<String, Instant> followed(String name) {
    return new OpenMatters<>(
        engine,
        CaseEvents.recurring(name),
        (event, last) -> last.merge(name, event.happenedAt(), LastDone::later));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
