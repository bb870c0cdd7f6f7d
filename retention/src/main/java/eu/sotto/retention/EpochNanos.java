package eu.sotto.retention;

import java.time.Instant;

/**
 * Instants as one number, so that records are decided without objects.
 *
 * <p>Nanoseconds since 1970 reach from 1678 to 2262; every time in {@link RecordFacts}, with
 * elapsed hours added, lies well within. An instant to decide for may lie outside and is then cut
 * off, which changes no comparison with a time inside.
 */
final class EpochNanos {
  /** A time that is not known; before every time that is. */
  static final long UNKNOWN = Long.MIN_VALUE;

  /** A time that never comes. */
  static final long NEVER = Long.MAX_VALUE;

  private static final long SECOND = 1_000_000_000L;
  private static final long LAST_SECOND = Long.MAX_VALUE / SECOND - 1;

  private EpochNanos() {}

  static long of(Instant instant) {
    long second = instant.getEpochSecond();
    if (Math.abs(second) > LAST_SECOND) {
      return second < 0 ? UNKNOWN + 1 : NEVER - 1;
    }
    return second * SECOND + instant.getNano();
  }

  static Instant instant(long nanos) {
    return Instant.ofEpochSecond(second(nanos), Math.floorMod(nanos, SECOND));
  }

  static long second(long nanos) {
    return Math.floorDiv(nanos, SECOND);
  }
}
