package eu.sotto.retention;

import static eu.sotto.retention.Samples.RECORDING;
import static eu.sotto.retention.Samples.noon;
import static org.assertj.core.api.Assertions.assertThat;

import eu.sotto.retention.calendar.RetentionTerm;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RecordFactsTest {
  /** Two names with the same hash. */
  private static final EventName ONE = EventName.of("Aa");

  private static final EventName OTHER = EventName.of("BB");

  private static RetentionRule delete(String id, EventName from, String term) {
    return RetentionRule.forClass(RECORDING)
        .mustDeleteBy()
        .trigger(Trigger.event(from).backstop(RetentionTerm.parse("P9Y")))
        .period(RetentionTerm.parse(term))
        .source("register")
        .id(RuleId.of(id))
        .build();
  }

  private static RecordFacts with(EventName event) {
    return RecordFacts.of(RECORDING, noon("2026-01-10")).event(event, noon("2026-02-10")).build();
  }

  @Test
  void eventsWithTheSameHashAreToldApart() {
    assertThat(ONE.hashCode()).isEqualTo(OTHER.hashCode());
    RetentionPolicy both = Samples.policy(delete("one", ONE, "P1M"), delete("two", OTHER, "P2M"));
    RetentionPolicy first = Samples.policy(delete("one", ONE, "P1M"));
    assertThat(both.due(with(ONE)).orElseThrow().firstDeletionDay()).hasToString("2026-03-11");
    assertThat(both.due(with(OTHER)).orElseThrow().firstDeletionDay()).hasToString("2026-04-11");
    assertThat(first.due(with(OTHER)).orElseThrow().firstDeletionDay()).hasToString("2035-01-11");
  }

  @Property
  void factsKeepEveryOccurrence(
      @ForAll @IntRange(max = 2_000) int record, @ForAll @IntRange(min = 1, max = 20) int times) {
    EventName name = EventName.of("event-" + record);
    RecordFacts.Builder facts = RecordFacts.of(RECORDING, noon("2026-01-10"));
    Instant first = noon("2026-02-10");
    for (int i = 0; i < times; i++) {
      facts.event(name, first.plusSeconds(i));
    }
    List<Instant> all = facts.build().events().getOrDefault(name, List.of());
    assertThat(facts.build().events()).isEqualTo(Map.of(name, all));
    assertThat(all).hasSize(times).startsWith(first).endsWith(first.plusSeconds(times - 1));
  }
}
