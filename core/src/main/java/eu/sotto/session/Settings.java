package eu.sotto.session;

import eu.sotto.register.Register;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;

/**
 * What a host decides when it opens a store.
 *
 * @param register the processing register
 * @param clock the time
 * @param deadline how long a step may wait for the store
 */
public record Settings(Register register, InstantSource clock, Duration deadline) {
  /** How long a step may wait where the host says nothing. */
  public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(1);

  private static final Duration LONGEST = Duration.ofMinutes(1);

  /**
   * Checks the deadline.
   *
   * @throws IllegalArgumentException if it is not above zero and at most one minute
   */
  public Settings {
    Objects.requireNonNull(register, "register");
    Objects.requireNonNull(clock, "clock");
    checkDeadline(deadline);
  }

  static void checkDeadline(Duration deadline) {
    if (deadline.isNegative() || deadline.isZero() || deadline.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("deadline must be above zero and at most one minute");
    }
  }
}
