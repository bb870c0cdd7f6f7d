package eu.sotto.rights.running;

import eu.sotto.retention.calendar.GermanHolidays;
import eu.sotto.retention.calendar.HolidayCalendar;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.rights.RequestDeadline;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * By when a request is to be answered: one month from receipt, three if extended, both counted from
 * receipt; days of doubt about the identity are added whole. Source: GDPR Art. 12(3), (6);
 * Regulation 1182/71 Art. 3(1), (2)(c), (4).
 */
final class Deadlines {
  private static final RetentionTerm MONTH = RetentionTerm.of(Period.ofMonths(1));
  private static final RetentionTerm EXTENDED = RetentionTerm.of(Period.ofMonths(3));

  /** A time in which it was doubtful who asks. */
  record Pause(Instant from, Instant to) {}

  private Deadlines() {}

  static RequestDeadline of(ZoneId zone, Instant received, List<Pause> pauses, boolean extended) {
    int paused = pauses.stream().mapToInt(pause -> days(zone, pause)).sum();
    RetentionTerm term = extended ? EXTENDED : MONTH;
    LocalDate own = term.lastDay(day(zone, received)).plusDays(paused);
    return new RequestDeadline(own, workingDay(own), extended, paused);
  }

  private static int days(ZoneId zone, Pause pause) {
    long days = ChronoUnit.DAYS.between(day(zone, pause.from()), day(zone, pause.to()));
    return Math.toIntExact(Math.max(0, days));
  }

  private static LocalDate workingDay(LocalDate own) {
    HolidayCalendar holidays = GermanHolidays.nationwide();
    LocalDate day = own;
    while (!holidays.isWorkingDay(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static LocalDate day(ZoneId zone, Instant at) {
    return LocalDate.ofInstant(at, zone);
  }
}
