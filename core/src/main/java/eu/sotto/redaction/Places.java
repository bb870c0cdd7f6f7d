package eu.sotto.redaction;

/** Which words can be cities. Stateless. */
final class Places {
  private static final int LONGEST = 18;

  private Places() {}

  /** Whether a city starts at a token; next to an address less is asked of it. */
  static boolean city(Scan scan, int token, boolean besideAddress) {
    if (token < 0 || token >= scan.size || scan.digits(token)) {
      return false;
    }
    if ((scan.gap[token] & Scan.STOP) != 0) {
      return false;
    }
    if (scan.is(token, Lex.STOP | Lex.UNIT | Lex.NUMBER | Lex.MONTH | Lex.ORDINAL)) {
      return false;
    }
    if (scan.is(token, Lex.CITY)) {
      return besideAddress || !scan.is(token, Lex.WORD | Lex.NAME);
    }
    boolean known = scan.is(token, Lex.WORD) || scan.cues[token] != 0;
    if (!besideAddress || scan.width(token) > LONGEST || scan.width(token) < 3) {
      return false;
    }
    return !known || (scan.upper(token) && WordParts.place(scan, token));
  }

  /** The token after a city that starts here. */
  static int cityEnd(Scan scan, int token) {
    int end = token + 1;
    while (end < scan.size && scan.gap[end] == Scan.HYPHEN && !scan.digits(end)) {
      end++;
    }
    boolean river = scan.hash[Math.min(end, scan.size - 1)] == Words.AM && end + 1 < scan.size;
    if (river && RIVERS.contains(scan.hash[end + 1])) {
      return end + 2;
    }
    boolean at = scan.hash[Math.min(end, scan.size - 1)] == Words.AN && end + 2 < scan.size;
    if (at && scan.hash[end + 1] == Words.DER && !scan.is(end + 2, Lex.STOP)) {
      return end + 3;
    }
    if (end < scan.size
        && scan.plainGap(end)
        && scan.is(end, Lex.CITY)
        && !scan.is(end, Lex.STOP)) {
      end++;
    }
    return end;
  }

  private static final java.util.Set<Long> RIVERS =
      java.util.Set.of(
          Lexicon.hash("main"),
          Lexicon.hash("rhein"),
          Lexicon.hash("neckar"),
          Lexicon.hash("see"),
          Lexicon.hash("inn"),
          Lexicon.hash("ammersee"),
          Lexicon.hash("donau"),
          Lexicon.hash("lech"));
}
