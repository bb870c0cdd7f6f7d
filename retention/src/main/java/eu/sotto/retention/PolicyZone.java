package eu.sotto.retention;

import eu.sotto.retention.calendar.DayBoundaries;
import eu.sotto.retention.calendar.HolidayCalendar;
import java.time.ZoneId;

/** Where a policy counts its days: zone, day boundaries and holidays. */
record PolicyZone(ZoneId zone, DayBoundaries days, HolidayCalendar holidays) {
  static PolicyZone of(ZoneId zone, HolidayCalendar holidays) {
    return new PolicyZone(zone, DayBoundaries.of(zone), holidays);
  }

  /** The day of a time, both counted from 1970. */
  long dayOf(long nanos) {
    return days.dayOfSecond(EpochNanos.second(nanos));
  }
}
