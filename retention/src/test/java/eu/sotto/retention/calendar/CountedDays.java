package eu.sotto.retention.calendar;

import java.time.LocalDate;

/**
 * A calendar that was counted day by day on the fingers: an oracle for month and year arithmetic
 * that uses no plus operation of java.time and none of the engine's.
 */
final class CountedDays {
  private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int FIRST_YEAR = 1999;
  private static final int LAST_YEAR = 2140;
  private static final int DAYS = 52_000;

  private final int[] year = new int[DAYS];
  private final int[] month = new int[DAYS];
  private final int[] number = new int[DAYS];
  private final int[][] firstOfMonth = new int[LAST_YEAR - FIRST_YEAR + 1][12];
  final int first;
  final int last;

  CountedDays() {
    int day = 0;
    for (int y = FIRST_YEAR; y <= LAST_YEAR; y++) {
      for (int m = 0; m < 12; m++) {
        firstOfMonth[y - FIRST_YEAR][m] = day;
        for (int n = 1; n <= length(y, m); n++) {
          year[day] = y;
          month[day] = m;
          number[day] = n;
          day++;
        }
      }
    }
    first = firstOfMonth[1][0];
    last = firstOfMonth[2101 - FIRST_YEAR][0] - 1;
  }

  private static int length(int y, int m) {
    boolean leap = y % 4 == 0 && (y % 100 != 0 || y % 400 == 0);
    return m == 1 && leap ? 29 : LENGTHS[m];
  }

  LocalDate date(int day) {
    return LocalDate.of(year[day], month[day] + 1, number[day]);
  }

  /** BGB 187(1), 188(2), 188(3): the number of the event's day, or the month's last. */
  int after(int event, int months, int days) {
    int y = year[event];
    int m = month[event];
    for (int i = 0; i < months; i++) {
      m++;
      if (m == 12) {
        m = 0;
        y++;
      }
    }
    int wanted = number[event];
    int there = firstOfMonth[y - FIRST_YEAR][m] + Math.min(wanted, length(y, m)) - 1;
    return there + days;
  }

  /** BGB 187(2), 188(2): the day before the number of the first day, or the month's last. */
  int including(int firstDay, int months, int days) {
    if (months == 0) {
      return firstDay + days - 1;
    }
    if (number[firstDay] == 1) {
      return after(firstDay, months, 0) - 1 + days;
    }
    int before = firstDay - 1;
    int y = year[before];
    int m = month[before];
    for (int i = 0; i < months; i++) {
      m++;
      if (m == 12) {
        m = 0;
        y++;
      }
    }
    return firstOfMonth[y - FIRST_YEAR][m] + Math.min(number[before], length(y, m)) - 1 + days;
  }

  int yearEnd(int day) {
    int there = day;
    while (month[there] != 11 || number[there] != 31) {
      there++;
    }
    return there;
  }

  /** The first of January 1999 was a Friday. */
  boolean isWeekend(int day) {
    int weekday = (day + 4) % 7;
    return weekday == 5 || weekday == 6;
  }
}
