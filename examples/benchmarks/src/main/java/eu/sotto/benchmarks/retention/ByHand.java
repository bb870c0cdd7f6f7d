package eu.sotto.benchmarks.retention;

import eu.sotto.retention.Hold;
import eu.sotto.retention.calendar.GermanHolidays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rules of {@link FiveRules} as somebody would write them by hand with java.time: the same
 * zone, rounding, holds and order of force, and nothing that these rules do not need.
 */
final class ByHand {
  enum Kind {
    KEEP,
    RESTRICT,
    DISPOSE,
    REVIEW
  }

  /** What happens, until or since which day, and the name of the rule or hold that decides. */
  record Outcome(Kind kind, @Nullable LocalDate day, String because) {}

  private final Instant asOf;
  private final LocalDate today;
  private final ZoneId zone;

  ByHand(Instant asOf, ZoneId zone) {
    this.asOf = asOf;
    this.zone = zone;
    this.today = day(asOf);
  }

  Outcome decide(CallRow call, List<Hold> holds) {
    Outcome byRules = byRules(call);
    Hold strongest = null;
    for (Hold hold : holds) {
      if (hold.isInForce(asOf)
          && (strongest == null
              || (hold.ground().restricts() && !strongest.ground().restricts()))) {
        strongest = hold;
      }
    }
    if (strongest == null) {
      return byRules;
    }
    boolean unharmed = byRules.kind() == Kind.KEEP && !strongest.ground().restricts();
    return new Outcome(unharmed ? Kind.KEEP : Kind.RESTRICT, null, strongest.reference());
  }

  private Outcome byRules(CallRow call) {
    LocalDate recorded = day(call.recordedAt());
    LocalDate ended = call.endedAt() == null ? null : day(call.endedAt());
    LocalDate contact = call.contactAt() == null ? ended : day(call.contactAt());

    LocalDate usual = contact == null ? recorded.plusYears(1) : contact.plusMonths(6);
    LocalDate absolute = yearEnd(recorded, 10);
    LocalDate order =
        call.orderedAt() == null ? recorded : workingDay(day(call.orderedAt()).plusYears(5));
    LocalDate invoice =
        call.invoicedAt() == null ? recorded : workingDay(yearEnd(day(call.invoicedAt()), 8));
    LocalDate claim = null;
    if (call.claimed()) {
      claim = earlier(ended == null ? recorded.plusYears(3) : yearEnd(ended, 3), absolute);
    }

    boolean ordered = !invoice.isAfter(order);
    LocalDate duty = ordered ? order : invoice;
    String dutyName = ordered ? FiveRules.ORDER : FiveRules.INVOICE;
    LocalDate maximum = earlier(usual, absolute);
    if (maximum.isBefore(today)) {
      if (!duty.isBefore(today)) {
        return absolute.isBefore(today)
            ? new Outcome(Kind.REVIEW, null, dutyName)
            : new Outcome(Kind.RESTRICT, duty, dutyName);
      }
      if (claim != null && !claim.isBefore(today)) {
        return new Outcome(Kind.RESTRICT, claim, FiveRules.CLAIM);
      }
    }
    LocalDate last = maximum;
    String because = usual.isAfter(absolute) ? FiveRules.ABSOLUTE : FiveRules.USUAL;
    if (duty.isAfter(last)) {
      last = duty;
      because = dutyName;
    }
    if (claim != null && claim.isAfter(last)) {
      last = claim;
      because = FiveRules.CLAIM;
    }
    return maximum.isBefore(today)
        ? new Outcome(Kind.DISPOSE, last.plusDays(1), because)
        : new Outcome(Kind.KEEP, last, because);
  }

  private LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  private static LocalDate yearEnd(LocalDate day, int years) {
    return LocalDate.of(day.getYear() + years, 12, 31);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return other.isBefore(one) ? other : one;
  }

  private static LocalDate workingDay(LocalDate day) {
    LocalDate moved = day;
    while (!GermanHolidays.nationwide().isWorkingDay(moved)) {
      moved = moved.plusDays(1);
    }
    return moved;
  }
}
