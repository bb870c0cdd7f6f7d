package eu.sotto.register;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;

/** The bounds of the free texts of a register. */
final class Texts {
  private static final int MAX_LENGTH = 2_000;
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,62}[a-z0-9])?");

  private Texts() {}

  static String check(String value, String what) {
    Objects.requireNonNull(value, what);
    if (value.isBlank() || value.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(what + " must be 1 to 2,000 characters, not blank");
    }
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(value)) {
      throw new IllegalArgumentException(what + " holds an unpaired surrogate");
    }
    return value;
  }

  /** Whether a name has the one syntax of declared names. */
  static boolean isDeclaredName(String name) {
    return NAME.matcher(name).matches();
  }
}
