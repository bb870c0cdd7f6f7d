package eu.sotto.retention.calendar;

/** Proleptic Gregorian arithmetic on epoch days, free of allocation for the sweep. */
final class EpochDays {
  private static final int DAYS_PER_ERA = 146_097;
  private static final int SHIFT_TO_MARCH_0000 = 719_468;

  private EpochDays() {}

  /** Months since January of the year 0, for the day given. */
  static long monthIndex(long epochDay) {
    long shifted = epochDay + SHIFT_TO_MARCH_0000;
    long era = Math.floorDiv(shifted, DAYS_PER_ERA);
    int dayOfEra = (int) (shifted - era * DAYS_PER_ERA);
    int yearOfEra = yearOfEra(dayOfEra);
    int monthFromMarch = (5 * dayOfYear(dayOfEra, yearOfEra) + 2) / 153;
    return (era * 400 + yearOfEra) * 12 + monthFromMarch + 2;
  }

  /** First day of the month given as months since January of the year 0. */
  static long firstOf(long monthIndex) {
    long fromMarch = monthIndex - 2;
    long year = Math.floorDiv(fromMarch, 12);
    int month = (int) (fromMarch - year * 12);
    long era = Math.floorDiv(year, 400);
    long yearOfEra = year - era * 400;
    long days = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + (153L * month + 2) / 5;
    return era * DAYS_PER_ERA + days - SHIFT_TO_MARCH_0000;
  }

  /** 31 December of the year that holds the day given. */
  static long yearEnd(long epochDay) {
    long year = Math.floorDiv(monthIndex(epochDay), 12);
    return firstOf((year + 1) * 12) - 1;
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
