package eu.sotto.benchmarks.retention;

import eu.sotto.retention.Claim;
import eu.sotto.retention.EventName;
import eu.sotto.retention.Hold;
import eu.sotto.retention.HoldGround;
import eu.sotto.retention.RecordFacts;
import eu.sotto.retention.RuleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Calls of twelve months, drawn from a fixed seed: nearly all have ended, half were followed by
 * another contact, half led to an order and four in ten to an invoice; one in fifty is claimed, one
 * in a hundred held.
 */
final class Population {
  static final Instant AS_OF = Instant.parse("2026-11-21T10:00:00Z");
  static final long UNKNOWN = Long.MIN_VALUE;
  private static final long YEAR = Duration.ofDays(365).toSeconds();
  private static final List<Hold> HELD =
      List.of(Hold.since("case-1", HoldGround.LEGAL_HOLD, AS_OF.minusSeconds(YEAR)));
  private static final Claim CLAIM = new Claim("file-1", RuleId.of(FiveRules.CLAIM));

  final RecordFacts[] facts;
  final CallRow[] rows;

  /** What a store would index: the second of each call's beginning and of its last contact. */
  final long[] recorded;

  final long[] lastContact;
  private final boolean[] held;

  Population(int size, boolean byHandToo) {
    SplittableRandom random = new SplittableRandom(4_711);
    facts = new RecordFacts[size];
    rows = new CallRow[byHandToo ? size : 0];
    recorded = new long[size];
    lastContact = new long[size];
    held = new boolean[size];
    for (int i = 0; i < size; i++) {
      CallRow row = row(random);
      facts[i] = facts(row);
      recorded[i] = row.recordedAt().getEpochSecond();
      lastContact[i] = Math.max(second(row.endedAt()), second(row.contactAt()));
      held[i] = random.nextInt(100) == 0;
      if (byHandToo) {
        rows[i] = row;
      }
    }
  }

  List<Hold> holdsOf(int record) {
    return held[record] ? HELD : List.of();
  }

  private static long second(@Nullable Instant instant) {
    return instant == null ? UNKNOWN : instant.getEpochSecond();
  }

  private static CallRow row(SplittableRandom random) {
    Instant recorded = AS_OF.minusSeconds(random.nextLong(YEAR));
    Instant ended = recorded.plusSeconds(random.nextLong(3_600));
    return new CallRow(
        recorded,
        random.nextInt(100) == 0 ? null : ended,
        someTimeAfter(ended, random, 50),
        someTimeAfter(ended, random, 50),
        someTimeAfter(ended, random, 40),
        random.nextInt(50) == 0);
  }

  private static @Nullable Instant someTimeAfter(
      Instant start, SplittableRandom random, int percent) {
    return random.nextInt(100) < percent ? start.plusSeconds(random.nextLong(YEAR / 12)) : null;
  }

  private static RecordFacts facts(CallRow row) {
    RecordFacts.Builder facts = RecordFacts.of(FiveRules.CALLS, row.recordedAt());
    add(facts, FiveRules.ENDED, row.endedAt());
    add(facts, FiveRules.CONTACT, row.contactAt());
    add(facts, FiveRules.ORDERED, row.orderedAt());
    add(facts, FiveRules.INVOICED, row.invoicedAt());
    if (row.claimed()) {
      facts.claim(CLAIM);
    }
    return facts.build();
  }

  private static void add(RecordFacts.Builder facts, EventName event, @Nullable Instant at) {
    if (at != null) {
      facts.event(event, at);
    }
  }
}
