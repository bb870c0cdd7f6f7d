package eu.sotto.retention.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;

/** How long something lasts: through a last day, up to an instant, or until it is released. */
public sealed interface Until {
  /**
   * Lasts through the whole of its last day.
   *
   * @param day the last day; the day after is the first free one
   */
  record Through(LocalDate day) implements Until {
    /** Refuses a missing day. */
    public Through {
      Objects.requireNonNull(day, "day");
    }

    @Override
    public Instant firstFreeInstant(ZoneId zone) {
      return day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    @Override
    public String toString() {
      return day.toString();
    }
  }

  /**
   * Lasts up to an instant, which is itself free.
   *
   * @param end the first free instant
   * @param zone the zone it is written in
   */
  record Before(Instant end, ZoneId zone) implements Until {
    /** Refuses missing parts. */
    public Before {
      Objects.requireNonNull(end, "end");
      Objects.requireNonNull(zone, "zone");
    }

    @Override
    public Instant firstFreeInstant(ZoneId ignored) {
      return end;
    }

    @Override
    public String toString() {
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(end.atZone(zone));
    }
  }

  /** Lasts until somebody releases it; no date is known. */
  record Released() implements Until {
    @Override
    public Instant firstFreeInstant(ZoneId zone) {
      return Instant.MAX;
    }

    @Override
    public String toString() {
      return "released";
    }
  }

  /**
   * The first instant at which it no longer lasts; {@link Instant#MAX} if no date is known.
   *
   * @param zone the zone in which days begin
   * @return the first free instant
   */
  Instant firstFreeInstant(ZoneId zone);

  /**
   * The last day that is wholly or partly covered, in the zone given.
   *
   * @param zone the zone in which days begin
   * @return the last day, or empty if no date is known
   */
  default Optional<LocalDate> lastDay(ZoneId zone) {
    if (this instanceof Through through) {
      return Optional.of(through.day());
    }
    if (this instanceof Before before) {
      return Optional.of(before.end().minusNanos(1).atZone(zone).toLocalDate());
    }
    return Optional.empty();
  }
}
