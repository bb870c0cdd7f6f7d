package eu.sotto.redaction;

/** Finds names of persons by what stands around them and by dictionaries. Stateless. */
final class NameDetector {
  static final int MAX_NAMES = 4;
  static final int BREAKS = Scan.STOP | Scan.COLON | Scan.BREAK | Scan.PAREN | Scan.SLASH;

  private NameDetector() {}

  static void detect(Segment segment) {
    Scan scan = segment.scan;
    if (segment.dialogue.titleOpen() && scan.upper(0)) {
      sure(segment, 0, "TITLE");
    }
    boolean led = segment.dialogue.anyPhrase() || (scan.allFlags & (Lex.TITLE | Lex.RELATION)) != 0;
    for (int i = 0; led && i < scan.size; i++) {
      Phrases.Phrase phrase = segment.dialogue.phrase(i);
      if (phrase != null) {
        NamePhrases.detect(segment, i, phrase);
      }
      if (scan.is(i, Lex.TITLE)) {
        title(segment, i);
      } else if (scan.is(i, Lex.RELATION)) {
        relation(segment, i);
      }
    }
    boolean any = (scan.allFlags & Lex.NAME) != 0;
    for (int i = 0; any && i < scan.size; i++) {
      if (scan.is(i, Lex.NAME) && segment.free(i)) {
        free(segment, i);
      }
    }
  }

  /** A name must follow: whatever is not ordinary talk is it. */
  static void sure(Segment segment, int from, String evidence) {
    Scan scan = segment.scan;
    int at = skipFillers(scan, from);
    if (at < scan.size && scan.is(at, Lex.TITLE)) {
      return;
    }
    if (at < scan.size && (scan.gap[at] & Scan.STOP) != 0) {
      return;
    }
    int end = end(segment, at, true);
    if (end > at) {
      person(segment, at, end, evidence, 0.95);
      NamePhrases.coupled(segment, end);
    }
  }

  private static void title(Segment segment, int at) {
    Scan scan = segment.scan;
    int from = at + 1;
    boolean unit = at > 0 && scan.digits(at - 1);
    boolean capitals = (scan.shape[at] & Scan.UPPER_ALL) != 0 && scan.width(at) == 2;
    if (from >= scan.size || scan.is(from, Lex.TITLE) || unit || capitals) {
      return;
    }
    if ((scan.gap[from] & (BREAKS | Scan.COMMA)) != 0) {
      return;
    }
    boolean own = at > 0 && scan.is(at - 1, Lex.STOP) && possessive(scan.hash[at - 1]);
    if (own && !NameWords.nameOrUnknown(segment, from)) {
      return;
    }
    sure(segment, from, "TITLE");
  }

  private static boolean possessive(long hash) {
    return hash == Words.MEINE || hash == Words.IHRE || hash == Words.SEINE;
  }

  private static void relation(Segment segment, int at) {
    Scan scan = segment.scan;
    int next = at + 1;
    boolean article =
        next < scan.size && (scan.hash[next] == Words.DER || scan.hash[next] == Words.DIE);
    int from = article ? next + 1 : next;
    if (from >= scan.size || !scan.plainGap(from) || !NameWords.nameOrUnknown(segment, from)) {
      return;
    }
    int end = end(segment, from, false);
    boolean pair = end - from >= 2 && last(scan, end);
    if (NameWords.sure(segment, from) || pair) {
      person(segment, from, end, "RELATION", 0.85);
    }
  }

  /** A name without anything around it that says so. */
  private static void free(Segment segment, int at) {
    Scan scan = segment.scan;
    boolean title = at > 1 && scan.upper(at) && scan.upper(at - 1) && scan.plainGap(at);
    if ((at > 0 && scan.hash[at - 1] == Words.DAS) || (title && scan.is(at + 1, Lex.WORD))) {
      return;
    }
    if (turned(segment, at)) {
      person(segment, at, at + 2, "FAMILY COMMA GIVEN", 0.8);
      return;
    }
    int end = end(segment, at, false);
    boolean two = end - at >= 2;
    boolean capital = NameWords.written(scan, at) || (scan.upper(at) && two && scan.upper(at + 1));
    boolean fits = two && scan.upper(at) == scan.upper(at + 1) && paired(segment, at);
    if (two && fits && NameWords.given(segment, at) && backed(segment, at + 1, end)) {
      person(segment, at, end, "GIVEN FAMILY", 0.8);
    } else if (capital && spaced(scan, at + 1) && cored(segment, at, end)) {
      person(segment, at, end, "GIVEN CAPITAL", 0.75);
    } else if (capital && alone(segment, at)) {
      person(segment, at, end, "GIVEN ALONE", 0.6);
    }
  }

  /** A given name that is a word as well, with a family name after it. */
  private static boolean cored(Segment segment, int at, int end) {
    Scan scan = segment.scan;
    return end - at >= 2
        && scan.is(at, Lex.CORE)
        && scan.upper(at + 1)
        && (NameWords.sure(segment, at + 1) || NameWords.unknown(segment, at + 1));
  }

  /** Not a compound that starts with a name, as in an index named after somebody. */
  private static boolean paired(Segment segment, int at) {
    Scan scan = segment.scan;
    boolean joined = scan.gap[at + 1] == Scan.HYPHEN;
    boolean plain = !scan.upper(at) || scan.width(at) > 3 || scan.is(at, Lex.CORE);
    return plain && (!joined || NameWords.sure(segment, at + 1));
  }

  private static boolean spaced(Scan scan, int token) {
    return token < scan.size && scan.gap[token] == Scan.SPACE;
  }

  /** A family name, a comma, a given name. */
  private static boolean turned(Segment segment, int at) {
    Scan scan = segment.scan;
    int next = at + 1;
    return next < scan.size
        && scan.gap[next] == (Scan.COMMA | Scan.SPACE)
        && scan.upper(at)
        && scan.upper(next)
        && NameWords.given(segment, next)
        && (NameWords.sure(segment, at) || NameWords.unknown(segment, at));
  }

  private static boolean alone(Segment segment, int at) {
    Scan scan = segment.scan;
    return NameWords.given(segment, at)
        && scan.is(at, Lex.CORE)
        && !scan.is(at, Lex.CITY)
        && (scan.shape[at] & Scan.UPPER_ALL) == 0;
  }

  static boolean backed(Segment segment, int from, int end) {
    for (int i = from; i < end; i++) {
      if (NameWords.sure(segment, i)
          || NameWords.unknown(segment, i)
          || (segment.scan.upper(i) && NameWords.possible(segment, i))) {
        return true;
      }
    }
    return false;
  }

  static int skipFillers(Scan scan, int from) {
    int at = from;
    while (at < scan.size && scan.is(at, Lex.FILLER)) {
      at++;
    }
    return at;
  }

  /** The token after the name that starts here; the start itself if none does. */
  static int end(Segment segment, int from, boolean trusting) {
    Scan scan = segment.scan;
    int at = from;
    int end = from;
    int names = 0;
    while (at < scan.size && names < MAX_NAMES) {
      if (at > from && ((scan.gap[at] & BREAKS) != 0 || stopped(scan, at))) {
        break;
      }
      if (at > from && (scan.gap[at] & Scan.COMMA) != 0 && !capitals(scan, at)) {
        break;
      }
      if (trusting && names < 2 && Surnames.joined(segment, at)) {
        names++;
        at += 2;
        end = at;
        continue;
      }
      boolean article = at == from && scan.is(at, Lex.STOP);
      boolean joint =
          (NameWords.particle(scan, at) && !article) || (at > from && scan.is(at, Lex.FILLER));
      boolean hyphen = at > from && scan.is(at, Lex.HYPHEN);
      if (accepts(segment, from, at, names, trusting)) {
        names++;
        end = at + 1;
      } else if (!joint && !hyphen && !initial(scan, at)) {
        break;
      }
      at++;
    }
    return end;
  }

  /** A full stop that ends a sentence, not an abbreviation. */
  private static boolean stopped(Scan scan, int token) {
    boolean abbreviated = scan.width(token - 1) == 1 || NameWords.particle(scan, token - 1);
    return (scan.gap[token] & Scan.DOT) != 0 && !abbreviated && !scan.is(token - 1, Lex.TITLE);
  }

  private static boolean initial(Scan scan, int token) {
    return scan.width(token) == 1 && scan.upper(token);
  }

  private static boolean capitals(Scan scan, int token) {
    return (scan.shape[token - 1] & Scan.UPPER_ALL) != 0 && scan.upper(token);
  }

  private static boolean accepts(Segment segment, int from, int at, int names, boolean trusting) {
    Scan scan = segment.scan;
    if (names == 0) {
      if (NameWords.particle(scan, at) && !scan.is(at, Lex.NAME)) {
        return false;
      }
      boolean article = at > from && NameWords.particle(scan, from);
      return NameWords.possible(segment, at)
          && ((trusting && !article) || NameWords.nameOrUnknown(segment, at));
    }
    if (scan.gap[at] == Scan.HYPHEN && NameWords.possible(segment, at)) {
      return true;
    }
    if (scan.upper(at) != scan.upper(at - 1)
        && scan.upper(at - 1)
        && !segment.expects(PiiType.PERSON)) {
      return false;
    }
    boolean family = trusting && scan.upper(at) && scan.is(at - 1, Lex.GIVEN);
    if (names == 1 && family && spaced(scan, at) && NameWords.possible(segment, at)) {
      return true;
    }
    if (Surnames.closing(segment, at)) {
      return true;
    }
    if (names == 1 && NameWords.possible(segment, at) && last(scan, at + 1)) {
      return trusting || Surnames.afterGiven(scan, at) || NameWords.nameOrUnknown(segment, at);
    }
    return names == 1
        ? NameWords.nameOrUnknown(segment, at)
        : NameWords.name(segment, at) || (NameWords.unknown(segment, at) && scan.width(at) < 12);
  }

  private static boolean last(Scan scan, int token) {
    return token >= scan.size || scan.is(token, Lex.STOP) || scan.sentenceStarts(token);
  }

  static void person(Segment segment, int from, int to, String evidence, double score) {
    StringBuilder key = new StringBuilder();
    Scan scan = segment.scan;
    for (int i = from; i < to; i++) {
      key.append(key.length() == 0 ? "" : " ");
      key.append(Mark.upper(segment.text(i, i + 1)));
      boolean counts = scan.width(i) > 2 && !scan.is(i, Lex.STOP) && !scan.digits(i);
      if (counts && !NameWords.particle(scan, i)) {
        know(segment, i, evidence);
      }
    }
    segment.mark(new Mark(from, to, PiiType.PERSON, evidence, score, key.toString()));
  }

  private static void know(Segment segment, int token, String evidence) {
    long name = segment.scan.hash[token];
    if (segment.isOwnName(evidence)) {
      segment.dialogue.knowStaff(name);
    } else {
      segment.dialogue.know(name, segment.scan.is(token, Lex.WORD) ? 1 : 2);
    }
  }
}
