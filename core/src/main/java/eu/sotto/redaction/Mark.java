package eu.sotto.redaction;

import java.util.Locale;

/**
 * A stretch of tokens that a detector takes for personal data.
 *
 * @param from first token
 * @param to token after the last
 * @param type what it is
 * @param evidence codes of what spoke for it, separated by blanks
 * @param score from 0 to 1
 * @param value the normalised value, empty if none
 */
record Mark(int from, int to, PiiType type, String evidence, double score, String value) {
  Mark as(PiiType other) {
    return new Mark(from, to, other, evidence, score, value);
  }

  static String upper(CharSequence text) {
    return text.toString().toUpperCase(Locale.ROOT);
  }
}
