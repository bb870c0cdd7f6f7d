package eu.sotto.retention.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One reading of when a period ends, where lawyers read the law in more than one way.
 *
 * @param basis how it is read
 * @param end when the period ends by this reading
 */
public record Reading(Basis basis, Until end) {
  /** Refuses missing parts. */
  public Reading {
    Objects.requireNonNull(basis, "basis");
    Objects.requireNonNull(end, "end");
  }

  /** How a period is read. */
  public enum Basis {
    /** As the term is written. */
    AS_WRITTEN("the term as written"),
    /** Without moving to a working day. */
    OWN_DAY("BGB 193 not applied: the period ends on its own day"),
    /** Moved to the next working day. */
    NEXT_WORKING_DAY("BGB 193, AO 108(3): the period ends on the next working day"),
    /** The hour of the event is not counted. */
    FULL_HOURS("Reg. 1182/71 Art. 3(1): the hour of the event is not counted"),
    /** The period holds at least two whole working days. */
    TWO_WORKING_DAYS("Reg. 1182/71 Art. 3(5): the period holds two working days");

    private final String source;

    Basis(String source) {
      this.source = source;
    }

    /**
     * The citation and what it says.
     *
     * @return the text
     */
    public String source() {
      return source;
    }
  }

  /**
   * Every reading of a term whose end on a day of rest is contested, the written one first.
   *
   * @param term the term; one of elapsed hours has one reading here
   * @param event when the event happened
   * @param zone the zone in which its day is told
   * @param holidays the holidays that rolling avoids
   * @return the readings that differ, at least one
   */
  public static List<Reading> rolledOrNot(
      RetentionTerm term, Instant event, ZoneId zone, HolidayCalendar holidays) {
    List<Reading> readings = new ArrayList<>(asWritten(term, event, zone, holidays));
    if (!term.isElapsed()) {
      RetentionTerm other = term.isRolling() ? term.withoutRolling() : term.rolling();
      Basis basis = term.isRolling() ? Basis.OWN_DAY : Basis.NEXT_WORKING_DAY;
      addIfNew(readings, basis, other.end(event, zone, holidays));
    }
    return List.copyOf(readings);
  }

  /**
   * The reading as written, and its own day where the term rolls.
   *
   * @param term the term
   * @param event when the event happened
   * @param zone the zone in which its day is told
   * @param holidays the holidays that rolling avoids
   * @return the readings that differ, at least one
   */
  public static List<Reading> ofTerm(
      RetentionTerm term, Instant event, ZoneId zone, HolidayCalendar holidays) {
    return term.isRolling()
        ? rolledOrNot(term, event, zone, holidays)
        : asWritten(term, event, zone, holidays);
  }

  /**
   * The readings of a deadline under European law, the written one first.
   *
   * @param term the term
   * @param event when the event happened
   * @param zone the zone in which hours and days are told
   * @param holidays the holidays that do not count as working days
   * @return the readings that differ, at least one
   */
  public static List<Reading> ofDeadline(
      RetentionTerm term, Instant event, ZoneId zone, HolidayCalendar holidays) {
    Duration elapsed = term.elapsed().orElse(null);
    if (elapsed == null) {
      return ofTerm(term, event, zone, holidays);
    }
    List<Reading> readings = new ArrayList<>(asWritten(term, event, zone, holidays));
    ZonedDateTime nextHour =
        event.atZone(zone).truncatedTo(ChronoUnit.HOURS).plus(1, ChronoUnit.HOURS);
    Instant fullHours = nextHour.toInstant().plus(elapsed);
    addIfNew(readings, Basis.FULL_HOURS, new Until.Before(fullHours, zone));
    Instant workingDays = afterTwoWorkingDays(nextHour, holidays);
    if (elapsed.compareTo(Duration.ofDays(2)) >= 0 && workingDays.isAfter(fullHours)) {
      addIfNew(readings, Basis.TWO_WORKING_DAYS, new Until.Before(workingDays, zone));
    }
    return List.copyOf(readings);
  }

  private static Instant afterTwoWorkingDays(ZonedDateTime start, HolidayCalendar holidays) {
    boolean fromMidnight = start.toLocalTime().toSecondOfDay() == 0;
    LocalDate day = fromMidnight ? start.toLocalDate() : start.toLocalDate().plusDays(1);
    int whole = 0;
    while (whole < 2) {
      whole += holidays.isWorkingDay(day) ? 1 : 0;
      day = day.plusDays(1);
    }
    return day.atStartOfDay(start.getZone()).toInstant();
  }

  private static List<Reading> asWritten(
      RetentionTerm term, Instant event, ZoneId zone, HolidayCalendar holidays) {
    return List.of(new Reading(Basis.AS_WRITTEN, term.end(event, zone, holidays)));
  }

  private static void addIfNew(List<Reading> readings, Basis basis, Until end) {
    if (readings.stream().noneMatch(reading -> reading.end().equals(end))) {
      readings.add(new Reading(basis, end));
    }
  }
}
