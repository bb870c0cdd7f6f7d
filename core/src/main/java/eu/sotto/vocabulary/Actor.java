package eu.sotto.vocabulary;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who acts for the host: a pseudonymous staff or system id and the role in which it acts. Recorded
 * with every access and decision (GDPR Art. 5(2), 29). What the host does not state of somebody's
 * authentication or training counts as not there. Immutable and thread-safe.
 *
 * @param id the host's pseudonymous id of the person or system, 1 to 100 characters
 * @param role the role in which it acts, as the register names it, 1 to 100 characters
 * @param authenticated how it was authenticated, or null if nobody says so
 * @param trainedOn the day of its latest training attestation, or null if there is none
 */
public record Actor(
    String id, String role, @Nullable Authentication authenticated, @Nullable LocalDate trainedOn) {
  private static final int MAX_LENGTH = 100;

  /**
   * Checks both parts.
   *
   * @throws IllegalArgumentException if a part is blank or too long
   */
  public Actor {
    check(id, "actor id");
    check(role, "actor role");
  }

  /**
   * Somebody in a role, of whose authentication and training nothing is known.
   *
   * @param id the host's pseudonymous id
   * @param role the role in which it acts
   * @return the actor
   * @throws IllegalArgumentException if a part is blank or too long
   */
  public static Actor of(String id, String role) {
    return new Actor(id, role, null, null);
  }

  /**
   * The same one, authenticated.
   *
   * @param how how the host made sure who it is
   * @return a copy
   */
  public Actor authenticatedBy(Authentication how) {
    return new Actor(id, role, Objects.requireNonNull(how, "how"), trainedOn);
  }

  /**
   * The same one, trained.
   *
   * @param on the day of the latest attestation
   * @return a copy
   */
  public Actor trained(LocalDate on) {
    return new Actor(id, role, authenticated, Objects.requireNonNull(on, "on"));
  }

  private static void check(String value, String what) {
    Objects.requireNonNull(value, what);
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(what + " must be 1 to 100 characters, not blank");
    }
  }

  /** The role only. */
  @Override
  public String toString() {
    return "Actor[" + role + "]";
  }
}
