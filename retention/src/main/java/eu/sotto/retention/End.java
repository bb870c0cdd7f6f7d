package eu.sotto.retention;

import eu.sotto.retention.calendar.Until;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a rule, or the last purpose where no rule is given, stops keeping a record.
 *
 * @param day the day of the first free moment, in days since 1970
 * @param exact the first free time where it lies within that day; unknown where the whole day is
 *     free
 * @param rule the rule; null for the end of the purposes
 * @param waits whether the event is unknown, so that this is the backstop
 */
record End(long day, long exact, @Nullable BoundRule rule, boolean waits) {
  /** The day of an end that never comes. */
  static final long NO_DAY = Long.MAX_VALUE;

  static End ofPurpose(long time, PolicyZone place) {
    return new End(place.dayOf(time), time, null, false);
  }

  boolean isPast(long now, long today) {
    return exact != EpochNanos.UNKNOWN ? exact <= now : day <= today;
  }

  boolean hasBegun(long today) {
    return rule == null || rule.fromDay <= today;
  }

  boolean isLaterThan(End other) {
    return day != other.day ? day > other.day : exact > other.exact;
  }

  static End earlier(End one, @Nullable End other) {
    return other == null || !one.isLaterThan(other) ? one : other;
  }

  LocalDate firstFreeDay() {
    return LocalDate.ofEpochDay(day);
  }

  Until until(PolicyZone place) {
    return exact != EpochNanos.UNKNOWN
        ? new Until.Before(EpochNanos.instant(exact), place.zone())
        : new Until.Through(LocalDate.ofEpochDay(day - 1));
  }

  Because whileActive() {
    if (rule == null) {
      return Because.of(Ground.PERMITTED);
    }
    return waits ? rule.waiting : rule.active;
  }

  Because onceEnded() {
    if (rule == null) {
      return Because.of(Ground.PURPOSE_ENDED);
    }
    return waits ? rule.endedByBackstop : rule.ended;
  }
}
