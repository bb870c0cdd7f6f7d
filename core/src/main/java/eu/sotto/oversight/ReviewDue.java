package eu.sotto.oversight;

import eu.sotto.register.RecurringReview.Topic;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * How it stands with something that has to be looked at again and again. Immutable and thread-safe.
 * Source: GDPR Art. 24(1), 32(1)(d).
 *
 * @param id its name in the register; for a date that the register holds, where it stands there
 * @param topic what is looked at
 * @param responsible the function that is responsible; an owner as the register has it
 * @param due the last day on which it is in time
 * @param doneAt when it was done last, or empty
 * @param status how it stands on the day of the question
 */
public record ReviewDue(
    String id,
    Topic topic,
    String responsible,
    LocalDate due,
    Optional<Instant> doneAt,
    Status status) {
  /** How it stands. Immutable and thread-safe. */
  public enum Status {
    /** Nothing is to be done yet. */
    DONE,
    /** It is to be done by the due day, which is at most two weeks away. */
    DUE,
    /** The due day is over. */
    OVERDUE
  }

  /** Refuses null. */
  public ReviewDue {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(responsible, "responsible");
    Objects.requireNonNull(due, "due");
    Objects.requireNonNull(doneAt, "doneAt");
    Objects.requireNonNull(status, "status");
  }
}
