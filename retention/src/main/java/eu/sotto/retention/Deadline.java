package eu.sotto.retention;

import eu.sotto.retention.calendar.HolidayCalendar;
import eu.sotto.retention.calendar.Reading;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.retention.calendar.Until;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * By when we owe something: the earliest reading counts, the others are shown.
 *
 * @param due the end by the earliest reading
 * @param readings all readings that differ, the written one first
 * @param source the citation
 */
public record Deadline(Until due, List<Reading> readings, String source) {
  /** Copies the readings. */
  public Deadline {
    Objects.requireNonNull(due, "due");
    readings = List.copyOf(readings);
    Names.requireText(source, "source");
  }

  /**
   * The deadline of a term under European law.
   *
   * @param term the term
   * @param source the citation
   * @param event when the event happened
   * @param zone the zone in which days are counted
   * @param holidays the holidays that do not count as working days
   * @return the deadline
   */
  public static Deadline of(
      RetentionTerm term, String source, Instant event, ZoneId zone, HolidayCalendar holidays) {
    List<Reading> readings = Reading.ofDeadline(term, event, zone, holidays);
    Until due =
        readings.stream()
            .map(Reading::end)
            .min(Comparator.comparing(end -> end.firstFreeInstant(zone)))
            .orElseThrow();
    return new Deadline(due, readings, source);
  }

  /**
   * Says whether the deadline has passed.
   *
   * @param asOf the instant to ask for
   * @param zone the zone in which days are counted
   * @return whether the earliest reading has ended
   */
  public boolean isOverdue(Instant asOf, ZoneId zone) {
    return !asOf.isBefore(due.firstFreeInstant(zone));
  }
}
