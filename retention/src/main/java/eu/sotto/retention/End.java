package eu.sotto.retention;

import eu.sotto.retention.calendar.Until;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a rule, or the last purpose where no rule is given, stops keeping a record.
 *
 * @param key orders ends; the day of the first free moment, and the milliseconds into it
 * @param exact the first free instant where it lies within a day
 * @param rule the rule; null for the end of the purposes
 * @param waits whether the event is unknown, so that this is the backstop
 */
record End(long key, @Nullable Instant exact, @Nullable BoundRule rule, boolean waits) {

  boolean isPast(Instant asOf, long todayKey) {
    return exact != null ? !asOf.isBefore(exact) : key <= todayKey;
  }

  boolean hasBegun(long todayKey) {
    return rule == null || rule.fromKey <= todayKey;
  }

  /** Whether it keeps at the moment of another end, so that the record outlasts that. */
  boolean outlasts(End other) {
    return other.key < key && (rule == null || rule.fromKey <= other.key);
  }

  static End earlier(End one, @Nullable End other) {
    return other == null || one.key <= other.key ? one : other;
  }

  Until until(PolicyZone place) {
    return exact != null
        ? new Until.Before(exact, place.zone())
        : new Until.Through(place.dayOf(key - PolicyZone.DAY));
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
