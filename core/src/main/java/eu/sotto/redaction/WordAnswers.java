package eu.sotto.redaction;

/** Takes user names and passwords, which may be any words. Stateless. */
final class WordAnswers {
  private static final int LONGEST = 6;
  private static final long KINDS = Bits.of(PiiType.USERNAME) | Bits.of(PiiType.PASSWORD);

  private WordAnswers() {}

  static void detect(Segment segment) {
    Scan scan = segment.scan;
    if (((scan.allCues | segment.expected) & KINDS) == 0) {
      return;
    }
    for (int i = 0; i < scan.size; i++) {
      long cue = scan.cues[i] & KINDS;
      if (cue != 0 && i + 1 < scan.size && Words.copula(scan.hash[i + 1])) {
        take(segment, i + 2, Bits.lowest(cue), "CUE WORDS");
      }
    }
    long asked = segment.expected & KINDS;
    if (asked == 0 || segment.marked(Bits.lowest(asked))) {
      return;
    }
    int from = 0;
    while (from < scan.size && lead(scan, from)) {
      from++;
    }
    if (scan.size - from <= LONGEST) {
      take(segment, from, Bits.lowest(asked), "ASKED WORDS");
    }
  }

  private static boolean lead(Scan scan, int token) {
    boolean verb = scan.is(token, Lex.VERB) && !Words.copula(scan.hash[token]);
    return scan.cues[token] != 0
        || (scan.is(token, Lex.STOP | Lex.FILLER) && !verb && !scan.is(token, Lex.LETTER));
  }

  /** The words from here on, up to the first that is talk. */
  private static void take(Segment segment, int from, PiiType type, String evidence) {
    Scan scan = segment.scan;
    int to = from;
    while (to < scan.size && to - from < LONGEST && part(scan, to)) {
      to++;
    }
    boolean talk = to < scan.size && scan.is(to, Lex.VERB);
    if (to > from && !talk) {
      segment.mark(from, to, type, evidence, 0.8);
    }
  }

  private static boolean part(Scan scan, int token) {
    long signs = Lex.LETTER | Lex.NUMBER | Lex.HYPHEN | Lex.UNDERSCORE | Lex.DOT | Lex.AND;
    return scan.is(token, signs) || !scan.is(token, Lex.STOP | Lex.ASKING);
  }
}
