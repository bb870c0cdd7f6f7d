package eu.sotto.retention.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GermanHolidaysTest {
  /** Paschal full moons of the golden numbers 1 to 19, for 1900 to 2199: days after 21 March. */
  private static final List<Integer> FULL_MOONS =
      List.of(24, 13, 2, 21, 10, 28, 18, 7, 26, 15, 4, 23, 12, 1, 20, 9, 27, 17, 6);

  private static List<LocalDate> holidays(HolidayCalendar calendar, int year) {
    return Stream.iterate(LocalDate.of(year, 1, 1), day -> day.plusDays(1))
        .limit(365)
        .filter(calendar::isHoliday)
        .toList();
  }

  @Test
  void nineHolidaysHoldNationwide() {
    assertThat(holidays(GermanHolidays.nationwide(), 2026))
        .containsExactly(
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 4, 3),
            LocalDate.of(2026, 4, 6),
            LocalDate.of(2026, 5, 1),
            LocalDate.of(2026, 5, 14),
            LocalDate.of(2026, 5, 25),
            LocalDate.of(2026, 10, 3),
            LocalDate.of(2026, 12, 25),
            LocalDate.of(2026, 12, 26));
  }

  @ParameterizedTest
  @CsvSource({
    "BW,01-06 06-04 11-01",
    "BY,01-06 06-04 11-01",
    "BE,03-08",
    "BB,04-05 05-24 10-31",
    "HB,10-31",
    "HH,10-31",
    "HE,06-04",
    "MV,03-08 10-31",
    "NI,10-31",
    "NW,06-04 11-01",
    "RP,06-04 11-01",
    "SL,06-04 08-15 11-01",
    "SN,10-31 11-18",
    "ST,01-06 10-31",
    "SH,10-31",
    "TH,09-20 10-31"
  })
  void landAddsItsOwnHolidays(Land land, String days) {
    List<LocalDate> own =
        holidays(GermanHolidays.of(land), 2026).stream()
            .filter(day -> !GermanHolidays.nationwide().isHoliday(day))
            .toList();
    assertThat(own)
        .containsExactlyElementsOf(
            Stream.of(days.split(" ")).map(day -> LocalDate.parse("2026-" + day)).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "BE,2018-03-08,false",
    "BE,2019-03-08,true",
    "MV,2022-03-08,false",
    "MV,2023-03-08,true",
    "NI,2016-10-31,false",
    "NI,2017-10-31,true",
    "NI,2018-10-31,true",
    "HB,2018-10-31,true",
    "NW,2017-10-31,true",
    "NW,2018-10-31,false",
    "SN,2016-10-31,true",
    "TH,2018-09-20,false",
    "TH,2019-09-20,true",
    "BE,2020-05-08,true",
    "BE,2025-05-08,true",
    "BE,2026-05-08,false",
    "BE,2028-06-17,true",
    "HH,2025-05-08,false",
    "SN,2025-11-19,true",
    "SN,2023-11-22,true",
    "SN,2022-11-16,true",
    "SN,2022-11-23,false",
    "SN,2021-11-15,false",
    "BY,2026-08-15,false",
    "BY,2026-12-24,false",
    "NW,2026-05-05,false"
  })
  void holidayHoldsSinceItsActDoes(Land land, LocalDate day, boolean holiday) {
    assertThat(GermanHolidays.of(land).isHoliday(day)).isEqualTo(holiday);
  }

  @Property
  void easterIsTheSundayAfterThePaschalFullMoon(
      @ForAll @IntRange(min = 1900, max = 2199) int year) {
    LocalDate moon = LocalDate.of(year, 3, 21).plusDays(FULL_MOONS.get(year % 19));
    LocalDate sunday = moon.plusDays(1);
    while (sunday.getDayOfWeek() != DayOfWeek.SUNDAY) {
      sunday = sunday.plusDays(1);
    }
    assertThat(GermanHolidays.easter(year)).isEqualTo(sunday);
  }

  @Property
  void everyNationwideHolidayHoldsInEveryLand(
      @ForAll Land land, @ForAll @IntRange(min = 9_131, max = 47_846) int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    if (GermanHolidays.nationwide().isHoliday(date)) {
      assertThat(GermanHolidays.of(land).isHoliday(date)).isTrue();
    }
    assertThat(GermanHolidays.of(land).isWorkingDay(date))
        .isEqualTo(date.getDayOfWeek().getValue() < 6 && !GermanHolidays.of(land).isHoliday(date));
  }

  @ParameterizedTest
  @CsvSource({"P0D;ROLL,", "P0D;ROLL:BY,BY", "P0D;ROLL:SN,SN"})
  void rollingMeetsTheNextWorkingDayOfTheCalendar(String term, @Nullable Land land) {
    RetentionTerm rolling = RetentionTerm.parse(term);
    HolidayCalendar holidays = land == null ? GermanHolidays.nationwide() : GermanHolidays.of(land);
    LocalDate next = LocalDate.of(2195, 12, 30);
    assertThat(holidays.isWorkingDay(next)).isTrue();
    for (LocalDate day = next; day.getYear() > 1993; day = day.minusDays(1)) {
      next = holidays.isWorkingDay(day) ? day : next;
      assertThat(rolling.lastDay(day)).isEqualTo(next);
    }
  }

  @Test
  void calendarsOfMunicipalitiesCanBeAdded() {
    LocalDate assumption = LocalDate.of(2026, 8, 15);
    HolidayCalendar munich = GermanHolidays.of(Land.BY).and(assumption::equals);
    assertThat(munich.isHoliday(assumption)).isTrue();
    assertThat(munich.isHoliday(LocalDate.of(2026, 1, 6))).isTrue();
    assertThat(HolidayCalendar.none().isHoliday(LocalDate.of(2026, 12, 25))).isFalse();
    assertThat(HolidayCalendar.none().isWorkingDay(LocalDate.of(2026, 12, 26))).isFalse();
  }
}
