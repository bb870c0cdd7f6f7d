package eu.sotto.retention.calendar;

/** Proleptic Gregorian arithmetic on epoch days, free of allocation for the sweep. */
final class EpochDays {
  private static final int DAYS_PER_ERA = 146_097;
  private static final int SHIFT_TO_MARCH_0000 = 719_468;

  /** Months from January 1900, laid out; the arithmetic is for what lies outside. */
  private static final long FIRST_MONTH = 1_900 * 12;

  private static final int MONTHS = 600 * 12;
  private static final int[] FIRSTS = new int[MONTHS + 1];

  static {
    for (int month = 0; month <= MONTHS; month++) {
      FIRSTS[month] = (int) computedFirstOf(FIRST_MONTH + month);
    }
  }

  private EpochDays() {}

  /** Months since January of the year 0, for the day given. */
  static long monthIndex(long epochDay) {
    long since = epochDay - FIRSTS[0];
    if (since < 0 || epochDay >= FIRSTS[MONTHS]) {
      return computedMonthIndex(epochDay);
    }
    int month = (int) (since * 4_800 / DAYS_PER_ERA);
    while (FIRSTS[month + 1] <= epochDay) {
      month++;
    }
    while (FIRSTS[month] > epochDay) {
      month--;
    }
    return FIRST_MONTH + month;
  }

  /** First day of the month given as months since January of the year 0. */
  static long firstOf(long monthIndex) {
    long month = monthIndex - FIRST_MONTH;
    return month >= 0 && month <= MONTHS ? FIRSTS[(int) month] : computedFirstOf(monthIndex);
  }

  private static long computedMonthIndex(long epochDay) {
    long shifted = epochDay + SHIFT_TO_MARCH_0000;
    long era = Math.floorDiv(shifted, DAYS_PER_ERA);
    int dayOfEra = (int) (shifted - era * DAYS_PER_ERA);
    int yearOfEra = yearOfEra(dayOfEra);
    int monthFromMarch = (5 * dayOfYear(dayOfEra, yearOfEra) + 2) / 153;
    return (era * 400 + yearOfEra) * 12 + monthFromMarch + 2;
  }

  private static long computedFirstOf(long monthIndex) {
    long fromMarch = monthIndex - 2;
    long year = Math.floorDiv(fromMarch, 12);
    int month = (int) (fromMarch - year * 12);
    long era = Math.floorDiv(year, 400);
    long yearOfEra = year - era * 400;
    long days = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + (153L * month + 2) / 5;
    return era * DAYS_PER_ERA + days - SHIFT_TO_MARCH_0000;
  }

  /** The December of the year that holds the day given, in months since January of the year 0. */
  static long decemberOf(long epochDay) {
    return Math.floorDiv(monthIndex(epochDay), 12) * 12 + 11;
  }

  /** 31 December of the year that holds the day given. */
  static long yearEnd(long epochDay) {
    return firstOf(decemberOf(epochDay) + 1) - 1;
  }

  static boolean isWeekend(long epochDay) {
    return Math.floorMod(epochDay + 3, 7) >= 5;
  }

  private static int yearOfEra(int dayOfEra) {
    return (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
  }

  private static int dayOfYear(int dayOfEra, int yearOfEra) {
    return dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  }
}
