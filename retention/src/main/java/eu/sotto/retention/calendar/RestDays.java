package eu.sotto.retention.calendar;

import java.time.LocalDate;

/** The weekends and holidays of a calendar from 1995 to 2195, one bit each; computed once. */
final class RestDays {
  private static final long FIRST = LocalDate.of(1995, 1, 1).toEpochDay();
  private static final long END = LocalDate.of(2195, 1, 1).toEpochDay();

  private final long[] bits = new long[(int) ((END - FIRST) >> 6) + 1];

  RestDays(HolidayCalendar holidays) {
    for (long day = FIRST; day < END; day++) {
      if (EpochDays.isWeekend(day) || holidays.isHoliday(LocalDate.ofEpochDay(day))) {
        bits[(int) ((day - FIRST) >> 6)] |= 1L << (day - FIRST);
      }
    }
  }

  static boolean covers(long epochDay) {
    return epochDay >= FIRST && epochDay < END;
  }

  /** Whether a covered day is a day of rest. */
  boolean has(long epochDay) {
    return (bits[(int) ((epochDay - FIRST) >> 6)] & (1L << (epochDay - FIRST))) != 0;
  }
}
