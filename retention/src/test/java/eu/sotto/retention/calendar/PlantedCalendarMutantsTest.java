package eu.sotto.retention.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** Plants the errors that retention systems are known for; the oracle catches each. */
class PlantedCalendarMutantsTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private final CountedDays counted = new CountedDays();

  /** The check of the oracle, over the days of ten years. */
  private boolean agreesWithCounting(BiFunction<LocalDate, Integer, LocalDate> lastDay) {
    for (int day = counted.first; day < counted.first + 3_653; day++) {
      for (int months : new int[] {1, 3, 12}) {
        LocalDate expected = counted.date(counted.after(day, months, 0));
        if (!lastDay.apply(counted.date(day), months).equals(expected)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean tellsTheDayOfTheZone(BiFunction<Instant, ZoneId, LocalDate> lastDay) {
    Instant newYearInBerlin = Instant.parse("2025-12-31T23:30:00Z");
    return lastDay.apply(newYearInBerlin, BERLIN).equals(LocalDate.of(2026, 4, 1));
  }

  @Test
  void engineAgreesWithCounting() {
    assertThat(
            agreesWithCounting(
                (day, months) -> RetentionTerm.of(Period.ofMonths(months)).lastDay(day)))
        .isTrue();
    assertThat(
            tellsTheDayOfTheZone(
                (event, zone) ->
                    RetentionTerm.parse("P3M")
                        .end(event, zone, HolidayCalendar.none())
                        .lastDay(zone)
                        .orElseThrow()))
        .isTrue();
  }

  @Test
  void monthsOfTwentyEightOrThirtyOneDaysAreCaught() {
    assertThat(agreesWithCounting((day, months) -> day.plusDays(28L * months))).isFalse();
    assertThat(agreesWithCounting((day, months) -> day.plusDays(31L * months))).isFalse();
  }

  @Test
  void chainedMonthsAreCaught() {
    assertThat(
            agreesWithCounting(
                (day, months) -> {
                  LocalDate end = day;
                  for (int i = 0; i < months; i++) {
                    end = RetentionTerm.parse("P1M").lastDay(end);
                  }
                  return end;
                }))
        .isFalse();
  }

  @Test
  void endThatRunsOverIntoTheNextMonthIsCaught() {
    assertThat(
            agreesWithCounting(
                (day, months) ->
                    day.withDayOfMonth(1).plusMonths(months).plusDays(day.getDayOfMonth() - 1L)))
        .isFalse();
  }

  @Test
  void countingTheDayOfTheEventIsCaught() {
    assertThat(
            agreesWithCounting(
                (day, months) ->
                    RetentionTerm.of(Period.ofMonths(months)).includingEventDay().lastDay(day)))
        .isFalse();
  }

  @Test
  void dateInUtcIsCaught() {
    assertThat(
            tellsTheDayOfTheZone(
                (event, zone) ->
                    RetentionTerm.parse("P3M").lastDay(event.atZone(ZoneOffset.UTC).toLocalDate())))
        .isFalse();
  }
}
