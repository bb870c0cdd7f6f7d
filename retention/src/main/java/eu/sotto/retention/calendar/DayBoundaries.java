package eu.sotto.retention.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneOffsetTransitionRule;
import java.time.zone.ZoneRules;

/**
 * Tells the day of an instant in a zone so that later instants never fall on earlier days.
 *
 * <p>Where a clock is put back across midnight a date comes twice; the new day then begins with its
 * first coming. Only so can a due date be turned into one cut-off instant. Immutable.
 */
public final class DayBoundaries {
  private static final int SECONDS_PER_DAY = 86_400;

  private final ZoneId zone;
  private final ZoneRules rules;
  private final boolean repeatsDates;

  private DayBoundaries(ZoneId zone, boolean repeatsDates) {
    this.zone = zone;
    this.rules = zone.getRules();
    this.repeatsDates = repeatsDates;
  }

  /** For one answer: asks for the next day each time rather than looking through all changes. */
  static DayBoundaries once(ZoneId zone) {
    return new DayBoundaries(zone, true);
  }

  /**
   * The day boundaries of a zone.
   *
   * @param zone the zone
   * @return its boundaries
   */
  public static DayBoundaries of(ZoneId zone) {
    return new DayBoundaries(zone, repeatsDates(zone.getRules()));
  }

  /**
   * The day of an instant.
   *
   * @param instant the instant
   * @return its day, in days since 1970-01-01
   */
  public long dayOf(Instant instant) {
    long local = instant.getEpochSecond() + rules.getOffset(instant).getTotalSeconds();
    long day = Math.floorDiv(local, SECONDS_PER_DAY);
    return repeatsDates && !startOf(day + 1).isAfter(instant) ? day + 1 : day;
  }

  /**
   * The first instant of a day.
   *
   * @param epochDay the day, in days since 1970-01-01
   * @return its first instant
   */
  public Instant startOf(long epochDay) {
    return LocalDate.ofEpochDay(epochDay).atStartOfDay(zone).toInstant();
  }

  private static boolean repeatsDates(ZoneRules rules) {
    for (ZoneOffsetTransition transition : rules.getTransitions()) {
      if (repeatsDate(transition)) {
        return true;
      }
    }
    for (ZoneOffsetTransitionRule rule : rules.getTransitionRules()) {
      if (repeatsDate(rule.createTransition(2040))) {
        return true;
      }
    }
    return false;
  }

  private static boolean repeatsDate(ZoneOffsetTransition transition) {
    return transition.isOverlap()
        && transition
            .getDateTimeBefore()
            .minusNanos(1)
            .toLocalDate()
            .isAfter(transition.getDateTimeAfter().toLocalDate());
  }
}
