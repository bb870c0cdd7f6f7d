package eu.sotto.rights;

import java.time.LocalDate;
import java.util.Objects;

/**
 * By when a request is to be answered. The earlier reading counts, the other is shown. Immutable.
 * Source: GDPR Art. 12(3); Regulation 1182/71 Art. 3.
 *
 * @param due the last day if a day of rest is not passed over
 * @param onWorkingDay the last day if the period ends on the next working day
 * @param extended whether two months were added
 * @param pausedDays how many days it stood still because of doubt about the identity
 */
public record RequestDeadline(
    LocalDate due, LocalDate onWorkingDay, boolean extended, int pausedDays) {
  /** Refuses missing days. */
  public RequestDeadline {
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(onWorkingDay, "onWorkingDay");
  }
}
