package eu.sotto.retention.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A legal period in its one text form, such as {@code P6M}, {@code P6Y;YE;ROLL}, {@code PT72H}.
 *
 * <p>The day of the event is not counted; a period of months ends on the day with the same number
 * or, where the month has none, on its last day; months are counted before days and always from the
 * original event, never chained. {@code YE} lets the period begin with the end of the calendar year
 * of the event. {@code INCL} lets it begin with the beginning of the event's day. {@code ROLL}
 * moves an end on a Saturday, Sunday or public holiday to the next working day, {@code ROLL:NW}
 * with the holidays of that Land. {@code PT72H} counts elapsed hours and takes no options.
 *
 * <p>Immutable; equal when the canonical text is equal.
 *
 * <p>Source: BGB sections 187(1), 187(2), 188(2), 188(3), 189(2), 193; AO section 108; Regulation
 * 1182/71 Article 3(1), 3(2)(c), 3(4); HGB section 257(5).
 */
public final class RetentionTerm {
  private final int months;
  private final int days;
  private final @Nullable Duration elapsed;
  private final boolean yearEnd;
  private final boolean inclusive;
  private final Roll roll;

  private RetentionTerm(int months, int days, @Nullable Duration elapsed) {
    this.months = months;
    this.days = days;
    this.elapsed = elapsed;
    this.yearEnd = false;
    this.inclusive = false;
    this.roll = Roll.NONE;
  }

  private RetentionTerm(RetentionTerm from, boolean yearEnd, boolean inclusive, Roll roll) {
    this.months = from.months;
    this.days = from.days;
    this.elapsed = from.elapsed;
    this.yearEnd = yearEnd;
    this.inclusive = inclusive;
    this.roll = roll;
  }

  /**
   * Reads the text form.
   *
   * @param text an ISO 8601 period of years, months, weeks and days, or elapsed hours and minutes;
   *     then, each at most once and in any order, {@code ;YE}, {@code ;INCL}, {@code ;ROLL} or
   *     {@code ;ROLL:} and a Land
   * @return the term
   * @throws IllegalArgumentException naming the part that cannot be read
   */
  public static RetentionTerm parse(String text) {
    return TermText.parse(text);
  }

  /**
   * A period that is exact to the day.
   *
   * @param period years, months and days, none negative, at most 1000 years in all
   * @return the term
   * @throws IllegalArgumentException if the period is negative or too long
   */
  public static RetentionTerm of(Period period) {
    long months = period.toTotalMonths();
    long days = period.get(ChronoUnit.DAYS);
    if (period.isNegative() || months > 12_000 || days > 365_000) {
      throw new IllegalArgumentException("period must be between P0D and 1000 years: " + period);
    }
    return new RetentionTerm((int) months, (int) days, null);
  }

  /**
   * A period of elapsed time, counted on the time line from the instant of the event.
   *
   * @param elapsed whole minutes, more than zero, at most ten years
   * @return the term
   * @throws IllegalArgumentException if it is out of bounds or not in whole minutes
   */
  public static RetentionTerm ofElapsed(Duration elapsed) {
    Objects.requireNonNull(elapsed, "elapsed");
    boolean whole = elapsed.equals(Duration.ofMinutes(elapsed.toMinutes()));
    if (!whole || elapsed.isZero() || elapsed.isNegative() || elapsed.toDays() > 3_660) {
      throw new IllegalArgumentException(
          "elapsed time must be whole minutes between 1 and ten years: " + elapsed);
    }
    return new RetentionTerm(0, 0, elapsed);
  }

  /**
   * Lets the period begin with the end of the calendar year of the event.
   *
   * @return this term with {@code YE}
   * @throws IllegalStateException if the term counts elapsed hours
   */
  public RetentionTerm fromYearEnd() {
    requireDays("YE");
    return new RetentionTerm(this, true, inclusive, roll);
  }

  /**
   * Lets the period begin with the beginning of the event's day.
   *
   * @return this term with {@code INCL}
   * @throws IllegalStateException if the term counts elapsed hours or is empty
   */
  public RetentionTerm includingEventDay() {
    requireDays("INCL");
    if (months == 0 && days == 0) {
      throw new IllegalStateException("INCL needs a period of at least one day");
    }
    return new RetentionTerm(this, yearEnd, true, roll);
  }

  /**
   * Moves an end on a Saturday, Sunday or public holiday to the next working day.
   *
   * @return this term with {@code ROLL}
   * @throws IllegalStateException if the term counts elapsed hours
   */
  public RetentionTerm rolling() {
    requireDays("ROLL");
    return new RetentionTerm(this, yearEnd, inclusive, Roll.GENERAL);
  }

  /**
   * Moves an end on a Saturday, Sunday or holiday of a Land to the next working day.
   *
   * @param land the Land whose holidays count besides the nationwide ones
   * @return this term with {@code ROLL:} and the Land
   * @throws IllegalStateException if the term counts elapsed hours
   */
  public RetentionTerm rolling(Land land) {
    requireDays("ROLL");
    return new RetentionTerm(this, yearEnd, inclusive, Roll.of(land));
  }

  /**
   * This term ending on its own day, working day or not.
   *
   * @return this term without {@code ROLL}
   */
  public RetentionTerm withoutRolling() {
    return new RetentionTerm(this, yearEnd, inclusive, Roll.NONE);
  }

  private void requireDays(String option) {
    if (elapsed != null) {
      throw new IllegalStateException(option + " does not go with elapsed hours");
    }
  }

  /**
   * Says whether the term counts elapsed hours rather than days.
   *
   * @return whether its ends are instants
   */
  public boolean isElapsed() {
    return elapsed != null;
  }

  /**
   * Says whether an end on a day of rest moves to the next working day.
   *
   * @return whether the term has {@code ROLL}
   */
  public boolean isRolling() {
    return roll.moves();
  }

  /**
   * The elapsed time of a term that counts hours.
   *
   * @return the time, or empty for a term of days
   */
  public Optional<Duration> elapsed() {
    return Optional.ofNullable(elapsed);
  }

  /**
   * The last day of the period, with the German nationwide holidays where it rolls.
   *
   * @param eventDay the day of the event
   * @return the last day; the day after is the first free one
   * @throws IllegalStateException if the term counts elapsed hours
   */
  public LocalDate lastDay(LocalDate eventDay) {
    return lastDay(eventDay, GermanHolidays.nationwide());
  }

  /**
   * The last day of the period.
   *
   * @param eventDay the day of the event
   * @param holidays the holidays that a plain {@code ROLL} avoids; a Land of its own goes first
   * @return the last day; the day after is the first free one
   * @throws IllegalStateException if the term counts elapsed hours
   */
  public LocalDate lastDay(LocalDate eventDay, HolidayCalendar holidays) {
    return LocalDate.ofEpochDay(lastEpochDay(eventDay.toEpochDay(), holidays));
  }

  /**
   * The last day of the period as an epoch day; the same rule without objects, for sweeps.
   *
   * @param eventDay the day of the event, in days since 1970-01-01
   * @param holidays the holidays that a plain {@code ROLL} avoids
   * @return the last day, in days since 1970-01-01
   * @throws IllegalStateException if the term counts elapsed hours
   */
  public long lastEpochDay(long eventDay, HolidayCalendar holidays) {
    if (elapsed != null) {
      requireDays("a last day");
    }
    return roll.from(months == 0 ? daysLater(eventDay) : monthsLater(eventDay) + days, holidays);
  }

  private long daysLater(long eventDay) {
    if (yearEnd) {
      return EpochDays.yearEnd(eventDay) + days;
    }
    return eventDay + days - (inclusive ? 1 : 0);
  }

  /** BGB 188(2) and (3): the same number, or the day before it, or the last day of the month. */
  private long monthsLater(long eventDay) {
    if (yearEnd) {
      return EpochDays.firstOf(EpochDays.decemberOf(eventDay) + months + 1) - 1;
    }
    long month = EpochDays.monthIndex(eventDay);
    int number = (int) (eventDay - EpochDays.firstOf(month)) + (inclusive ? 0 : 1);
    long first = EpochDays.firstOf(month + months);
    if (number == 0) {
      return first - 1;
    }
    return Math.min(first + number, EpochDays.firstOf(month + months + 1)) - 1;
  }

  /**
   * The end of the period for an event at an instant.
   *
   * @param event when the event happened
   * @param zone the zone in which its day is told
   * @param holidays the holidays that a plain {@code ROLL} avoids
   * @return a last day, or an instant if the term counts elapsed hours
   */
  public Until end(Instant event, ZoneId zone, HolidayCalendar holidays) {
    if (elapsed != null) {
      return new Until.Before(event.plus(elapsed), zone);
    }
    return new Until.Through(
        LocalDate.ofEpochDay(lastEpochDay(DayBoundaries.once(zone).dayOf(event), holidays)));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RetentionTerm that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /**
   * The canonical text form, which {@link #parse} reads back.
   *
   * @return the text
   */
  @Override
  public String toString() {
    Object length = elapsed != null ? elapsed : Period.of(months / 12, months % 12, days);
    return length + (yearEnd ? ";YE" : "") + (inclusive ? ";INCL" : "") + roll.text();
  }
}
