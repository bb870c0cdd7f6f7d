package eu.sotto.redaction;

import java.util.Arrays;

/**
 * The words of one segment in parallel arrays: where they stand, what they can be, what lies
 * between them. Used by one thread and used again for the next segment.
 */
final class Scan {
  static final int SPACE = 1;
  static final int DOT = 1 << 1;
  static final int COMMA = 1 << 2;
  static final int STOP = 1 << 3;
  static final int COLON = 1 << 4;
  static final int HYPHEN = 1 << 5;
  static final int SLASH = 1 << 6;
  static final int AT = 1 << 7;
  static final int UNDERSCORE = 1 << 8;
  static final int PLUS = 1 << 9;
  static final int PAREN = 1 << 10;
  static final int OTHER = 1 << 11;
  static final int BREAK = 1 << 12;

  static final int UPPER_FIRST = 1;
  static final int UPPER_ALL = 1 << 1;
  static final int DIGITS = 1 << 2;
  static final int FOREIGN = 1 << 3;

  char[] text = new char[256];
  int length;
  int size;
  int[] start = new int[64];
  int[] end = new int[64];
  int[] gap = new int[65];
  int[] shape = new int[64];
  int[] value = new int[64];
  long[] hash = new long[64];
  long[] flags = new long[64];
  long[] cues = new long[64];

  /** What the segment's tokens are cues for, together. */
  long allCues;

  /** What the segment's tokens can be, together. */
  long allFlags;

  /** What lies before the segment's tokens and after the last one, together. */
  int allGaps;

  /** Whether one of the tokens is written in digits. */
  boolean anyDigits;

  /** Whether two tokens touch without a blank. */
  boolean anyTight;

  void clear() {
    size = 0;
    allCues = 0;
    allFlags = 0;
    allGaps = 0;
    anyDigits = false;
    anyTight = false;
  }

  void load(CharSequence source, int from, int to) {
    length = to - from;
    if (text.length < length) {
      text = new char[Math.max(length, text.length * 2)];
    }
    if (source instanceof String string) {
      string.getChars(from, to, text, 0);
    } else if (source instanceof StringBuilder builder) {
      builder.getChars(from, to, text, 0);
    } else {
      for (int i = 0; i < length; i++) {
        text[i] = source.charAt(from + i);
      }
    }
    clear();
  }

  void room() {
    if (size + 1 < start.length) {
      return;
    }
    int wanted = start.length * 2;
    start = Arrays.copyOf(start, wanted);
    end = Arrays.copyOf(end, wanted);
    gap = Arrays.copyOf(gap, wanted + 1);
    shape = Arrays.copyOf(shape, wanted);
    value = Arrays.copyOf(value, wanted);
    hash = Arrays.copyOf(hash, wanted);
    flags = Arrays.copyOf(flags, wanted);
    cues = Arrays.copyOf(cues, wanted);
  }

  boolean is(int token, long flag) {
    return token >= 0 && token < size && (flags[token] & flag) != 0;
  }

  boolean digits(int token) {
    return token >= 0 && token < size && (shape[token] & DIGITS) != 0;
  }

  boolean upper(int token) {
    return token >= 0 && token < size && (shape[token] & UPPER_FIRST) != 0;
  }

  /** A number below one hundred, in digits or in one word. */
  boolean digitWord(int token) {
    return digits(token) || is(token, Lex.DIGIT | Lex.TEEN | Lex.TENS | Lex.GLUED);
  }

  /** Whether neither a token nor one beside it is written in digits. */
  boolean apartFromDigits(int token) {
    return !anyDigits || (!digits(token) && !digits(token + 1) && !digits(token - 1));
  }

  int width(int token) {
    return end[token] - start[token];
  }

  /** Whether nothing but blanks lies before a token and after the one before it. */
  boolean plainGap(int token) {
    return (gap[token] & ~(SPACE | OTHER)) == 0;
  }

  /** Whether a sentence ends between a token and the one before it. */
  boolean sentenceStarts(int token) {
    if (token == 0 || (gap[token] & (STOP | BREAK)) != 0) {
      return true;
    }
    return (gap[token] & DOT) != 0 && (gap[token] & SPACE) != 0 && !is(token - 1, Lex.TITLE);
  }

  char first(int token) {
    return Fold.of(text[start[token]]);
  }
}
