package eu.sotto.retention.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Says which days are public holidays. A port: hosts outside Germany bring their own.
 *
 * <p>Implementations are pure and safe for use by many threads; the same day always gets the same
 * answer.
 */
@FunctionalInterface
public interface HolidayCalendar {
  /**
   * Says whether a day is a public holiday; Saturdays and Sundays count only if they are one.
   *
   * @param day the day
   * @return whether it is a public holiday
   */
  boolean isHoliday(LocalDate day);

  /**
   * Says whether a day is neither Saturday, Sunday nor public holiday.
   *
   * @param day the day
   * @return whether it is a working day
   */
  default boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !isHoliday(day);
  }

  /**
   * Adds the holidays of another calendar, such as those of one municipality.
   *
   * @param other the calendar to add
   * @return a calendar of the days of either
   */
  default HolidayCalendar and(HolidayCalendar other) {
    Objects.requireNonNull(other, "other");
    return day -> isHoliday(day) || other.isHoliday(day);
  }

  /**
   * A calendar without holidays: only Saturdays and Sundays are not working days.
   *
   * @return the empty calendar
   */
  static HolidayCalendar none() {
    return day -> false;
  }
}
