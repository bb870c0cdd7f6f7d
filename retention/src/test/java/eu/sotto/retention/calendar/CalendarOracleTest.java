package eu.sotto.retention.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Compares every day from 2000 to 2100 with a calendar that was counted day by day. */
@Tag("slow")
class CalendarOracleTest {
  private record Length(int months, int days) {
    String text() {
      return "P" + (months == 0 ? "" : months + "M") + (days == 0 ? "" : days + "D");
    }
  }

  private static final List<Length> LENGTHS =
      List.of(
          new Length(1, 0),
          new Length(3, 0),
          new Length(6, 0),
          new Length(12, 0),
          new Length(36, 0),
          new Length(60, 0),
          new Length(72, 0),
          new Length(96, 0),
          new Length(120, 0),
          new Length(1, 15),
          new Length(14, 3),
          new Length(0, 30),
          new Length(0, 1));
  private static final List<String> ZONES =
      List.of(
          "Europe/Berlin",
          "UTC",
          "America/New_York",
          "America/Sao_Paulo",
          "America/St_Johns",
          "Pacific/Apia",
          "Pacific/Auckland",
          "Asia/Kathmandu",
          "Africa/Cairo");
  private final CountedDays counted = new CountedDays();

  @Test
  void everyDayOfACenturyEndsWhereCountingEnds() {
    int compared = 0;
    for (Length length : LENGTHS) {
      RetentionTerm term = RetentionTerm.parse(length.text());
      for (int day = counted.first; day <= counted.last; day++) {
        LocalDate expected = counted.date(counted.after(day, length.months, length.days));
        if (!term.lastDay(counted.date(day)).equals(expected)) {
          assertThat(term.lastDay(counted.date(day)))
              .as("%s from %s", term, counted.date(day))
              .isEqualTo(expected);
        }
        compared++;
      }
    }
    assertThat(compared).isEqualTo(36_890 * LENGTHS.size());
  }

  @Test
  void periodsThatBeginWithTheDayEndWhereCountingEnds() {
    for (Length length : LENGTHS) {
      RetentionTerm term = RetentionTerm.parse(length.text() + ";INCL");
      for (int day = counted.first; day <= counted.last; day++) {
        LocalDate expected = counted.date(counted.including(day, length.months, length.days));
        if (!term.lastDay(counted.date(day)).equals(expected)) {
          assertThat(term.lastDay(counted.date(day)))
              .as("%s from %s", term, counted.date(day))
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void periodsFromTheEndOfTheYearEndWhereCountingEnds() {
    for (Length length : LENGTHS) {
      RetentionTerm term = RetentionTerm.parse(length.text() + ";YE");
      for (int day = counted.first; day <= counted.last; day++) {
        int end = counted.after(counted.yearEnd(day), length.months, length.days);
        if (!term.lastDay(counted.date(day)).equals(counted.date(end))) {
          assertThat(term.lastDay(counted.date(day)))
              .as("%s from %s", term, counted.date(day))
              .isEqualTo(counted.date(end));
        }
      }
    }
  }

  @Test
  void rollingEndsOnTheNextDayThatIsNeitherWeekendNorHoliday() {
    RetentionTerm term = RetentionTerm.parse("P1M;ROLL");
    GermanHolidays holidays = GermanHolidays.nationwide();
    for (int day = counted.first; day <= counted.last; day++) {
      int end = counted.after(day, 1, 0);
      while (counted.isWeekend(end) || holidays.isHoliday(counted.date(end))) {
        end++;
      }
      if (!term.lastDay(counted.date(day)).equals(counted.date(end))) {
        assertThat(term.lastDay(counted.date(day))).isEqualTo(counted.date(end));
      }
    }
  }

  @Test
  void dayOfAnEventIsThatOfTheZoneAndNotOfUtc() {
    List<RetentionTerm> terms =
        Stream.concat(LENGTHS.stream().map(Length::text), Stream.of("P6Y;YE", "P8Y;YE"))
            .map(RetentionTerm::parse)
            .toList();
    for (String name : ZONES) {
      ZoneId zone = ZoneId.of(name);
      for (int day = counted.first; day <= counted.last; day++) {
        LocalDate date = counted.date(day);
        List<Instant> events =
            List.of(
                date.atTime(23, 30).toInstant(ZoneOffset.UTC),
                date.atTime(LocalTime.NOON).atZone(zone).toInstant(),
                date.atTime(0, 30).atZone(zone).toInstant());
        if (date.getDayOfMonth() >= 28 || changesClocks(zone, date)) {
          events.forEach(event -> compareInZone(terms, zone, event));
        } else {
          compareInZone(terms, zone, events.get(day % events.size()));
        }
      }
    }
  }

  /** Whether the clocks change on a day or the one after. */
  private static boolean changesClocks(ZoneId zone, LocalDate day) {
    Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    return !zone.getRules()
        .getOffset(start)
        .equals(zone.getRules().getOffset(start.plus(Duration.ofDays(2))));
  }

  private void compareInZone(List<RetentionTerm> terms, ZoneId zone, Instant event) {
    LocalDate local = event.atZone(zone).toLocalDate();
    for (RetentionTerm term : terms) {
      Until end = term.end(event, zone, GermanHolidays.nationwide());
      LocalDate last = term.lastDay(local);
      if (!end.equals(new Until.Through(last))) {
        assertThat(end).as("%s at %s in %s", term, event, zone).isEqualTo(new Until.Through(last));
      }
      Instant free = end.firstFreeInstant(zone);
      if (!free.atZone(zone).toLocalDate().isAfter(last)
          || !free.minusNanos(1).atZone(zone).toLocalDate().isBefore(last.plusDays(2))) {
        assertThat(free).as("%s at %s in %s", term, event, zone).isNull();
      }
    }
  }
}
