package eu.sotto.retention;

import eu.sotto.retention.calendar.RetentionTerm;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule in the reading that its kind takes, bound to the place where days are counted.
 *
 * <p>Ends are told as keys: milliseconds of local time of the first free moment.
 */
final class BoundRule {
  final RetentionRule rule;
  final PolicyZone place;
  final Because active;
  final Because waiting;
  final Because ended;
  final Because endedByBackstop;
  final @Nullable RetentionTerm term;
  final long fromKey;
  final long throughKey;

  BoundRule(RetentionRule rule, PolicyZone place) {
    this.rule = rule;
    this.place = place;
    this.term = rule.term().map(written -> reading(rule.kind(), written)).orElse(null);
    this.fromKey = key(rule.inForceFrom().orElse(null), 0, Long.MIN_VALUE);
    this.throughKey = key(rule.inForceThrough().orElse(null), 1, Long.MAX_VALUE);
    boolean bound = rule.kind() == RuleKind.MUST_DELETE_BY;
    this.active = Because.of(bound ? Ground.WITHIN_MAXIMUM : keeps(rule), rule.id());
    this.waiting = Because.of(Ground.WAITS_FOR_EVENT, rule.id());
    this.ended = Because.of(bound ? Ground.MAXIMUM_REACHED : Ground.BASIS_ENDED, rule.id());
    this.endedByBackstop = Because.of(Ground.BACKSTOP_REACHED, rule.id());
  }

  private static long key(@Nullable LocalDate day, int plus, long none) {
    return day == null ? none : (day.toEpochDay() + plus) * PolicyZone.DAY;
  }

  private static Ground keeps(RetentionRule rule) {
    if (rule.kind() == RuleKind.MUST_KEEP_UNTIL) {
      return Ground.DUTY;
    }
    return rule.justification().filter(Justification::onlyForClaims).isPresent()
        ? Ground.CLAIM
        : Ground.PERMITTED;
  }

  PurposeName purpose() {
    return rule.justification().orElseThrow().purpose();
  }

  /** A duty to keep rolls in doubt; what we owe does not; all else stays as written. */
  static RetentionTerm reading(RuleKind kind, RetentionTerm written) {
    return switch (kind) {
      case MUST_KEEP_UNTIL ->
          written.isElapsed() || written.isRolling() ? written : written.rolling();
      case DEADLINE -> written.withoutRolling();
      default -> written;
    };
  }

  /** The first free moment by what is known, within the time in which the rule is law. */
  End end(RecordFacts facts) {
    Instant time = facts.timeOf(rule.trigger());
    RetentionTerm applied = time == null ? rule.trigger().backstopOrNull() : term;
    Instant start = time == null ? facts.recordedAt() : time;
    if (applied == null) {
      return clip(place.key(start), start, time == null);
    }
    if (applied.isElapsed()) {
      Instant exact = start.plus(applied.elapsed().orElseThrow());
      return clip(place.key(exact), exact, time == null);
    }
    long day = place.days().dayOf(start);
    long free = (applied.lastEpochDay(day, place.holidays()) + 1) * PolicyZone.DAY;
    return clip(free, null, time == null);
  }

  private End clip(long key, @Nullable Instant exact, boolean waits) {
    if (rule.kind() == RuleKind.MUST_DELETE_BY) {
      if (key >= throughKey) {
        return new End(Long.MAX_VALUE, null, this, waits);
      }
      return key < fromKey ? new End(fromKey, null, this, waits) : new End(key, exact, this, waits);
    }
    return key > throughKey
        ? new End(throughKey, null, this, waits)
        : new End(key, exact, this, waits);
  }

  /** The latest triggers that are past at an instant, so that an index can answer. */
  CutOff cutOff(Instant asOf) {
    RetentionTerm backstop = rule.trigger().backstopOrNull();
    Instant trigger = before(term, asOf);
    return new CutOff(
        rule.id(),
        rule.kind(),
        rule.trigger(),
        trigger,
        rule.trigger().isRecorded() ? trigger : before(backstop, asOf));
  }

  private Instant before(@Nullable RetentionTerm applied, Instant asOf) {
    long today = place.dayKey(asOf);
    if (rule.kind() == RuleKind.MUST_DELETE_BY) {
      if (today < fromKey) {
        return Instant.MIN;
      }
      return today < throughKey ? unclipped(applied, asOf) : beforeLapse(applied);
    }
    return today < throughKey ? unclipped(applied, asOf) : Instant.MAX;
  }

  /** Triggers whose end comes while the rule is law; later ones never come under it. */
  Instant lapse(boolean known) {
    return throughKey == Long.MAX_VALUE
        ? Instant.MAX
        : beforeLapse(known ? term : rule.trigger().backstopOrNull());
  }

  private Instant beforeLapse(@Nullable RetentionTerm applied) {
    return unclipped(applied, place.days().startOf(throughKey / PolicyZone.DAY).minusNanos(1));
  }

  private Instant unclipped(@Nullable RetentionTerm applied, Instant asOf) {
    if (applied == null) {
      return asOf.plusNanos(1);
    }
    if (applied.isElapsed()) {
      return asOf.minus(applied.elapsed().orElseThrow()).plusNanos(1);
    }
    long today = place.days().dayOf(asOf);
    return place.days().startOf(lastEventDayBefore(applied, today) + 1);
  }

  /** Last days never decrease with the event's day, so halving finds the edge exactly. */
  private long lastEventDayBefore(RetentionTerm applied, long today) {
    long high = today + 1;
    long step = 512;
    while (applied.lastEpochDay(high - step, place.holidays()) >= today) {
      step *= 2;
    }
    long low = high - step;
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (applied.lastEpochDay(middle, place.holidays()) < today) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
