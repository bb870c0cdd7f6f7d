package eu.sotto.vocabulary;

import java.util.Objects;

/**
 * Who acts for the host: a pseudonymous staff or system id and the role in which it acts. Recorded
 * with every access and decision (GDPR Art. 5(2), 29). Immutable and thread-safe.
 *
 * @param id the host's pseudonymous id of the person or system, 1 to 100 characters
 * @param role the role in which it acts, as the host names it, 1 to 100 characters
 */
public record Actor(String id, String role) {
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
   * Somebody in a role.
   *
   * @param id the host's pseudonymous id
   * @param role the role in which it acts
   * @return the actor
   * @throws IllegalArgumentException if a part is blank or too long
   */
  public static Actor of(String id, String role) {
    return new Actor(id, role);
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
