package eu.sotto.rights.running;

import java.util.Locale;

/**
 * Shows what would otherwise hide or turn text around: control characters, unpaired surrogates and
 * the marks of the bidirectional algorithm stand as their code point, such as {@code [U+202E]}.
 * Lines and tabs stay. Source: UAX 9, 2; XML 1.0, 2.2.
 */
final class VisibleText {
  private VisibleText() {}

  static String of(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (hides(c)) {
                shown.append(String.format(Locale.ROOT, "[U+%04X]", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  private static boolean hides(int c) {
    boolean control = Character.isISOControl(c) && c != '\n' && c != '\t';
    boolean broken = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return control || broken || (c & 0xfffe) == 0xfffe || turns(c);
  }

  private static boolean turns(int c) {
    return c == 0x061c
        || c == 0x200e
        || c == 0x200f
        || (c >= 0x2028 && c <= 0x202e)
        || (c >= 0x2066 && c <= 0x2069);
  }
}
