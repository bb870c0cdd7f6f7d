package eu.sotto.retention;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A hold on a record, in force from its beginning to its release, half-open.
 *
 * @param reference its file reference; it must not tell who a person is
 * @param ground why it holds
 * @param from when it begins
 * @param released when it ends, if that is known
 */
public record Hold(String reference, HoldGround ground, Instant from, Optional<Instant> released) {
  /** Refuses a release before the beginning. */
  public Hold {
    Names.require(reference, "a hold's reference");
    Objects.requireNonNull(ground, "ground");
    if (released.isPresent() && released.get().isBefore(from)) {
      throw new IllegalArgumentException("released must not be before from");
    }
  }

  /**
   * A hold that nobody has released yet.
   *
   * @param reference its file reference
   * @param ground why it holds
   * @param from when it begins
   * @return the hold
   */
  public static Hold since(String reference, HoldGround ground, Instant from) {
    return new Hold(reference, ground, from, Optional.empty());
  }

  /**
   * This hold, released.
   *
   * @param at when it ends
   * @return the released hold
   */
  public Hold release(Instant at) {
    return new Hold(reference, ground, from, Optional.of(at));
  }

  /**
   * Says whether the hold is in force.
   *
   * @param asOf the instant to ask for
   * @return whether it has begun and is not released
   */
  public boolean isInForce(Instant asOf) {
    return !from.isAfter(asOf) && (released.isEmpty() || released.get().isAfter(asOf));
  }
}
