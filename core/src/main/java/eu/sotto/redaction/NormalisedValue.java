package eu.sotto.redaction;

import java.util.Objects;

/**
 * What a caller said, in one written form: a number in E.164, an IBAN without blanks, an ISO date,
 * a name in upper case. It is what a blind index is asked for when a caller is found by what they
 * said; it is personal data and never part of a redacted output. Immutable and thread-safe.
 *
 * @param type what kind it is
 * @param value the written form, not empty
 */
public record NormalisedValue(PiiType type, String value) {
  /**
   * Checks that there is a value.
   *
   * @throws IllegalArgumentException if the value is empty
   */
  public NormalisedValue {
    Objects.requireNonNull(type, "type");
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a normalised value is not empty");
    }
  }

  /** The type only: the value is personal data. */
  @Override
  public String toString() {
    return "NormalisedValue[" + type + "]";
  }
}
