package eu.sotto.retention.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable OffsetTable offsets;
  private final boolean repeatsDates;

  private DayBoundaries(ZoneId zone, @Nullable OffsetTable offsets, boolean repeatsDates) {
    this.zone = zone;
    this.rules = zone.getRules();
    this.offsets = offsets;
    this.repeatsDates = repeatsDates;
  }

  /** For one answer: asks the zone's rules each time rather than laying out all changes. */
  static DayBoundaries once(ZoneId zone) {
    return new DayBoundaries(zone, null, true);
  }

  /**
   * The day boundaries of a zone.
   *
   * @param zone the zone
   * @return its boundaries
   */
  public static DayBoundaries of(ZoneId zone) {
    ZoneRules rules = zone.getRules();
    List<ZoneOffsetTransition> transitions = OffsetTable.transitions(rules);
    return new DayBoundaries(
        zone,
        new OffsetTable(rules, transitions),
        transitions.stream().anyMatch(DayBoundaries::repeatsDate));
  }

  /**
   * The day of an instant.
   *
   * @param instant the instant
   * @return its day, in days since 1970-01-01
   */
  public long dayOf(Instant instant) {
    return dayOfSecond(instant.getEpochSecond());
  }

  /**
   * The day of a second; the same rule without objects, for sweeps.
   *
   * @param epochSecond the second, counted from 1970-01-01T00:00Z
   * @return its day, in days since 1970-01-01
   */
  public long dayOfSecond(long epochSecond) {
    long day = Math.floorDiv(epochSecond + offsetAt(epochSecond), SECONDS_PER_DAY);
    return repeatsDates && startOf(day + 1).getEpochSecond() <= epochSecond ? day + 1 : day;
  }

  private int offsetAt(long epochSecond) {
    return offsets != null && offsets.covers(epochSecond)
        ? offsets.at(epochSecond)
        : rules.getOffset(Instant.ofEpochSecond(epochSecond)).getTotalSeconds();
  }

  /**
   * The first instant of a day.
   *
   * @param epochDay the day, in days since 1970-01-01
   * @return its first instant
   */
  public Instant startOf(long epochDay) {
    long local = epochDay * SECONDS_PER_DAY;
    long dayBefore = local - SECONDS_PER_DAY;
    long dayAfter = local + SECONDS_PER_DAY;
    if (offsets != null
        && offsets.covers(dayBefore)
        && offsets.covers(dayAfter)
        && offsets.isSteady(dayBefore, dayAfter)) {
      return Instant.ofEpochSecond(local - offsets.at(local));
    }
    return LocalDate.ofEpochDay(epochDay).atStartOfDay(zone).toInstant();
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
