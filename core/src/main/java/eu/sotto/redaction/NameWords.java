package eu.sotto.redaction;

/** How much a single word looks like a name. Stateless. */
final class NameWords {
  private static final long NEVER =
      Lex.STOP | Lex.NUMBER | Lex.UNIT | Lex.AT | Lex.DOT | Lex.MULTIPLE | Lex.TITLE | Lex.RELATION;
  private static final long KNOWN_WORD = Lex.WORD | Lex.MONTH | Lex.ORDINAL | Lex.STREET;
  private static final int SHORT_UNKNOWN = 14;
  private static final int LONGEST_UNKNOWN = 20;

  private NameWords() {}

  /** Anything that may stand where a name must stand. */
  static boolean possible(Segment segment, int token) {
    Scan scan = segment.scan;
    if (!segment.free(token) || scan.digits(token)) {
      return false;
    }
    if (scan.is(token, NEVER)) {
      return false;
    }
    boolean cue = (scan.cues[token] & ~Specials.MASK) != 0;
    boolean special = scan.cues[token] != 0 && !scan.is(token, Lex.NAME);
    return scan.width(token) > 1 && !cue && !special;
  }

  /** A name by the dictionary, and no ordinary word. */
  static boolean sure(Segment segment, int token) {
    Scan scan = segment.scan;
    return possible(segment, token) && scan.is(token, Lex.NAME) && !scan.is(token, KNOWN_WORD);
  }

  /** A name by the dictionary, be it a word as well. */
  static boolean name(Segment segment, int token) {
    return possible(segment, token) && segment.scan.is(token, Lex.NAME);
  }

  static boolean given(Segment segment, int token) {
    Scan scan = segment.scan;
    return possible(segment, token) && scan.is(token, Lex.GIVEN) && !scan.is(token, KNOWN_WORD);
  }

  /** A word that no dictionary has. */
  static boolean unknown(Segment segment, int token) {
    Scan scan = segment.scan;
    return possible(segment, token)
        && !scan.is(token, KNOWN_WORD | Lex.NAME | Lex.CITY)
        && scan.width(token) > 2
        && (scan.width(token) <= SHORT_UNKNOWN
            || (scan.width(token) <= LONGEST_UNKNOWN && !Compounds.is(scan, token)));
  }

  static boolean nameOrUnknown(Segment segment, int token) {
    return name(segment, token) || unknown(segment, token);
  }

  /** Whether a word starts with a capital where the language does not ask for it. */
  static boolean written(Scan scan, int token) {
    return scan.upper(token) && !scan.sentenceStarts(token);
  }

  static boolean particle(Scan scan, int token) {
    return scan.is(token, Lex.PARTICLE);
  }
}
