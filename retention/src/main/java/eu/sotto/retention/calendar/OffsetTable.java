package eu.sotto.retention.calendar;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/** The offsets of a zone from 1900 to 2210, laid out so that one is found without a search. */
final class OffsetTable {
  private static final long FIRST = Instant.parse("1900-01-01T00:00:00Z").getEpochSecond();

  /** Buckets of 24 days, so that few hold a change of clocks. */
  private static final int BUCKET = 21;

  /** No offset: the clocks change within the bucket. */
  private static final int CHANGES = Integer.MIN_VALUE;

  private static final int BUCKETS = 292 << 4;
  private static final long END = FIRST + ((long) BUCKETS << BUCKET);

  private final long[] changes;
  private final int[] offsetBefore;
  private final int[] firstChangeOf = new int[BUCKETS];

  /** The offset of a bucket without a change of clocks. */
  private final int[] steadyOffset = new int[BUCKETS];

  OffsetTable(ZoneRules rules, List<ZoneOffsetTransition> transitions) {
    int count = transitions.size();
    this.changes = new long[count + 1];
    this.offsetBefore = new int[count + 1];
    for (int i = 0; i < count; i++) {
      changes[i] = transitions.get(i).toEpochSecond();
      offsetBefore[i] = transitions.get(i).getOffsetBefore().getTotalSeconds();
    }
    changes[count] = Long.MAX_VALUE;
    offsetBefore[count] = rules.getOffset(Instant.ofEpochSecond(END - 1)).getTotalSeconds();
    for (int bucket = 0, change = 0; bucket < BUCKETS; bucket++) {
      while (changes[change] <= FIRST + ((long) bucket << BUCKET)) {
        change++;
      }
      firstChangeOf[bucket] = change;
      boolean steady = changes[change] >= FIRST + ((bucket + 1L) << BUCKET);
      steadyOffset[bucket] = steady ? offsetBefore[change] : CHANGES;
    }
  }

  /** Every change of clocks within the table. */
  static List<ZoneOffsetTransition> transitions(ZoneRules rules) {
    List<ZoneOffsetTransition> transitions = new ArrayList<>();
    ZoneOffsetTransition next = rules.nextTransition(Instant.ofEpochSecond(FIRST));
    while (next != null && next.toEpochSecond() < END) {
      transitions.add(next);
      next = rules.nextTransition(next.getInstant());
    }
    return transitions;
  }

  boolean covers(long second) {
    return second >= FIRST && second < END;
  }

  /** The offset at a second since 1970 that the table covers, in seconds. */
  int at(long second) {
    int steady = steadyOffset[(int) ((second - FIRST) >> BUCKET)];
    return steady != CHANGES ? steady : offsetBefore[nextChange(second)];
  }

  /** Whether the offset is the same from one covered second to another. */
  boolean isSteady(long from, long to) {
    return nextChange(from) == nextChange(to);
  }

  private int nextChange(long second) {
    int change = firstChangeOf[(int) ((second - FIRST) >> BUCKET)];
    while (changes[change] <= second) {
      change++;
    }
    return change;
  }
}
