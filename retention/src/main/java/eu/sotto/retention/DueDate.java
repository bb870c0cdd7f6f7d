package eu.sotto.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * When a record becomes due by what is known, holds aside.
 *
 * @param firstDeletionDay the first day on which it is due, in the policy's zone
 * @param from the instant from which it is due
 * @param because the rule that sets the date, and whether it still waits for its event
 */
public record DueDate(LocalDate firstDeletionDay, Instant from, Because because) {
  /** Refuses missing parts. */
  public DueDate {
    Objects.requireNonNull(firstDeletionDay, "firstDeletionDay");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(because, "because");
  }
}
