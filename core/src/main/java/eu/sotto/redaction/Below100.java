package eu.sotto.redaction;

/** Reads a spoken number below one hundred. Stateless. */
final class Below100 {
  private static final int ENGLISH_TENS = 100;

  private Below100() {}

  /** How many words it takes, or 0 if none starts here. */
  static int width(Scan scan, int token) {
    if (scan.is(token, Lex.TENS) && scan.value[token] > ENGLISH_TENS && units(scan, token + 1)) {
      return 2;
    }
    return scan.is(token, Lex.DIGIT | Lex.TEEN | Lex.TENS | Lex.GLUED) ? 1 : 0;
  }

  static int value(Scan scan, int token) {
    int value = scan.value[token] % ENGLISH_TENS;
    return width(scan, token) == 2 ? value + scan.value[token + 1] : value;
  }

  /** Whether a digit from 1 to 9 follows without a break. */
  static boolean units(Scan scan, int token) {
    return scan.is(token, Lex.DIGIT)
        && scan.value[token] > 0
        && (scan.gap[token] & (Scan.COMMA | Scan.STOP)) == 0;
  }
}
