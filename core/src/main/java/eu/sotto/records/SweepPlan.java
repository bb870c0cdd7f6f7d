package eu.sotto.records;

import eu.sotto.retention.Disposition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a sweep would do, record by record, and changes nothing; executing it disposes of these
 * records at most. Immutable and thread-safe.
 *
 * @param asOf the instant for which it was decided
 * @param items every record whose day has come, in order of that day
 * @param unreadable records whose index entry is damaged, so that nothing can be decided: they stay
 *     until a person disposes of them
 */
public record SweepPlan(Instant asOf, List<Item> items, List<RecordId> unreadable) {
  /** Copies the lists. */
  public SweepPlan {
    Objects.requireNonNull(asOf, "asOf");
    items = List.copyOf(items);
    unreadable = List.copyOf(unreadable);
  }

  /**
   * A record whose day has come, and what happens to it.
   *
   * @param entry the record
   * @param disposition disposed of, or kept for a hold or duty, with the reason
   */
  public record Item(RecordEntry entry, Disposition disposition) {
    /** Refuses missing parts. */
    public Item {
      Objects.requireNonNull(entry, "entry");
      Objects.requireNonNull(disposition, "disposition");
    }
  }

  /**
   * The records that go.
   *
   * @return them, in order of their day
   */
  public List<RecordEntry> due() {
    return items.stream().filter(i -> i.disposition().isDue()).map(Item::entry).toList();
  }

  /**
   * The records that stay although their day has come, each with its reason.
   *
   * @return them, in order of their day
   */
  public List<Item> staying() {
    return items.stream().filter(item -> !item.disposition().isDue()).toList();
  }
}
