package eu.sotto.retention;

import eu.sotto.retention.calendar.RetentionTerm;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A rule in the reading that its kind takes, bound to the place where days are counted. */
final class BoundRule {
  final RetentionRule rule;
  final PolicyZone zone;
  final Because active;
  final Because waiting;
  final Because ended;
  final Because endedByBackstop;
  final @Nullable RetentionTerm term;
  private final @Nullable RetentionTerm backstop;
  private final boolean isMaximum;
  final boolean isAbsolute;
  final long fromDay;
  final long lapseDay;
  final int place;
  final int slot;

  /** What it is as a keeper: a duty, a claim or permitted. */
  final Ground keeps;

  /**
   * Binds a rule.
   *
   * @param place its place among the rules of its class
   * @param slot the place of its trigger among those of its class
   */
  BoundRule(RetentionRule rule, PolicyZone zone, int place, int slot) {
    this.rule = rule;
    this.zone = zone;
    this.place = place;
    this.slot = slot;
    this.keeps = keeps(rule);
    this.term = rule.term().map(written -> reading(rule.kind(), written)).orElse(null);
    this.fromDay = rule.inForceFrom().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
    this.lapseDay = rule.inForceThrough().map(day -> day.toEpochDay() + 1).orElse(End.NO_DAY);
    this.backstop = rule.trigger().backstopOrNull();
    this.isMaximum = rule.kind() == RuleKind.MUST_DELETE_BY;
    this.isAbsolute = rule.isAbsolute();
    this.active = Because.of(isMaximum ? Ground.WITHIN_MAXIMUM : keeps, rule.id());
    this.waiting = Because.of(Ground.WAITS_FOR_EVENT, rule.id());
    this.ended = Because.of(isMaximum ? Ground.MAXIMUM_REACHED : Ground.BASIS_ENDED, rule.id());
    this.endedByBackstop = Because.of(Ground.BACKSTOP_REACHED, rule.id());
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
  End end(Moments moments) {
    long day = moments.startDay(slot);
    boolean waits = moments.time(slot) == EpochNanos.UNKNOWN;
    RetentionTerm applied = waits ? backstop : term;
    if (applied != null && !applied.isElapsed()) {
      long last = applied.lastEpochDay(day, zone.holidays());
      return withinLaw(last + 1, EpochNanos.UNKNOWN, waits);
    }
    long start = moments.start(slot);
    if (applied == null) {
      return withinLaw(day, start, waits);
    }
    long exact = start + applied.elapsed().orElseThrow().toNanos();
    return withinLaw(zone.dayOf(exact), exact, waits);
  }

  private End withinLaw(long day, long exact, boolean waits) {
    if (isMaximum) {
      if (day >= lapseDay) {
        return new End(End.NO_DAY, EpochNanos.UNKNOWN, this, waits);
      }
      if (day < fromDay) {
        return new End(fromDay, EpochNanos.UNKNOWN, this, waits);
      }
    } else if (day >= lapseDay) {
      return new End(lapseDay, EpochNanos.UNKNOWN, this, waits);
    }
    return new End(day, exact, this, waits);
  }

  /** The latest triggers that are past at an instant, so that an index can answer. */
  CutOff cutOff(Instant asOf) {
    Instant trigger = before(term, asOf);
    return new CutOff(
        rule.id(),
        rule.kind(),
        rule.trigger(),
        trigger,
        rule.trigger().isRecorded() ? trigger : before(backstop, asOf));
  }

  private Instant before(@Nullable RetentionTerm applied, Instant asOf) {
    long today = zone.days().dayOf(asOf);
    if (isMaximum) {
      if (today < fromDay) {
        return Instant.MIN;
      }
      return today < lapseDay ? unclipped(applied, asOf) : beforeLapse(applied);
    }
    return today < lapseDay ? unclipped(applied, asOf) : Instant.MAX;
  }

  /** Triggers whose end comes while the rule is law; later ones never come under it. */
  Instant lapse(boolean known) {
    return lapseDay == End.NO_DAY ? Instant.MAX : beforeLapse(known ? term : backstop);
  }

  private Instant beforeLapse(@Nullable RetentionTerm applied) {
    return unclipped(applied, zone.days().startOf(lapseDay).minusNanos(1));
  }

  private Instant unclipped(@Nullable RetentionTerm applied, Instant asOf) {
    if (applied == null) {
      return asOf.plusNanos(1);
    }
    if (applied.isElapsed()) {
      return asOf.minus(applied.elapsed().orElseThrow()).plusNanos(1);
    }
    long today = zone.days().dayOf(asOf);
    return zone.days().startOf(lastEventDayBefore(applied, today) + 1);
  }

  /** Last days never decrease with the event's day, so halving finds the edge exactly. */
  private long lastEventDayBefore(RetentionTerm applied, long today) {
    long high = today + 1;
    long step = 512;
    while (applied.lastEpochDay(high - step, zone.holidays()) >= today) {
      step *= 2;
    }
    long low = high - step;
    while (high - low > 1) {
      long middle = (low + high) >>> 1;
      if (applied.lastEpochDay(middle, zone.holidays()) < today) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
