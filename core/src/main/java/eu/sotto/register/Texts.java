package eu.sotto.register;

import java.util.Objects;

/** The bounds of the free texts of a register. */
final class Texts {
  private static final int MAX_LENGTH = 2_000;

  private Texts() {}

  static String check(String value, String what) {
    Objects.requireNonNull(value, what);
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(what + " must be 1 to 2,000 characters, not blank");
    }
    return value;
  }
}
