package eu.sotto;

import java.time.Instant;
import java.util.Objects;

/**
 * Something that the host owes and that is late. Immutable and thread-safe.
 *
 * @param what the duty, with the rule of law
 * @param reference the random id of the incident or request; nobody's name
 * @param due when it was due
 */
public record Overdue(String what, String reference, Instant due) {
  /** Refuses null. */
  public Overdue {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(reference, "reference");
    Objects.requireNonNull(due, "due");
  }
}
