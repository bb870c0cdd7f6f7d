package eu.sotto.redaction;

/** Takes the place out of an answer to the question where. Stateless. */
final class PlaceAnswers {
  private static final int LONGEST = 18;
  private static final int MAX_NAME_WORDS = 3;

  private PlaceAnswers() {}

  static void detect(Segment segment) {
    Scan scan = segment.scan;
    boolean talk = false;
    for (int i = 0; i < scan.size; i++) {
      talk |= scan.is(i, Lex.STOP) && !scan.is(i, Lex.BACKCHANNEL | Lex.FILLER);
    }
    for (int i = 0; i < scan.size; i++) {
      if (segment.free(i) && Places.city(scan, i, !talk)) {
        int end = Places.cityEnd(scan, i);
        segment.mark(i, end, PiiType.ADDRESS, "ASKED CITY", 0.8);
        i = end - 1;
      }
    }
    if (scan.size <= LONGEST) {
      whole(segment);
    }
  }

  /** An answer that is a place from its first word of content to its last. */
  private static void whole(Segment segment) {
    Scan scan = segment.scan;
    int from = 0;
    while (from < scan.size && lead(segment, from)) {
      from++;
    }
    int to = from;
    boolean place = false;
    while (to < scan.size && !scan.is(to, Lex.VERB | Lex.RELATION) && !ends(segment, to)) {
      place |= says(segment, to);
      to++;
    }
    if (to < scan.size && !ends(segment, to)) {
      return;
    }
    while (to > from && scan.is(to - 1, Lex.STOP) && segment.free(to - 1)) {
      to--;
    }
    if (place && to > from) {
      segment.mark(from, to, PiiType.ADDRESS, "ASKED PLACE", 0.7);
    }
  }

  private static boolean ends(Segment segment, int token) {
    Phrases.Phrase phrase = segment.dialogue.phrase(token);
    return phrase != null && phrase.kind() != Phrases.Kind.NAME_LINKED;
  }

  private static boolean lead(Segment segment, int token) {
    Scan scan = segment.scan;
    boolean verb = scan.is(token, Lex.VERB) && !Words.dwells(scan.hash[token]);
    boolean stop = scan.is(token, Lex.STOP | Lex.FILLER) && !scan.is(token, Lex.NUMBER) && !verb;
    return stop || (scan.cues[token] & Bits.of(PiiType.ADDRESS)) != 0;
  }

  private static boolean says(Segment segment, int token) {
    Scan scan = segment.scan;
    if (scan.is(token, Lex.UNIT) && !scan.is(token, Lex.LETTER)) {
      return false;
    }
    boolean number = scan.digits(token) || scan.is(token, Lex.NUMBER);
    boolean counted = scan.is(token + 1, Lex.UNIT);
    return (number && !counted) || NameWords.unknown(segment, token) || scan.is(token, Lex.CITY);
  }

  /** A place named by a preposition, with a house number after it, as in "am hang drei". */
  static int named(Segment segment, int token) {
    Scan scan = segment.scan;
    if (!Words.leadsToPlace(scan.hash[token]) || !segment.free(token)) {
      return token;
    }
    int at = token + 1;
    boolean article = at < scan.size && Words.article(scan.hash[at]);
    boolean english = scan.hash[token] == Words.AN && !article;
    if (english || (token > 0 && scan.hash[token - 1] == Words.I)) {
      return token;
    }
    at += article ? 1 : 0;
    int words = 0;
    while (words < MAX_NAME_WORDS && partOfName(segment, at)) {
      at++;
      words++;
    }
    boolean noun = words > 0 && !scan.is(at - 1, Lex.STOP);
    return noun ? at : token;
  }

  private static boolean partOfName(Segment segment, int token) {
    Scan scan = segment.scan;
    return segment.free(token)
        && !scan.digits(token)
        && !scan.is(token, Lex.NUMBER | Lex.ORDINAL | Lex.VERB | Lex.UNIT | Lex.MONTH)
        && scan.cues[token] == 0
        && !Words.leadsToPlace(scan.hash[token]);
  }
}
