package eu.sotto.retention.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The public holidays of Germany, nationwide or of one Land, computed for any year from 1995 on.
 *
 * <p>Holidays that hold only in some municipalities of a Land (Assumption in Bavaria, Corpus
 * Christi in parts of Saxony and Thuringia, the Augsburg Peace Festival) are not of the Land; add
 * them with {@link HolidayCalendar#and}. Immutable.
 *
 * <p>Source: the holiday acts of the Länder; Unification Treaty Article 2(2).
 */
public final class GermanHolidays implements HolidayCalendar {
  private static final GermanHolidays NATIONWIDE = new GermanHolidays(EnumSet.noneOf(Land.class));
  private static final Map<Land, GermanHolidays> BY_LAND = new EnumMap<>(Land.class);
  private static final Set<Land> EPIPHANY = EnumSet.of(Land.BW, Land.BY, Land.ST);
  private static final Set<Land> CORPUS_CHRISTI =
      EnumSet.of(Land.BW, Land.BY, Land.HE, Land.NW, Land.RP, Land.SL);
  private static final Set<Land> ALL_SAINTS =
      EnumSet.of(Land.BW, Land.BY, Land.NW, Land.RP, Land.SL);
  private static final Set<Land> REFORMATION =
      EnumSet.of(Land.BB, Land.MV, Land.SN, Land.ST, Land.TH);
  private static final Set<Land> REFORMATION_SINCE_2018 =
      EnumSet.of(Land.HB, Land.HH, Land.NI, Land.SH);
  private static final Set<LocalDate> ONCE_IN_BERLIN =
      Set.of(LocalDate.of(2020, 5, 8), LocalDate.of(2025, 5, 8), LocalDate.of(2028, 6, 17));

  static {
    for (Land land : Land.values()) {
      BY_LAND.put(land, new GermanHolidays(EnumSet.of(land)));
    }
  }

  private final Set<Land> land;
  private volatile @Nullable RestDays restDays;

  private GermanHolidays(Set<Land> land) {
    this.land = land;
  }

  /**
   * The holidays that every Land has.
   *
   * @return the nationwide calendar
   */
  public static GermanHolidays nationwide() {
    return NATIONWIDE;
  }

  /**
   * The nationwide holidays and those of one Land.
   *
   * @param land the Land
   * @return its calendar
   */
  public static GermanHolidays of(Land land) {
    GermanHolidays found = BY_LAND.get(land);
    if (found == null) {
      throw new NullPointerException("land");
    }
    return found;
  }

  @Override
  public boolean isHoliday(LocalDate day) {
    return isFixedEverywhere(day)
        || isMovableEverywhere(day)
        || (!land.isEmpty() && (isFixedInLand(day) || isMovableInLand(day)));
  }

  /** Days of rest by number; found twice if two threads ask first, with the same result. */
  RestDays restDays() {
    RestDays known = restDays;
    if (known == null) {
      known = new RestDays(this);
      restDays = known;
    }
    return known;
  }

  private static boolean isFixedEverywhere(LocalDate day) {
    int number = day.getDayOfMonth();
    return switch (day.getMonth()) {
      case JANUARY, MAY -> number == 1;
      case OCTOBER -> number == 3 || (number == 31 && day.getYear() == 2017);
      case DECEMBER -> number == 25 || number == 26;
      default -> false;
    };
  }

  private static boolean isMovableEverywhere(LocalDate day) {
    return switch (daysAfterEaster(day)) {
      case -2, 1, 39, 50 -> true;
      default -> false;
    };
  }

  private boolean isFixedInLand(LocalDate day) {
    int number = day.getDayOfMonth();
    return switch (day.getMonth()) {
      case JANUARY -> number == 6 && isIn(EPIPHANY);
      case MARCH -> number == 8 && hasWomensDay(day.getYear());
      case MAY, JUNE -> isIn(Set.of(Land.BE)) && ONCE_IN_BERLIN.contains(day);
      case AUGUST -> number == 15 && isIn(Set.of(Land.SL));
      case SEPTEMBER -> number == 20 && day.getYear() >= 2019 && isIn(Set.of(Land.TH));
      case OCTOBER -> number == 31 && hasReformationDay(day.getYear());
      case NOVEMBER -> (number == 1 && isIn(ALL_SAINTS)) || isRepentanceDay(day);
      default -> false;
    };
  }

  private boolean isMovableInLand(LocalDate day) {
    return switch (daysAfterEaster(day)) {
      case 0, 49 -> isIn(Set.of(Land.BB));
      case 60 -> isIn(CORPUS_CHRISTI);
      default -> false;
    };
  }

  private boolean hasWomensDay(int year) {
    return (year >= 2019 && isIn(Set.of(Land.BE))) || (year >= 2023 && isIn(Set.of(Land.MV)));
  }

  private boolean hasReformationDay(int year) {
    return isIn(REFORMATION) || (year >= 2018 && isIn(REFORMATION_SINCE_2018));
  }

  /** The Wednesday before 23 November, in Saxony. */
  private boolean isRepentanceDay(LocalDate day) {
    return isIn(Set.of(Land.SN))
        && day.getDayOfMonth() >= 16
        && day.getDayOfMonth() <= 22
        && day.getDayOfWeek() == java.time.DayOfWeek.WEDNESDAY;
  }

  private boolean isIn(Set<Land> lands) {
    return lands.containsAll(land);
  }

  private static int daysAfterEaster(LocalDate day) {
    int month = day.getMonthValue();
    return month < 3 || month > 6
        ? Integer.MIN_VALUE
        : (int) (day.toEpochDay() - easter(day.getYear()).toEpochDay());
  }

  /**
   * Easter Sunday of a year of the Gregorian calendar.
   *
   * <p>Source: the anonymous Gregorian algorithm (Butcher 1876).
   *
   * @param year the year, 1583 or later
   * @return Easter Sunday
   */
  public static LocalDate easter(int year) {
    int century = year / 100;
    int golden = year % 19;
    int correction = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 4) % 7;
    int late = (golden + 11 * epact + 22 * weekday) / 451;
    int sum = epact + weekday - 7 * late + 114;
    return MonthDay.of(sum / 31, sum % 31 + 1).atYear(year);
  }
}
