package eu.sotto.consent;

import eu.sotto.permit.ReasonCode;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with a consent at one time, since when and until when. Immutable and thread-safe.
 *
 * @param state the state
 * @param since from when on, inclusive; {@link Instant#MIN} if nothing happened before
 * @param until until when, exclusive, as far as is known; {@link Instant#MAX} if nothing ends it
 * @param why what stands against it; null if and only if it is given
 */
public record ConsentStatus(
    ConsentState state, Instant since, Instant until, @Nullable ReasonCode why) {
  /**
   * Checks that every state but given says why.
   *
   * @throws IllegalArgumentException if a given consent has a reason against it, or another state
   *     has none
   */
  public ConsentStatus {
    Objects.requireNonNull(since, "since");
    Objects.requireNonNull(until, "until");
    if ((state == ConsentState.GIVEN) != (why == null)) {
      throw new IllegalArgumentException("a reason belongs to every state but GIVEN");
    }
  }

  /**
   * Whether the consent carries.
   *
   * @return true only if it is given
   */
  public boolean given() {
    return state == ConsentState.GIVEN;
  }

  /**
   * What stands against it.
   *
   * @return the reason, empty only if it is given
   */
  public Optional<ReasonCode> obstacle() {
    return Optional.ofNullable(why);
  }
}
