package eu.sotto.retention;

import eu.sotto.retention.calendar.DayBoundaries;
import eu.sotto.retention.calendar.HolidayCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Where a policy counts its days: zone, day boundaries and holidays. */
record PolicyZone(ZoneId zone, DayBoundaries days, HolidayCalendar holidays) {
  static final long DAY = 86_400_000L;

  static PolicyZone of(ZoneId zone, HolidayCalendar holidays) {
    return new PolicyZone(zone, DayBoundaries.of(zone), holidays);
  }

  /** The day of an instant and the milliseconds since it began, as one number to order ends by. */
  long key(Instant instant) {
    long day = days.dayOf(instant);
    long millis = Duration.between(days.startOf(day), instant.plusNanos(999_999)).toMillis();
    return day * DAY + Math.min(millis, DAY - 1);
  }

  /** The key of the day on which an instant falls. */
  long dayKey(Instant instant) {
    return days.dayOf(instant) * DAY;
  }

  LocalDate dayOf(long key) {
    return LocalDate.ofEpochDay(Math.floorDiv(key, DAY));
  }
}
