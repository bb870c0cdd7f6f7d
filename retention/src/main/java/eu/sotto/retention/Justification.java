package eu.sotto.retention;

import java.util.Objects;

/**
 * Why a record may be kept, and for what.
 *
 * @param purpose the purpose that the keeping serves; when it ends, the permission ends
 * @param reason the recorded reason, without personal data
 * @param onlyForClaims whether it holds only for records with a claim that names the rule
 */
public record Justification(PurposeName purpose, String reason, boolean onlyForClaims) {
  /** Refuses a blank reason. */
  public Justification {
    Objects.requireNonNull(purpose, "purpose");
    Names.requireText(reason, "reason");
  }

  /**
   * Keeping for a purpose.
   *
   * @param purpose the purpose
   * @param reason the recorded reason
   * @return the justification
   */
  public static Justification forPurpose(PurposeName purpose, String reason) {
    return new Justification(purpose, reason, false);
  }

  /**
   * Keeping for a named claim only.
   *
   * @param purpose the purpose, such as the defence of claims
   * @param reason the recorded reason
   * @return the justification
   */
  public static Justification forClaims(PurposeName purpose, String reason) {
    return new Justification(purpose, reason, true);
  }
}
