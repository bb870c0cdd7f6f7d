package eu.sotto.redaction;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Reads the date that a run of words says. Used for one run. */
final class DateReading {
  private static final int CENTURY = 100;
  private static final int NOVEMBER = 11;

  private int day;
  private int month;
  private int year;

  private DateReading() {}

  /** The date as year, month and day, or an empty text if it cannot be read for sure. */
  static String of(Scan scan, int from, int to) {
    DateReading reading = new DateReading();
    int at = from;
    while (at < to) {
      at += reading.take(scan, at);
    }
    return reading.iso();
  }

  private int take(Scan scan, int at) {
    if (scan.is(at, Lex.MONTH)) {
      // the one month that spells a letter too has that letter as its value
      month = scan.is(at, Lex.ALPHA) ? NOVEMBER : scan.value[at];
      return 1;
    }
    if (scan.is(at, Lex.TENS) && scan.is(at + 1, Lex.ORDINAL)) {
      number(scan.value[at] % CENTURY + scan.value[at + 1]);
      return 2;
    }
    if (scan.digits(at) || (scan.is(at, Lex.ORDINAL) && scan.value[at] > 0)) {
      number(scan.value[at]);
      return 1;
    }
    if (scan.is(at, Lex.BIG)) {
      year = scan.value[at];
      return 1;
    }
    int width = Below100.width(scan, at);
    if (width > 0) {
      int value = Below100.value(scan, at);
      if (scan.is(at + width, Lex.HUNDRED | Lex.THOUSAND)) {
        year = value * scan.value[at + width];
        return width + 1;
      }
      number(value);
      return width;
    }
    return 1;
  }

  private void number(int value) {
    if (value >= CENTURY || (value > 31 && year == 0)) {
      year = value;
    } else if (day == 0) {
      day = value;
    } else if (month == 0) {
      month = value;
    } else if (year == 0) {
      year = value;
    } else if (year < CENTURY && year >= 19) {
      year = year * CENTURY + value;
    } else if (year % CENTURY == 0) {
      year += value;
    }
  }

  private String iso() {
    int full = year > 20 && year < CENTURY ? 1900 + year : year < 21 ? 2000 + year : year;
    if (day == 0 || month == 0 || year == 0 || full < 1880 || full > 2100) {
      return "";
    }
    try {
      return LocalDate.of(full, month, day).toString();
    } catch (DateTimeException e) {
      return "";
    }
  }
}
