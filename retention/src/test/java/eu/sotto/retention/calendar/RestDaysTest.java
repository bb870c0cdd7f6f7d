package eu.sotto.retention.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestDaysTest {
  private static final LocalDate FIRST = LocalDate.of(1995, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2194, 12, 31);

  @ParameterizedTest
  @ValueSource(strings = {"BY", "SN", "BE"})
  void restsOnExactlyTheDaysThatAreNoWorkingDays(Land land) {
    HolidayCalendar holidays = GermanHolidays.of(land);
    RestDays rest = new RestDays(holidays);
    for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
      assertThat(rest.has(day.toEpochDay())).isEqualTo(!holidays.isWorkingDay(day));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1})
  void coversTwoCenturiesAndNoDayMore(long beyond) {
    LocalDate edge = beyond < 0 ? FIRST : LAST;
    assertThat(RestDays.covers(edge.toEpochDay())).isTrue();
    assertThat(RestDays.covers(edge.toEpochDay() + beyond)).isFalse();
  }
}
