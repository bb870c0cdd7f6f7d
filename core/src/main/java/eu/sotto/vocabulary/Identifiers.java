package eu.sotto.vocabulary;

import java.util.Objects;
import java.util.regex.Pattern;

/** The one syntax of declared names: lower case, as they stand in a register. */
final class Identifiers {
  private static final int MAX_LENGTH = 64;
  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]*[a-z0-9])?");

  private Identifiers() {}

  static String declaredName(String value, String what) {
    Objects.requireNonNull(value, what);
    if (value.length() > MAX_LENGTH || !NAME.matcher(value).matches()) {
      throw new IllegalArgumentException(
          what
              + " must be 1 to 64 characters of a-z, 0-9, '.', '_', '-', beginning and ending with a"
              + " letter or digit");
    }
    return value;
  }
}
