package eu.sotto.redaction;

/** Finds streets with their numbers, postcodes and cities. Used by one thread. */
final class AddressDetector {
  private static final int MAX_NAME_WORDS = 3;
  private static final int HOUSE_DIGITS = 9;

  private final Segment segment;
  private final Scan scan;
  private final CodeRun run = new CodeRun();
  private final CodeReader reader;

  AddressDetector(Segment segment) {
    this.segment = segment;
    this.scan = segment.scan;
    this.reader = new CodeReader(scan, run);
  }

  void streets() {
    long bit = Bits.of(PiiType.ADDRESS);
    boolean asked = ((segment.expected | segment.allCues()) & bit) != 0;
    if (asked) {
      named();
    }
    if ((scan.allFlags & Lex.STREET) == 0) {
      return;
    }
    for (int i = 0; i < scan.size; i++) {
      if (scan.is(i, Lex.STREET) && segment.free(i)) {
        i = Math.max(i, street(i, asked) - 1);
      }
    }
  }

  private void named() {
    for (int i = 0; i < scan.size; i++) {
      boolean part = scan.is(i, Lex.DWELLING) && segment.free(i);
      int end = part ? i + 1 : PlaceAnswers.named(segment, i);
      int number = end > i ? houseNumber(end) : end;
      if (number > end && run.digits <= 3) {
        i = place(i, number, "NAMED NUMBER", 0.85) - 1;
      }
    }
  }

  /** Cities in places where people write or say where they live. */
  void cities() {
    long bit = Bits.of(PiiType.ADDRESS);
    boolean any = (scan.allFlags & Lex.CITY) != 0;
    for (int i = 0; any && i < scan.size; i++) {
      if (!scan.is(i, Lex.CITY) || !segment.free(i) || scan.is(i, Lex.STOP)) {
        continue;
      }
      boolean head = i == 0 && scan.upper(i) && (scan.gap[1] & Scan.COMMA) != 0 && dated(i + 1);
      boolean lives = (segment.cuesBefore(i, 8) & bit) != 0;
      if (head || (lives && !scan.is(i, Lex.WORD))) {
        segment.mark(i, Places.cityEnd(scan, i), PiiType.ADDRESS, "CITY CUE", 0.75);
      }
    }
  }

  private boolean dated(int token) {
    return token < scan.size
        && (scan.digits(token) || scan.hash[token] == Words.AM || scan.hash[token] == Words.DEN);
  }

  private int street(int token, boolean asked) {
    int from = scan.is(token, Lex.STREET_END) ? nameStart(token) : hyphenStart(token);
    int to = token + 1;
    int before = numberBefore(from, token);
    int number = before < from ? to : houseNumber(to);
    if (number > to) {
      boolean named = from < token || !scan.is(token, Lex.STREET_END);
      if (named) {
        return place(from, number, "STREET NUMBER", 0.95);
      }
      return to;
    }
    if (before < from) {
      return place(before, to, "NUMBER STREET", 0.95);
    }
    boolean own = !scan.is(token, Lex.STREET_END) || from < token;
    if (own && (asked || (scan.upper(token) && WordParts.surelyStreet(scan, token)))) {
      segment.mark(from, to, PiiType.ADDRESS, "STREET", 0.8);
    }
    return to;
  }

  private int place(int from, int to, String evidence, double score) {
    int end = to;
    int city = to;
    if (city < scan.size && (scan.hash[city] == Words.IN || scan.is(city, Lex.FILLER))) {
      city++;
    }
    if (Places.city(scan, city, true) && segment.free(city)) {
      int cityEnd = Places.cityEnd(scan, city);
      segment.mark(from, to, PiiType.ADDRESS, evidence, score);
      segment.mark(city, cityEnd, PiiType.ADDRESS, "CITY", 0.85);
      return cityEnd;
    }
    segment.mark(from, end, PiiType.ADDRESS, evidence, score);
    return end;
  }

  private int hyphenStart(int token) {
    int from = token;
    while (from > 0 && scan.gap[from] == Scan.HYPHEN && segment.free(from - 1)) {
      from--;
    }
    return from;
  }

  private int nameStart(int token) {
    int from = token;
    int words = 0;
    while (from > 0 && words < MAX_NAME_WORDS && partOfName(from - 1, from)) {
      from--;
      words++;
    }
    return from;
  }

  private boolean partOfName(int token, int next) {
    if (!segment.free(token) || scan.digits(token)) {
      return false;
    }
    int gap = scan.gap[next];
    if ((gap & (Scan.STOP | Scan.COMMA | Scan.COLON | Scan.BREAK)) != 0) {
      return false;
    }
    if (gap == Scan.HYPHEN) {
      return true;
    }
    return !scan.is(token, Lex.NUMBER | Lex.MULTIPLE)
        && scan.hash[token] != Words.OH
        && !scan.is(token, Lex.STOP | Lex.FILLER | Lex.TITLE);
  }

  /** The token after a house number that starts here; here if there is none. */
  private int houseNumber(int token) {
    int at = token;
    if (at < scan.size && (scan.cues[at] & Bits.of(PiiType.ADDRESS)) != 0) {
      at++;
    }
    if (at < scan.size && scan.hash[at] == Words.NUMMER) {
      at++;
    }
    while (scan.is(at, Lex.FILLER) && at < scan.size) {
      at++;
    }
    if (at >= scan.size || !reader.starts(at) || (scan.gap[at] & Scan.STOP) != 0) {
      return token;
    }
    if (reader.letterAtom(at) > 0) {
      return token;
    }
    reader.read(at);
    CodeTrim.trim(scan, run);
    boolean fits = run.digits > 0 && run.digits <= HOUSE_DIGITS && segment.free(run.from, run.to);
    boolean unit = scan.is(run.to, Lex.UNIT) && run.digits > 0;
    return fits && !unit && run.to > at ? houseLetter(run.to) : token;
  }

  /** A letter that belongs to the house number before it. */
  private int houseLetter(int token) {
    boolean letter =
        token < scan.size
            && scan.is(token, Lex.LETTER)
            && scan.width(token) == 1
            && scan.first(token) <= 'h'
            && segment.free(token)
            && !scan.is(token + 1, Lex.LETTER);
    return letter ? token + 1 : token;
  }

  private int numberBefore(int from, int token) {
    int at = from;
    int start = from;
    while (at > 0 && from - at < 6 && segment.free(at - 1)) {
      boolean number =
          scan.digits(at - 1)
              || scan.is(at - 1, Lex.NUMBER | Lex.MULTIPLE | Lex.FILLER)
              || (scan.is(at - 1, Lex.AND) && at < from && scan.is(at - 2, Lex.HUNDRED))
              || scan.hash[at - 1] == Words.OH
              || glued(at - 1);
      if (!number || (scan.gap[at] & (Scan.STOP | Scan.COMMA)) != 0) {
        break;
      }
      at--;
      start = at;
    }
    return from == token ? from : start;
  }

  private boolean glued(int token) {
    return scan.width(token) == 1 && token > 0 && scan.digits(token - 1) && scan.gap[token] == 0;
  }
}
