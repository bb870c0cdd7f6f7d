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
    while (EpochDays.isWeekend(moved) || holidays.isHoliday(LocalDate.ofEpochDay(moved))) {
      moved++;
    }
    return moved;
  }

  String text() {
    return !moves ? "" : land == null ? ";ROLL" : ";ROLL:" + land;
  }
}
