package eu.sotto.redaction;

import java.util.Objects;

/**
 * A finding with its value, as an operator sees it. Not kept by the library. Immutable and
 * thread-safe.
 *
 * @param type what kind it is
 * @param text the words as they stand in the text
 * @param value the normalised value (digits, ISO date, upper-case name), empty if there is none
 * @param number counts the different values of this type in the call, from 1
 */
public record Found(PiiType type, String text, String value, int number) {
  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if the number is below 1
   */
  public Found {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(value, "value");
    if (number < 1) {
      throw new IllegalArgumentException("findings are counted from 1");
    }
  }

  /** The type only: the value is personal data. */
  @Override
  public String toString() {
    return "Found[" + type + "]";
  }
}
