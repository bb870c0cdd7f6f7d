package eu.sotto.interchange;

import eu.sotto.consent.CallConsents;
import eu.sotto.register.Purpose;
import eu.sotto.register.Register;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What a consent record is made of. Immutable and thread-safe.
 *
 * @param id the record's identifier
 * @param subject the person's pseudonym
 * @param madeAt when the record is made: what happened later is not in it
 * @param declared what the controller declares
 * @param consents all that bears on consent in the call
 */
public record ConsentParts(
    UUID id, String subject, Instant madeAt, Declared declared, CallConsents consents) {
  /** Refuses null. */
  public ConsentParts {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(madeAt, "madeAt");
    Objects.requireNonNull(declared, "declared");
    Objects.requireNonNull(consents, "consents");
  }

  /** The identifier only. */
  @Override
  public String toString() {
    return "ConsentParts[" + id + "]";
  }

  /**
   * What the controller declares.
   *
   * @param register the register in force
   * @param purpose one of its purposes, resting on consent
   */
  public record Declared(Register register, Purpose purpose) {
    /** Refuses null. */
    public Declared {
      Objects.requireNonNull(register, "register");
      Objects.requireNonNull(purpose, "purpose");
    }
  }
}
