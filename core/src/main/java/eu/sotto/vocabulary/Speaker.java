package eu.sotto.vocabulary;

import java.util.Objects;

/**
 * Somebody who speaks in a call (StGB § 201 protects each one's spoken word). Immutable and
 * thread-safe.
 *
 * @param id the host's pseudonymous label within the call, for example {@code agent-2}; syntax of a
 *     declared name
 * @param role the part that they play
 */
public record Speaker(String id, Role role) {
  /**
   * Checks the label.
   *
   * @throws IllegalArgumentException if the label is not a declared name
   */
  public Speaker {
    Identifiers.declaredName(id, "speaker");
    Objects.requireNonNull(role, "role");
  }

  /**
   * A speaker.
   *
   * @param id the host's pseudonymous label within the call
   * @param role the part that they play
   * @return the speaker
   * @throws IllegalArgumentException if the label is not a declared name
   */
  public static Speaker of(String id, Role role) {
    return new Speaker(id, role);
  }

  /** The role only: a host may have put a name where a label belongs. */
  @Override
  public String toString() {
    return "Speaker[" + role + "]";
  }
}
