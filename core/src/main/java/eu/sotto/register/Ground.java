package eu.sotto.register;

import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The legal basis of a purpose with the record that it needs. Immutable and thread-safe. Source:
 * GDPR Art. 6(1).
 *
 * @param basis the legal basis
 * @param balancing the weighing, only with legitimate interests; without it the purpose is denied
 * @param validity how long a consent carries, always with consent and only with it
 * @param marks what the consent is beyond an ordinary one, only with consent, unmodifiable
 */
public record Ground(
    LegalBasis basis,
    @Nullable Balancing balancing,
    @Nullable Validity validity,
    Set<ConsentMark> marks) {
  /**
   * Refuses contradictions.
   *
   * @throws IllegalArgumentException if there is a balancing without legitimate interests, or a
   *     validity or a mark without consent, or a consent without validity
   */
  public Ground {
    Objects.requireNonNull(basis, "basis");
    marks = Set.copyOf(marks);
    if (!marks.isEmpty() && basis != LegalBasis.CONSENT) {
      throw new IllegalArgumentException("only a consent has marks");
    }
    if (balancing != null && basis != LegalBasis.LEGITIMATE_INTERESTS) {
      throw new IllegalArgumentException("only legitimate interests are balanced");
    }
    if (validity != null && basis != LegalBasis.CONSENT) {
      throw new IllegalArgumentException("only a consent has a validity");
    }
    if (validity == null && basis == LegalBasis.CONSENT) {
      throw new IllegalArgumentException(
          "a consent needs a validity: a period, or a review date if it is valid until withdrawn");
    }
  }

  /**
   * A basis that needs no further record.
   *
   * @param basis any basis but consent
   * @return the ground
   * @throws IllegalArgumentException if the basis is consent
   */
  public static Ground of(LegalBasis basis) {
    return new Ground(basis, null, null, Set.of());
  }

  /**
   * Consent.
   *
   * @param validity how long it carries
   * @return the ground
   */
  public static Ground consent(Validity validity) {
    return consent(validity, Set.of());
  }

  /**
   * Consent that is more than an ordinary one.
   *
   * @param validity how long it carries
   * @param marks what it is beyond that
   * @return the ground
   */
  public static Ground consent(Validity validity, Set<ConsentMark> marks) {
    return new Ground(LegalBasis.CONSENT, null, validity, marks);
  }

  /**
   * Legitimate interests.
   *
   * @param balancing the weighing
   * @return the ground
   */
  public static Ground legitimateInterests(Balancing balancing) {
    return new Ground(LegalBasis.LEGITIMATE_INTERESTS, balancing, null, Set.of());
  }
}
