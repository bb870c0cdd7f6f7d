package eu.sotto.redaction;

import java.text.Normalizer;

/**
 * Brings every character to one plain form, so that case, accents, full-width forms, look-alikes
 * and invisible characters hide nothing.
 */
final class Fold {
  /** Belongs to the word around it but is not seen. */
  static final char SKIP = 1;

  /** Stands for two letters s. */
  static final char SHARP_S = 2;

  /** Not part of a word. */
  static final char NONE = 0;

  private static final String LOOK_ALIKES =
      "аaеeоoрpсcуyхxіiѕsјjһhԁdԛqԝwкkмmтtнhвbαaεeοoρpνvτtιiκkυuχxηnłlđdøoıiħhŧtſs";

  private static final char[] TABLE = table();

  private Fold() {}

  static char of(char c) {
    return TABLE[c];
  }

  /** The folded letter or digit of a character outside the basic plane, or {@link #NONE}. */
  static char ofSupplementary(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return SKIP;
    }
    if (!Character.isLetterOrDigit(codePoint)) {
      return NONE;
    }
    String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD);
    char first = plain.charAt(0);
    return Character.isSurrogate(first) ? (char) ((codePoint & 0xFFFF) | 0x8000) : of(first);
  }

  static boolean digit(char folded) {
    return folded >= '0' && folded <= '9';
  }

  private static char[] table() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = fold((char) c);
    }
    for (int i = 0; i + 1 < LOOK_ALIKES.length(); i += 2) {
      table[LOOK_ALIKES.charAt(i)] = LOOK_ALIKES.charAt(i + 1);
      table[Character.toUpperCase(LOOK_ALIKES.charAt(i))] = LOOK_ALIKES.charAt(i + 1);
    }
    table['I'] = 'i';
    table['S'] = 's';
    table['ß'] = SHARP_S;
    table['ẞ'] = SHARP_S;
    table['_'] = NONE;
    return table;
  }

  private static char fold(char c) {
    if (c < 128) {
      return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : NONE;
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.FORMAT) {
      return SKIP;
    }
    if (!Character.isLetterOrDigit(c)) {
      return NONE;
    }
    int digit = Character.digit(c, 10);
    if (digit >= 0) {
      return (char) ('0' + digit);
    }
    String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD);
    return Character.toLowerCase(plain.charAt(0));
  }
}
