package eu.sotto.retention.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Whether and by whose holidays the end of a period moves to a working day. */
record Roll(boolean moves, @Nullable Land land) {
  static final Roll NONE = new Roll(false, null);
  static final Roll GENERAL = new Roll(true, null);

  static Roll of(Land land) {
    return new Roll(true, land);
  }

  long from(long day, HolidayCalendar general) {
    if (!moves) {
      return day;
    }
    HolidayCalendar holidays = land == null ? general : GermanHolidays.of(land);
    long moved = day;
    while (isRest(moved, holidays)) {
      moved++;
    }
    return moved;
  }

  private static boolean isRest(long day, HolidayCalendar holidays) {
    if (holidays instanceof GermanHolidays german && RestDays.covers(day)) {
      return german.restDays().has(day);
    }
    return EpochDays.isWeekend(day) || holidays.isHoliday(LocalDate.ofEpochDay(day));
  }

  String text() {
    return !moves ? "" : land == null ? ";ROLL" : ";ROLL:" + land;
  }
}
