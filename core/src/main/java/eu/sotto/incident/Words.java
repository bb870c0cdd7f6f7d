package eu.sotto.incident;

import java.util.Objects;

/** The bounds of the texts of an incident. */
final class Words {
  private static final int MAX = 2_000;

  private Words() {}

  static void require(String text, String what) {
    Objects.requireNonNull(text, what);
    if (text.isBlank() || text.length() > MAX) {
      throw new IllegalArgumentException(what + " must be 1 to 2,000 characters, not blank");
    }
  }
}
