package eu.sotto.consent;

import eu.sotto.register.Purpose;
import eu.sotto.register.Register;
import eu.sotto.register.Validity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * On what terms a consent to a purpose carries: how long, and for what. Immutable and thread-safe.
 * Source: GDPR Art. 6(1)(a), 7; EDPB Guidelines 05/2020, paragraph 110.
 *
 * @param expiry how long it carries
 * @param asked what it is needed for now; null to ask only for what was agreed then
 */
public record ConsentTerms(Expiry expiry, @Nullable Undertaking asked) {
  /** Checks that there is an expiry. */
  public ConsentTerms {
    Objects.requireNonNull(expiry, "expiry");
  }

  /**
   * The terms of a purpose under a register.
   *
   * @param register the register in force
   * @param purpose one of its purposes
   * @return the terms
   */
  public static ConsentTerms of(Register register, Purpose purpose) {
    Expiry expiry =
        purpose.validity().orElse(null) instanceof Validity.For limited
            ? Expiry.after(limited.period(), register.zone())
            : Expiry.NEVER;
    return new ConsentTerms(expiry, Undertaking.of(register, purpose));
  }
}
