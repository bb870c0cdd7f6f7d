package eu.sotto.redaction;

/** Family names that are words of ordinary talk as well. Stateless. */
final class Surnames {
  private static final int LONGEST_PART = 8;

  private Surnames() {}

  /** Whether a given name that is no other word stands before a token. */
  static boolean afterGiven(Scan scan, int token) {
    return scan.is(token - 1, Lex.GIVEN) && !scan.is(token - 1, Lex.WORD | Lex.STOP);
  }

  /**
   * A word of talk or belief that is a family name, after a name and at the end of what is said.
   */
  static boolean closing(Segment segment, int token) {
    Scan scan = segment.scan;
    boolean candidate =
        segment.free(token)
            && scan.width(token) > 1
            && (scan.is(token - 1, Lex.NAME) || scan.gap[Math.max(0, token - 1)] == Scan.HYPHEN)
            && (scan.is(token, Lex.FAMILY) || (scan.cues[token] & Specials.MASK) != 0);
    return candidate && !scan.is(token, Lex.AND) && ends(segment, token + 1);
  }

  /** Two short words joined by a hyphen, as in Ji-woo: one given name, whatever its parts mean. */
  static boolean joined(Segment segment, int token) {
    Scan scan = segment.scan;
    int next = token + 1;
    return next < scan.size
        && scan.gap[next] == Scan.HYPHEN
        && part(segment, token)
        && part(segment, next);
  }

  private static boolean part(Segment segment, int token) {
    Scan scan = segment.scan;
    return segment.free(token)
        && !scan.digits(token)
        && !scan.is(token, Lex.GLUED | Lex.TEEN | Lex.TENS)
        && scan.width(token) <= LONGEST_PART
        && scan.cues[token] == 0;
  }

  private static boolean ends(Segment segment, int token) {
    Scan scan = segment.scan;
    if (token >= scan.size || scan.is(token, Lex.AND | Lex.BACKCHANNEL)) {
      return true;
    }
    boolean stop = (scan.gap[token] & (Scan.STOP | Scan.COMMA | Scan.BREAK)) != 0;
    Phrases.Phrase phrase = segment.dialogue.phrase(token);
    return stop || (phrase != null && phrase.kind() == Phrases.Kind.NAME_BEFORE);
  }
}
