package eu.sotto.register;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who answers for a purpose, and with or for whom. Immutable and thread-safe. Source: GDPR Art.
 * 4(7), 26, 28.
 *
 * @param role the role of the register's owner
 * @param reference for a joint controller the arrangement, for a processor the controller for whom
 *     it processes; a sole controller has none
 */
public record Responsibility(PurposeRole role, @Nullable String reference) {
  /** The register's controller alone. */
  public static final Responsibility SOLE = new Responsibility(PurposeRole.CONTROLLER, null);

  /**
   * Refuses contradictory roles.
   *
   * @throws IllegalArgumentException if a sole controller has a reference or any other role has
   *     none
   */
  public Responsibility {
    Objects.requireNonNull(role, "role");
    if (role == PurposeRole.CONTROLLER && reference != null) {
      throw new IllegalArgumentException(
          "a sole controller has no arrangement and no other controller");
    }
    if (role != PurposeRole.CONTROLLER && reference == null) {
      throw new IllegalArgumentException(
          role == PurposeRole.PROCESSOR
              ? "a processor must name the controller for whom it processes"
              : "a joint controller must name the arrangement (GDPR Art. 26)");
    }
    if (reference != null) {
      Texts.check(reference, "reference of the role");
    }
  }
}
