package eu.sotto.redaction;

/** Knows an age by what was asked or who it is said of, without a word for years. Stateless. */
final class Ages {
  private static final int SHORT_TURN = 8;
  private static final int YOUNGEST_ALONE = 10;

  private Ages() {}

  /** Whether the number of these tokens is an age. */
  static boolean said(Segment segment, int from, int to) {
    Scan scan = segment.scan;
    boolean unit = scan.is(to, Lex.UNIT) && !DateDetector.years(scan.hash[to]);
    boolean more = scan.is(to, Lex.NUMBER | Lex.MONTH | Lex.ORDINAL) || scan.digits(to);
    if (unit || more) {
      return false;
    }
    if (segment.expects(PiiType.AGE) && scan.size <= SHORT_TURN) {
      return true;
    }
    boolean years = to < scan.size && DateDetector.years(scan.hash[to]);
    boolean open = to >= scan.size || (scan.is(to, Lex.STOP | Lex.BACKCHANNEL) && !years);
    boolean old =
        scan.digits(from) ? scan.value[from] >= YOUNGEST_ALONE : to - from > 1 || teen(scan, from);
    return open && old && person(segment, from);
  }

  private static boolean teen(Scan scan, int token) {
    return scan.is(token, Lex.TEEN | Lex.TENS | Lex.GLUED);
  }

  /** Whether what stands before says what somebody is. */
  private static boolean person(Segment segment, int token) {
    Scan scan = segment.scan;
    int at = token - 1;
    while (at >= 0 && scan.is(at, Lex.IS_NOW)) {
      at--;
    }
    if (at < 0) {
      return false;
    }
    long hash = scan.hash[at];
    if (Words.isSomebody(hash)) {
      return true;
    }
    boolean is = hash == Words.IST || hash == Words.IS || hash == Words.WIRD;
    boolean he = at > 0 && (Words.somebody(scan.hash[at - 1]) || scan.is(at - 1, Lex.RELATION));
    return is && he;
  }

  /** The token after the words for years that follow an age. */
  static int end(Scan scan, int token) {
    int end = token;
    if (end < scan.size && DateDetector.years(scan.hash[end])) {
      end++;
      if (end < scan.size && (scan.hash[end] == Words.OLD || scan.hash[end] == Words.ALT)) {
        end++;
      }
    }
    return end;
  }
}
