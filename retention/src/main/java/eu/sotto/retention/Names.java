package eu.sotto.retention;

import java.util.regex.Pattern;

/** The shape that every name in a rule has, so that no free text becomes an identifier. */
final class Names {
  private static final Pattern SHAPE =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:/;+@-]{0,199}");

  private Names() {}

  static String require(String text, String what) {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          what + " must be 1 to 200 letters, digits or . _ : / ; + @ - without blanks");
    }
    return text;
  }

  static String requireText(String text, String what) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
    return text;
  }
}
