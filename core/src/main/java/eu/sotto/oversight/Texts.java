package eu.sotto.oversight;

import java.util.Objects;
import java.util.regex.Pattern;

/** The bounds of ids and of what people write. */
final class Texts {
  static final int LONGEST = 4_000;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private Texts() {}

  static void requireId(String value, String what) {
    if (!ID.matcher(Objects.requireNonNull(value, what)).matches()) {
      throw new IllegalArgumentException(what + " must be 32 lower-case hexadecimal digits");
    }
  }

  static void require(String value, String what) {
    Objects.requireNonNull(value, what);
    if (value.isBlank() || value.length() > LONGEST) {
      throw new IllegalArgumentException(what + " must be 1 to 4,000 characters, not blank");
    }
  }
}
