package eu.sotto.register;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that the register says without a source: somebody has to confirm or replace it. It
 * changes no decision. Immutable and thread-safe. Source: GDPR Art. 5(2).
 *
 * @param field which part of the register it concerns: names joined by {@code /}, an element of a
 *     list by its id or class, as in {@code retention/summary}; 1 to 2,000 characters
 * @param text what is assumed, and why, 1 to 2,000 characters
 * @param check who has to look at it again and by when, or null if nobody is named
 */
public record Assumption(String field, String text, @Nullable Check check) {
  /**
   * Who has to look at an assumption again. Immutable and thread-safe.
   *
   * @param owner the function that answers for it, 1 to 2,000 characters
   * @param review from which day on it is out of date
   */
  public record Check(String owner, LocalDate review) {
    /**
     * Checks the parts.
     *
     * @throws IllegalArgumentException if the owner is blank or too long
     */
    public Check {
      Texts.check(owner, "assumption owner");
      Objects.requireNonNull(review, "review");
    }
  }

  /**
   * Checks the texts.
   *
   * @throws IllegalArgumentException if one is blank or too long
   */
  public Assumption {
    Texts.check(field, "assumption field");
    Texts.check(text, "assumption text");
  }

  /**
   * An assumption for whose confirmation no day is named.
   *
   * @param field which part of the register it concerns
   * @param text what is assumed, and why
   * @throws IllegalArgumentException if one is blank or too long
   */
  public Assumption(String field, String text) {
    this(field, text, null);
  }

  /**
   * Who has to look at it again and by when.
   *
   * @return the check, or empty if nobody is named
   */
  public Optional<Check> toCheck() {
    return Optional.ofNullable(check);
  }
}
