package eu.sotto.vocabulary;

import java.util.Objects;

/**
 * The host's own identifier of a call. It counts as personal data: it is never printed, and stored
 * only sealed or as a keyed token. Immutable and thread-safe.
 *
 * @param value 1 to 200 characters, unique per call within the host
 */
public record CallId(String value) {
  private static final int MAX_LENGTH = 200;

  /**
   * Checks the length.
   *
   * @throws IllegalArgumentException if the value is blank or longer than 200 characters
   */
  public CallId {
    Objects.requireNonNull(value, "call id");
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("call id must be 1 to 200 characters, not blank");
    }
  }

  /**
   * The call with this identifier.
   *
   * @param value the host's identifier
   * @return the identifier
   * @throws IllegalArgumentException if the value is blank or longer than 200 characters
   */
  public static CallId of(String value) {
    return new CallId(value);
  }

  /** Never the value: call ids count as personal data. */
  @Override
  public String toString() {
    return "CallId[hidden]";
  }
}
