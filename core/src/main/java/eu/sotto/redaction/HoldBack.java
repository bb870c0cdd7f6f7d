package eu.sotto.redaction;

import java.time.Duration;
import java.util.Objects;

/**
 * How long a stream holds words back. Words are held until their turn ends, or until 40 complete
 * words wait, at the most; a deadline can end the wait earlier. Immutable and thread-safe.
 *
 * @param deadline after which time a word is let go or masked, in the time of the words' audio or
 *     of the host's calls to {@link RedactionStream#waited}; zero for no deadline
 */
public record HoldBack(Duration deadline) {
  /** The most complete words that are held back. */
  public static final int MAX_WORDS = Passages.WORDS;

  /**
   * Checks the deadline.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public HoldBack {
    Objects.requireNonNull(deadline, "deadline");
    if (deadline.isNegative()) {
      throw new IllegalArgumentException("a deadline is not negative");
    }
  }

  /**
   * No deadline: the end of the turn, or 40 words.
   *
   * @return the rule
   */
  public static HoldBack untilTurnEnds() {
    return new HoldBack(Duration.ZERO);
  }

  /**
   * A deadline. What is still open then is masked, not let through.
   *
   * @param deadline the longest wait, above zero
   * @return the rule
   * @throws IllegalArgumentException if it is not above zero
   */
  public static HoldBack atMost(Duration deadline) {
    if (deadline.isZero()) {
      throw new IllegalArgumentException("a deadline is above zero");
    }
    return new HoldBack(deadline);
  }

  boolean over(long sinceMs, long nowMs) {
    return !deadline.isZero() && nowMs - sinceMs >= deadline.toMillis();
  }
}
