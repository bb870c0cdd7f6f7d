package eu.sotto.ledger;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a log is opened. Immutable and thread-safe.
 *
 * @param tenant whose log it is; part of the context of every sealed payload
 * @param origin the log's name in checkpoints, 1 to 255 visible ASCII characters without plus sign;
 *     null for a new random one, or for the one that the store has
 * @param clock tells when an event is recorded
 * @param anchor where the newest checkpoint is kept apart from the log
 * @param timing how long the writer waits for what
 */
public record Options(
    String tenant, @Nullable String origin, InstantSource clock, Anchor anchor, Timing timing) {
  /**
   * Checks the origin.
   *
   * @throws IllegalArgumentException if it cannot be a log's name
   */
  public Options {
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(anchor, "anchor");
    Objects.requireNonNull(timing, "timing");
    if (origin != null) {
      Checkpoint.requireOrigin(origin);
    }
  }

  /**
   * The defaults: the system's clock and no anchor.
   *
   * @param tenant whose log it is
   * @return the options
   */
  public static Options of(String tenant) {
    return new Options(tenant, null, InstantSource.system(), Anchor.none(), Timing.standard());
  }

  /**
   * With a log's name.
   *
   * @param name the origin of a new log, or the one that the store must have
   * @return the options
   * @throws IllegalArgumentException if it cannot be a log's name
   */
  public Options withOrigin(String name) {
    return new Options(tenant, name, clock, anchor, timing);
  }

  /**
   * With a clock.
   *
   * @param source tells when an event is recorded
   * @return the options
   */
  public Options withClock(InstantSource source) {
    return new Options(tenant, origin, source, anchor, timing);
  }

  /**
   * With an anchor.
   *
   * @param place where the newest checkpoint is kept apart from the log
   * @return the options
   */
  public Options withAnchor(Anchor place) {
    return new Options(tenant, origin, clock, place, timing);
  }

  /**
   * With other waiting times.
   *
   * @param times how long the writer waits for what
   * @return the options
   */
  public Options withTiming(Timing times) {
    return new Options(tenant, origin, clock, anchor, times);
  }

  /**
   * How long the writer waits for what.
   *
   * @param linger how long a batch waits for further callers, if there were several before; at most
   *     a millisecond
   * @param anchorEvery how long after an event the log is anchored at the latest
   * @param retryWindow how long an idempotency key is remembered, at least an hour
   */
  public record Timing(Duration linger, Duration anchorEvery, Duration retryWindow) {
    private static final Duration MAX_LINGER = Duration.ofMillis(1);
    private static final Duration MIN_RETRY_WINDOW = Duration.ofHours(1);

    /**
     * Checks the bounds.
     *
     * @throws IllegalArgumentException if one is exceeded
     */
    public Timing {
      if (linger.isNegative() || linger.compareTo(MAX_LINGER) > 0) {
        throw new IllegalArgumentException("linger is between zero and a millisecond");
      }
      if (anchorEvery.isNegative() || retryWindow.compareTo(MIN_RETRY_WINDOW) < 0) {
        throw new IllegalArgumentException("anchorEvery is not negative, retryWindow >= 1 hour");
      }
    }

    /**
     * 100 microseconds, one second, seven days.
     *
     * @return the standard times
     */
    public static Timing standard() {
      return new Timing(Duration.ofNanos(100_000), Duration.ofSeconds(1), Duration.ofDays(7));
    }
  }
}
