package eu.sotto.retention.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTermTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "P1M,2026-01-31,2026-02-28",
    "P1M,2024-01-31,2024-02-29",
    "P3M,2026-01-31,2026-04-30",
    "P6M,2025-08-31,2026-02-28",
    "P1Y,2024-02-29,2025-02-28",
    "P4Y,2024-02-29,2028-02-29",
    "P1M,2026-02-28,2026-03-28",
    "P30D,2026-01-31,2026-03-02",
    "P0D,2026-01-31,2026-01-31",
    "P2W,2026-01-31,2026-02-14",
    "P1M15D,2026-01-31,2026-03-15",
    "P6Y;YE,2020-01-01,2026-12-31",
    "P6Y;YE,2020-12-31,2026-12-31",
    "P6M;YE,2026-03-05,2027-06-30",
    "P1M;INCL,2026-01-01,2026-01-31",
    "P1M;INCL,2026-01-31,2026-02-28",
    "P1M;INCL,2026-01-29,2026-02-28",
    "P1M;INCL,2026-01-15,2026-02-14",
    "P1M;INCL,2026-03-31,2026-04-30",
    "P1Y;INCL,2024-02-29,2025-02-28",
    "P1D;INCL,2026-01-31,2026-01-31",
    "P1Y;YE;INCL,2026-05-05,2027-12-31",
    "P1M;ROLL,2026-01-31,2026-03-02",
    "P1M;ROLL,2026-03-03,2026-04-07",
    "P1M;ROLL,2026-05-04,2026-06-04",
    "P1M;ROLL:NW,2026-05-04,2026-06-05",
    "P3Y;YE;ROLL,2025-05-05,2029-01-02"
  })
  void endsOnTheDayThatTheCivilCodeNames(String term, LocalDate event, LocalDate last) {
    assertThat(RetentionTerm.parse(term).lastDay(event)).isEqualTo(last);
  }

  @Nested
  class Hours {
    private final RetentionTerm threeDays = RetentionTerm.parse("PT72H");

    @Test
    void elapseOnTheTimeLineAcrossAChangeOfClocks() {
      Instant friday = Instant.parse("2026-03-27T17:00:00Z");
      Until end = threeDays.end(friday, BERLIN, GermanHolidays.nationwide());
      assertThat(end.toString()).isEqualTo("2026-03-30T19:00:00+02:00");
      assertThat(end.firstFreeInstant(BERLIN)).isEqualTo(Instant.parse("2026-03-30T17:00:00Z"));
      assertThat(end.lastDay(BERLIN)).contains(LocalDate.of(2026, 3, 30));
    }

    @Test
    void takeNoOptions() {
      for (String option : new String[] {"YE", "INCL", "ROLL", "ROLL:NW"}) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> RetentionTerm.parse("PT72H;" + option))
            .withMessageContaining('"' + option + '"');
      }
      assertThatIllegalStateException().isThrownBy(() -> threeDays.lastDay(LocalDate.EPOCH));
    }

    @Test
    void areWholeMinutesWithinBounds() {
      assertThat(RetentionTerm.ofElapsed(Duration.ofMinutes(90))).hasToString("PT1H30M");
      assertThat(RetentionTerm.ofElapsed(Duration.ofMinutes(1)).isElapsed()).isTrue();
      assertThat(RetentionTerm.ofElapsed(Duration.ofDays(3_660)).elapsed())
          .contains(Duration.ofDays(3_660));
      for (Duration wrong :
          new Duration[] {
            Duration.ZERO, Duration.ofSeconds(61), Duration.ofMinutes(-1), Duration.ofDays(3_661)
          }) {
        assertThatIllegalArgumentException().isThrownBy(() -> RetentionTerm.ofElapsed(wrong));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "P|P",
        "PT|PT",
        "''|",
        "6M|6M",
        "P-3M|P-3M",
        "p3m|p3m",
        "'P3M '|'P3M '",
        "P3X|P3X",
        "P3M;YY|YY",
        "P3M;|",
        "P3M;YE;YE|YE",
        "P3M;ROLL;ROLL:NW|ROLL:NW",
        "P3M;ROLL:XX|ROLL:XX",
        "P3M;ROLL:|ROLL:",
        "P3M;ye|ye",
        "P0D;INCL|INCL",
        "P1001Y|P1001Y",
        "PT0H|PT0H",
        "P1DT3H|P1DT3H"
      })
  void textThatIsNoTermIsRefusedByNamingThePart(String text, String part) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetentionTerm.parse(text == null ? "" : text))
        .withMessageContaining('"' + (part == null ? "" : part) + '"');
  }

  @Test
  void textBeyondItsBoundIsRefusedUnread() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RetentionTerm.parse("P1M" + ";YE".repeat(21)))
        .withMessageContaining("64");
    assertThat(RetentionTerm.parse("P1000Y").toString()).isEqualTo("P1000Y");
  }

  @Test
  void negativePeriodsAreRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> RetentionTerm.of(Period.ofDays(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> RetentionTerm.of(Period.ofDays(365_001)));
    assertThat(RetentionTerm.of(Period.ofDays(365_000)).lastDay(LocalDate.EPOCH))
        .isEqualTo(LocalDate.ofEpochDay(365_000));
  }

  @Provide
  Arbitrary<RetentionTerm> terms() {
    Arbitrary<Period> periods =
        Combinators.combine(
                Arbitraries.integers().between(0, 30),
                Arbitraries.integers().between(0, 40),
                Arbitraries.integers().between(0, 400))
            .as(Period::of);
    return Combinators.combine(
            periods,
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            Arbitraries.of("", ";ROLL", ";ROLL:NW", ";ROLL:BB"))
        .as(
            (period, yearEnd, including, roll) -> {
              String from = yearEnd ? ";YE" : "";
              String with = including && !period.isZero() ? ";INCL" : "";
              return RetentionTerm.parse(period + from + with + roll);
            });
  }

  @Property
  void canonicalTextReadsBackAsTheSameTerm(@ForAll("terms") RetentionTerm term) {
    RetentionTerm again = RetentionTerm.parse(term.toString());
    assertThat(again).isEqualTo(term).hasSameHashCodeAs(term).hasToString(term.toString());
    assertThat(again.lastDay(LocalDate.of(2026, 1, 31)))
        .isEqualTo(term.lastDay(LocalDate.of(2026, 1, 31)));
  }

  @Property
  void laterEventNeverEndsEarlier(
      @ForAll("terms") RetentionTerm term, @ForAll @IntRange(min = 10_957, max = 47_846) int day) {
    HolidayCalendar holidays = GermanHolidays.nationwide();
    assertThat(term.lastEpochDay(day + 1L, holidays))
        .isGreaterThanOrEqualTo(term.lastEpochDay(day, holidays));
  }

  @Property
  void periodIsCountedFromTheEventAndNeverChained(
      @ForAll @IntRange(min = 10_957, max = 47_846) int day,
      @ForAll @IntRange(min = 1, max = 24) int first,
      @ForAll @IntRange(min = 1, max = 24) int second) {
    LocalDate event = LocalDate.ofEpochDay(day);
    LocalDate whole = RetentionTerm.of(Period.ofMonths(first + second)).lastDay(event);
    LocalDate chained =
        RetentionTerm.of(Period.ofMonths(second))
            .lastDay(RetentionTerm.of(Period.ofMonths(first)).lastDay(event));
    assertThat(whole).isAfterOrEqualTo(chained);
    assertThat(whole.getDayOfMonth())
        .isEqualTo(Math.min(event.getDayOfMonth(), whole.lengthOfMonth()));
  }

  @Test
  void oneAndTwoMonthsAreNotThreeFromTheLastOfJanuary() {
    LocalDate event = LocalDate.of(2026, 1, 31);
    LocalDate afterOne = RetentionTerm.parse("P1M").lastDay(event);
    assertThat(RetentionTerm.parse("P2M").lastDay(afterOne)).isEqualTo("2026-04-28");
    assertThat(RetentionTerm.parse("P3M").lastDay(event)).isEqualTo("2026-04-30");
  }

  @Test
  void rollCanBeTakenOff() {
    RetentionTerm term = RetentionTerm.parse("P1M;ROLL:NW;INCL");
    assertThat(term.isRolling()).isTrue();
    assertThat(term.withoutRolling()).hasToString("P1M;INCL");
    assertThat(term.withoutRolling().isRolling()).isFalse();
    assertThat(term).isNotEqualTo(term.withoutRolling());
  }
}
