package eu.sotto.register;

import java.time.LocalDate;
import java.time.Period;
import java.util.Objects;

/**
 * How long a consent carries: for a period, or until it is withdrawn, and then it is reviewed.
 * Immutable and thread-safe. Source: EDPB Guidelines 05/2020, paragraph 110.
 */
public sealed interface Validity {
  /**
   * For a period from the day on which it was given.
   *
   * @param period the period, longer than zero, without negative parts
   */
  record For(Period period) implements Validity {
    /**
     * Checks the period.
     *
     * @throws IllegalArgumentException if the period is zero or has a negative part
     */
    public For {
      if (period.isZero() || period.isNegative()) {
        throw new IllegalArgumentException("consent validity must be longer than zero");
      }
    }
  }

  /**
   * Until it is withdrawn, with a day on which somebody looks at it again.
   *
   * @param review the day of the review
   */
  record UntilWithdrawn(LocalDate review) implements Validity {
    /** Requires the day. */
    public UntilWithdrawn {
      Objects.requireNonNull(review, "review");
    }
  }

  /**
   * Validity for a period.
   *
   * @param period the period, longer than zero
   * @return the validity
   * @throws IllegalArgumentException if the period is zero or has a negative part
   */
  static Validity of(Period period) {
    return new For(period);
  }

  /**
   * Validity until withdrawal.
   *
   * @param review the day of the next review
   * @return the validity
   */
  static Validity untilWithdrawn(LocalDate review) {
    return new UntilWithdrawn(review);
  }
}
