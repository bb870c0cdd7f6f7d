package eu.sotto.incident;

import eu.sotto.vocabulary.Actor;
import java.time.Instant;
import java.util.Objects;

/**
 * A step of an incident as the ledger holds it. Immutable and thread-safe. Source: GDPR Art. 33(5).
 *
 * @param what the step
 * @param at when it happened
 * @param recordedAt when it was recorded
 * @param actor who took it
 * @param <T> the step's type
 */
public record Documented<T>(T what, Instant at, Instant recordedAt, Actor actor) {
  /** Refuses null. */
  public Documented {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(recordedAt, "recordedAt");
    Objects.requireNonNull(actor, "actor");
  }
}
