package eu.sotto.tool;

import eu.sotto.retention.RuleKind;
import eu.sotto.retention.calendar.GermanHolidays;
import eu.sotto.retention.calendar.Reading;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.retention.calendar.Until;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** One line of the answer. */
final class DueLine {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2999;

  private DueLine() {}

  static String of(Table.Row row, NamedRules rules) throws BadInput {
    String id = row.required("id");
    NamedRules.Named rule = rules.find(row.required("rule"));
    String trigger = row.required("trigger");
    boolean isDate = trigger.length() == 10;
    boolean dayOnly = isDate && !rule.term().isElapsed();
    ZoneId zone = zone(row.cell("zone"), dayOnly);
    Instant event = isDate ? startOf(trigger, zone) : instant(trigger);
    List<Reading> readings = readings(rule, event, zone);
    String others =
        readings.stream()
            .skip(1)
            .map(reading -> reading.end().toString())
            .collect(Collectors.joining(", "));
    Until end = readings.get(0).end();
    return String.join("\t", id, end.toString(), firstFree(end, zone), others);
  }

  private static List<Reading> readings(NamedRules.Named rule, Instant event, ZoneId zone) {
    RetentionTerm term = rule.term();
    GermanHolidays holidays = GermanHolidays.nationwide();
    RuleKind kind = rule.kind().orElse(RuleKind.MAY_KEEP);
    return switch (kind) {
      case MUST_KEEP_UNTIL -> Reading.rolledOrNot(term, event, zone, holidays);
      case DEADLINE -> Reading.ofDeadline(term, event, zone, holidays);
      default -> Reading.ofTerm(term, event, zone, holidays);
    };
  }

  private static String firstFree(Until end, ZoneId zone) {
    return end instanceof Until.Through through
        ? through.day().plusDays(1).toString()
        : new Until.Before(end.firstFreeInstant(zone), zone).toString();
  }

  /** A date alone has no use for a zone when days are counted; an instant does. */
  private static ZoneId zone(String text, boolean optional) throws BadInput {
    if (text.isEmpty() || text.equals("-")) {
      if (optional) {
        return ZoneOffset.UTC;
      }
      throw new BadInput("the column zone is empty; instants and hours need one");
    }
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw new BadInput("\"" + text + "\" is no time zone such as Europe/Berlin");
    }
  }

  private static Instant startOf(String text, ZoneId zone) throws BadInput {
    try {
      LocalDate date = LocalDate.parse(text);
      checkYear(date.getYear(), text);
      return date.atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw notRead(text);
    }
  }

  private static Instant instant(String text) throws BadInput {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      checkYear(time.getYear(), text);
      return time.toInstant();
    } catch (DateTimeException e) {
      throw notRead(text);
    }
  }

  private static void checkYear(int year, String text) throws BadInput {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      throw new BadInput("\"" + text + "\" is not between the years 1900 and 2999");
    }
  }

  private static BadInput notRead(String text) {
    return new BadInput(
        "\""
            + text
            + "\" is neither a date such as 2026-01-31 nor an instant with offset such as"
            + " 2026-01-31T23:30:00+01:00");
  }
}
