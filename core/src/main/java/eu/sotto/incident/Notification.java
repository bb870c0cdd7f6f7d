package eu.sotto.incident;

import java.time.Instant;
import java.util.Objects;

/**
 * That somebody was told of a breach; more may follow in phases (Art. 33(4)). Immutable and
 * thread-safe.
 *
 * @param duty whom the law wants to be told
 * @param addressee the controller's name for {@link Duty#CONTROLLER}, else empty
 * @param at when they were told
 * @param reference under which it is found: file number, reference of the dispatch; no names
 * @param delayReason why it comes late, required after the 72 hours to the authority; may be empty
 */
public record Notification(
    Duty duty, String addressee, Instant at, String reference, String delayReason) {
  private static final int MAX_REFERENCE = 200;

  /**
   * Checks the parts.
   *
   * @throws IllegalArgumentException if the reference is blank or too long, or a controller is told
   *     without its name
   */
  public Notification {
    Objects.requireNonNull(duty, "duty");
    Objects.requireNonNull(at, "at");
    if (reference.isBlank() || reference.length() > MAX_REFERENCE) {
      throw new IllegalArgumentException("reference must be 1 to 200 characters, not blank");
    }
    if (addressee.isBlank() == (duty == Duty.CONTROLLER)) {
      throw new IllegalArgumentException("a controller, and nobody else, is told by name");
    }
    if (!delayReason.isEmpty()) {
      Words.require(delayReason, "delayReason");
    }
  }

  /**
   * The authority or the persons were told in time.
   *
   * @param duty who
   * @param at when
   * @param reference under which it is found
   * @return the notification
   */
  public static Notification of(Duty duty, Instant at, String reference) {
    return new Notification(duty, "", at, reference, "");
  }

  /**
   * A controller was told.
   *
   * @param name the controller, as the register names it
   * @param at when
   * @param reference under which it is found
   * @return the notification
   */
  public static Notification toController(String name, Instant at, String reference) {
    return new Notification(Duty.CONTROLLER, name, at, reference, "");
  }

  /**
   * The same with the reasons for the delay (Art. 33(1), second sentence).
   *
   * @param reason the reasons; personal data in it is removed before it is recorded
   * @return a copy
   */
  public Notification late(String reason) {
    return new Notification(duty, addressee, at, reference, reason);
  }

  /** Never reference or reasons. */
  @Override
  public String toString() {
    return "Notification[" + duty + ", " + at + "]";
  }
}
