package eu.sotto.redaction;

import java.text.Normalizer;
import java.util.Arrays;

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

  /** Not looked up yet: no character folds to it. */
  private static final char OPEN = '\uFFFF';

  /** Filled where it is asked; every thread would write the same, so none needs to wait. */
  private static final char[] TABLE = table();

  private Fold() {}

  static char of(char c) {
    char folded = TABLE[c];
    return folded == OPEN ? first(c) : folded;
  }

  private static char first(char c) {
    char folded = fold(c);
    TABLE[c] = folded;
    return folded;
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
    Arrays.fill(table, OPEN);
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
