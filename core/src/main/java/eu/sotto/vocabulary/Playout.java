package eu.sotto.vocabulary;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How much of a notice was heard: only a playout whose played time reaches the full time counts as
 * played to its end. Immutable and thread-safe.
 *
 * @param played how much was played, zero or more
 * @param full how long the whole announcement is, more than zero
 * @param at when playing stopped
 */
public record Playout(Duration played, Duration full, Instant at) {
  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException if played is negative or full is not positive
   */
  public Playout {
    Objects.requireNonNull(played, "played");
    Objects.requireNonNull(full, "full");
    Objects.requireNonNull(at, "at");
    if (played.isNegative()) {
      throw new IllegalArgumentException("played must not be negative");
    }
    if (full.isNegative() || full.isZero()) {
      throw new IllegalArgumentException("full must be positive");
    }
  }

  /**
   * A playout that stopped at a time.
   *
   * @param played how much was played
   * @param full how long the whole announcement is
   * @param at when playing stopped
   * @return the playout
   * @throws IllegalArgumentException if played is negative or full is not positive
   */
  public static Playout of(Duration played, Duration full, Instant at) {
    return new Playout(played, full, at);
  }

  /**
   * Whether the announcement was played to its end.
   *
   * @return true if played reaches full
   */
  public boolean complete() {
    return played.compareTo(full) >= 0;
  }
}
