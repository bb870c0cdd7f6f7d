package eu.sotto.redaction;

/**
 * Where a passage lies in its turn.
 *
 * @param context start of the words before it that are read with it and judged already
 * @param from its start
 * @param to its end, exclusive
 * @param full whether it ends there because it has as many words as may wait
 */
record Stretch(int context, int from, int to, boolean full) {
  static Stretch of(int from, int to) {
    return new Stretch(from, from, to, false);
  }
}
