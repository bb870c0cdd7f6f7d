package eu.sotto.retention.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** The laid-out offsets and months say what java.time says, in every zone and far outside. */
class DayBoundariesPropertyTest {
  private static final long YEAR_1800 = -5_364_662_400L;
  private static final long YEAR_2300 = 10_413_792_000L;

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "Europe/Berlin",
            "UTC",
            "America/St_Johns",
            "Pacific/Apia",
            "Africa/Casablanca",
            "Asia/Tehran",
            "Australia/Lord_Howe")
        .map(ZoneId::of);
  }

  @Property
  void dayIsThatOfTheZoneOrTheNextWhereADateComesTwice(
      @ForAll("zones") ZoneId zone, @ForAll @LongRange(min = YEAR_1800, max = YEAR_2300) long at) {
    LocalDate local = Instant.ofEpochSecond(at).atZone(zone).toLocalDate();
    assertThat(DayBoundaries.of(zone).dayOfSecond(at))
        .isEqualTo(DayBoundaries.once(zone).dayOfSecond(at))
        .isBetween(local.toEpochDay(), local.toEpochDay() + 1);
  }

  @Property
  void laterInstantNeverFallsOnAnEarlierDay(
      @ForAll("zones") ZoneId zone,
      @ForAll @LongRange(min = YEAR_1800, max = YEAR_2300) long at,
      @ForAll @IntRange(min = 0, max = 100_000) int later) {
    DayBoundaries days = DayBoundaries.of(zone);
    assertThat(days.dayOfSecond(at + later)).isGreaterThanOrEqualTo(days.dayOfSecond(at));
  }

  @Property
  void dayBeginsWhenJavaTimeSaysThatItBegins(
      @ForAll("zones") ZoneId zone, @ForAll @IntRange(min = -40_000, max = 120_000) int day) {
    Instant start = LocalDate.ofEpochDay(day).atStartOfDay(zone).toInstant();
    assertThat(DayBoundaries.of(zone).startOf(day)).isEqualTo(start);
    assertThat(DayBoundaries.of(zone).dayOf(start)).isGreaterThanOrEqualTo(day);
    assertThat(DayBoundaries.of(zone).dayOf(start.minusNanos(1))).isLessThan(day);
  }

  @Property
  void monthsAreThoseOfTheGregorianCalendar(
      @ForAll @IntRange(min = -1_000_000, max = 1_000_000) int day) {
    LocalDate date = LocalDate.ofEpochDay(day);
    long month = EpochDays.monthIndex(day);
    assertThat(month).isEqualTo(date.getYear() * 12L + date.getMonthValue() - 1);
    assertThat(EpochDays.firstOf(month)).isEqualTo(date.withDayOfMonth(1).toEpochDay());
    assertThat(EpochDays.firstOf(month + 1))
        .isEqualTo(YearMonth.from(date).plusMonths(1).atDay(1).toEpochDay());
    assertThat(EpochDays.yearEnd(day)).isEqualTo(LocalDate.of(date.getYear(), 12, 31).toEpochDay());
    assertThat(EpochDays.isWeekend(day)).isEqualTo(date.getDayOfWeek().getValue() >= 6);
  }

  @Property
  void rollingEndsOnAWorkingDayAndPassesOver(
      @ForAll Land land, @ForAll @IntRange(min = 10_957, max = 47_846) int day) {
    LocalDate own = RetentionTerm.parse("P1M").lastDay(LocalDate.ofEpochDay(day));
    LocalDate rolled = RetentionTerm.parse("P1M;ROLL:" + land).lastDay(LocalDate.ofEpochDay(day));
    assertThat(GermanHolidays.of(land).isWorkingDay(rolled)).isTrue();
    assertThat(own.datesUntil(rolled)).noneMatch(GermanHolidays.of(land)::isWorkingDay);
  }
}
