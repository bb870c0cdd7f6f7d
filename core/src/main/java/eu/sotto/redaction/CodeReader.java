package eu.sotto.redaction;

/**
 * Reads a sequence of digits and letters, spoken in German or English or written, from a token on:
 * numbers of every size, "double", spelling alphabets, "m as in martha", signs between them.
 */
final class CodeReader {
  private static final long STARTS = Lex.NUMBER | Lex.PLUS | Lex.MULTIPLE | Lex.LETTER | Lex.ALPHA;
  private static final long SPELLING = Lex.LETTER | Lex.ALPHA;
  private static final int MAX_TOKENS = 160;
  private static final int MAX_LINKS = 3;
  private static final int ENGLISH_TENS = 100;

  private final Scan scan;
  private final CodeRun run;
  private final Zeros zeros;

  CodeReader(Scan scan, CodeRun run) {
    this.scan = scan;
    this.run = run;
    this.zeros = new Zeros(scan, this);
  }

  /** Whether a run may start at a token. */
  boolean starts(int token) {
    if ((scan.flags[token] & STARTS) == 0
        && scan.hash[token] != Words.OH
        && scan.apartFromDigits(token)) {
      return false;
    }
    if (scan.digits(token) || scan.is(token, Lex.NUMBER & ~(Lex.HUNDRED | Lex.THOUSAND))) {
      return true;
    }
    if (scan.is(token, Lex.PLUS | Lex.MULTIPLE)) {
      return atom(token + 1) > 0 || (token + 2 < scan.size && atom(token + 2) > 0);
    }
    return zeros.at(token) || letterAtom(token) > 0;
  }

  /** Reads as far as it goes; afterwards the run says what was read. */
  void read(int token) {
    run.start(token);
    int at = token;
    while (at < scan.size && at - token < MAX_TOKENS) {
      int next = at == token ? at : overLinks(at);
      int width = next < 0 ? 0 : take(next);
      if (width == 0) {
        break;
      }
      at = next + width;
      run.to = at;
    }
  }

  /** Reads one number, letter or zero; afterwards the run says what was read. */
  int one(int token) {
    run.start(token);
    return take(token);
  }

  private int overLinks(int token) {
    int at = token;
    int links = 0;
    boolean corrected = false;
    while (at < scan.size && links <= MAX_LINKS) {
      int gap = scan.gap[at];
      boolean written = scan.digits(at) && at > 0 && scan.digits(at - 1);
      if ((gap & Scan.STOP) != 0
          || (written && (gap & (Scan.COLON | Scan.COMMA | Scan.DOT)) != 0)) {
        return -1;
      }
      if (atomStrong(at)) {
        run.corrections += corrected ? 1 : 0;
        return at;
      }
      boolean link =
          scan.is(at, Lex.FILLER | Lex.AND | Lex.HYPHEN | Lex.SLASH | Lex.PLUS | Lex.DOT)
              || scan.is(at, Lex.CORRECTION)
              || scan.is(at, Lex.BACKCHANNEL)
              || Words.links(scan.hash[at]);
      if (!link) {
        return -1;
      }
      corrected |= scan.is(at, Lex.CORRECTION);
      run.signs |= scan.is(at, Lex.HYPHEN | Lex.SLASH);
      at++;
      links++;
    }
    return -1;
  }

  private boolean atomStrong(int token) {
    return scan.digits(token)
        || scan.is(token, Lex.NUMBER & ~(Lex.HUNDRED | Lex.THOUSAND))
        || multiple(token)
        || zeros.at(token)
        || letterAtom(token) > 0;
  }

  private boolean multiple(int token) {
    if (!scan.is(token, Lex.MULTIPLE)) {
      return false;
    }
    int next = token + 1;
    boolean article =
        next < scan.size && (scan.hash[next] == Words.DIE || scan.hash[next] == Words.THE);
    int digit = article ? next + 1 : next;
    return scan.is(token, Lex.DIGIT) || (digit < scan.size && atom(digit) > 0);
  }

  private int atom(int token) {
    boolean number = scan.digits(token) || scan.is(token, Lex.NUMBER) || zeros.at(token);
    return number ? 1 : letterAtom(token);
  }

  private int take(int token) {
    if (scan.is(token, Lex.PLUS)) {
      run.plus = true;
      return 1;
    }
    if (scan.digits(token)) {
      return takeWritten(token);
    }
    if (scan.is(token, Lex.MULTIPLE)) {
      return takeMultiple(token);
    }
    if (zeros.at(token)) {
      run.digits(0, 1);
      run.singles++;
      return 1;
    }
    if (scan.is(token, Lex.NUMBER & ~(Lex.HUNDRED | Lex.THOUSAND))) {
      return takeNumber(token);
    }
    return takeLetter(token);
  }

  private int takeWritten(int token) {
    run.plus |= run.atoms == 0 && (scan.gap[token] & Scan.PLUS) != 0;
    int before = run.digits;
    int i = scan.start[token];
    while (i < scan.end[token]) {
      int point = Character.codePointAt(scan.text, i, scan.length);
      int digit = Character.digit(point, 10);
      if (digit >= 0) {
        run.reading.append((char) ('0' + digit));
        run.digits++;
      }
      i += Character.charCount(point);
    }
    run.atoms++;
    run.singles += run.digits - before == 1 ? 1 : 2;
    return 1;
  }

  private int takeMultiple(int token) {
    int times = scan.value[token];
    if (scan.is(token, Lex.DIGIT)) {
      run.digits(scan.value[token] * 11L, 2);
      run.singles += 2;
      return 1;
    }
    int at = token + 1;
    if (at < scan.size && !scan.is(at, Lex.DIGIT) && !zeros.at(at) && letterAtom(at) == 0) {
      at++;
    }
    boolean zero = zeros.at(at);
    if (!zero && !scan.is(at, Lex.DIGIT) && letterAtom(at) == 0 && !scan.digits(at)) {
      return 0;
    }
    for (int i = 0; i < times; i++) {
      if (zero || scan.is(at, Lex.DIGIT) || scan.digits(at)) {
        run.digits(zero ? 0 : scan.value[at] % 10, 1);
        run.singles++;
      } else {
        run.letter(letter(at));
      }
    }
    return at - token + 1;
  }

  private int takeNumber(int token) {
    long value = scan.value[token] % ENGLISH_TENS;
    if (scan.is(token, Lex.BIG)) {
      run.digits(scan.value[token], 1);
      run.amounts++;
      return 1;
    }
    int width = 1;
    if (scan.is(token, Lex.TENS)
        && scan.value[token] > ENGLISH_TENS
        && Below100.units(scan, token + 1)) {
      value += scan.value[token + 1];
      width = 2;
    } else if (scan.is(token, Lex.DIGIT)
        && scan.is(token + 1, Lex.AND)
        && scan.is(token + 2, Lex.TENS)
        && scan.value[token] > 0) {
      value += scan.value[token + 2] % ENGLISH_TENS;
      width = 3;
    } else if (timesFollow(token)) {
      return takeTimes(token);
    }
    return takeHundreds(token, value, width);
  }

  private boolean timesFollow(int token) {
    return scan.is(token, Lex.DIGIT)
        && token + 1 < scan.size
        && (scan.hash[token + 1] == Words.MAL || scan.hash[token + 1] == Words.TIMES)
        && (scan.is(token + 2, Lex.DIGIT)
            || (token + 2 < scan.size
                && scan.hash[token + 2] == Words.DIE
                && scan.is(token + 3, Lex.DIGIT)));
  }

  private int takeTimes(int token) {
    int digit = scan.is(token + 2, Lex.DIGIT) ? token + 2 : token + 3;
    for (int i = 0; i < scan.value[token]; i++) {
      run.digits(scan.value[digit], 1);
      run.singles++;
    }
    return digit - token + 1;
  }

  private int takeHundreds(int token, long first, int used) {
    long value = first;
    int width = used;
    boolean amount = false;
    if (scan.is(token + width, Lex.HUNDRED)) {
      value *= 100;
      width++;
      amount = true;
      boolean and = scan.is(token + width, Lex.AND);
      int rest = token + width + (and ? 1 : 0);
      if ((and || first > 9) && Below100.width(scan, rest) > 0) {
        value += Below100.value(scan, rest);
        width = rest - token + Below100.width(scan, rest);
      }
    } else if (scan.is(token + width, Lex.THOUSAND)) {
      value *= 1000;
      width++;
      amount = true;
      int rest = token + width + (scan.is(token + width, Lex.AND) ? 1 : 0);
      if (Below100.width(scan, rest) > 0
          && !scan.is(rest + Below100.width(scan, rest), Lex.HUNDRED)) {
        value += Below100.value(scan, rest);
        width = rest - token + Below100.width(scan, rest);
      }
    }
    run.digits(value, 1);
    if (!amount && value > 20 && value % 10 > 0) {
      String tens = Long.toString(value / 10 * 10);
      boolean english = width == 2;
      run.either(english ? tens + value % 10 : value % 10 + tens);
    }
    run.amounts += amount ? 1 : 0;
    run.singles += scan.is(token, Lex.DIGIT) && width == 1 ? 1 : 0;
    return width;
  }

  boolean digitLike(int token) {
    return scan.digitWord(token) || (scan.is(token, Lex.MULTIPLE) && letterAtom(token + 1) == 0);
  }

  /** How many tokens a spelled letter takes from here, or 0 if none starts. */
  int letterAtom(int token) {
    if (token < 0 || token >= scan.size) {
      return 0;
    }
    if (glued(token)) {
      return 1;
    }
    boolean letter = scan.is(token, Lex.LETTER);
    if (letter && scan.is(token + 1, Lex.AS_IN) && token + 2 < scan.size) {
      boolean in = scan.hash[token + 2] == Words.IN && token + 3 < scan.size;
      int word = token + (in ? 3 : 2);
      boolean same = scan.first(word) == Fold.of((char) scan.value[token]);
      if (same || (in && !scan.is(word, Lex.STOP))) {
        return word - token + (ray(word + 1) ? 2 : 1);
      }
    }
    if (letter && ray(token + 1)) {
      return 2;
    }
    if (letter && scan.is(token + 1, Lex.ALPHA) && scan.value[token + 1] == scan.value[token]) {
      return 2;
    }
    return letter || (scan.is(token, Lex.ALPHA) && besideLetter(token)) ? 1 : 0;
  }

  /** The second half of x-ray. */
  private boolean ray(int token) {
    return token < scan.size && scan.hash[token] == Words.RAY && scan.gap[token] == Scan.HYPHEN;
  }

  /** The letter that a token says, with its umlaut. */
  private int letter(int token) {
    return scan.width(token) == 1
        ? Character.toLowerCase(scan.text[scan.start[token]])
        : scan.value[token];
  }

  /** Looks at neighbours by themselves: asking what they are in turn would come back to here. */
  private boolean besideLetter(int token) {
    boolean inside =
        scan.digitWord(token - 1)
            && (scan.digitWord(token + 1) || doubledDigit(token + 1))
            && !scan.is(token, Lex.UNIT);
    boolean doubled = scan.is(token - 1, Lex.MULTIPLE) && scan.is(token - 2, SPELLING);
    return inside || doubled || scan.is(token - 1, SPELLING) || scan.is(token + 1, SPELLING);
  }

  private boolean doubledDigit(int token) {
    return scan.is(token, Lex.MULTIPLE) && !scan.is(token + 1, SPELLING) && !glued(token + 1);
  }

  /** A few written letters that touch a written number, as in plates and IBANs. */
  private boolean glued(int token) {
    if (token < 0
        || token >= scan.size
        || scan.digits(token)
        || scan.width(token) > 4
        || scan.is(token, Lex.UNIT)) {
      return false;
    }
    boolean after = scan.digits(token + 1) && scan.gap[token + 1] == 0;
    return after || (scan.digits(token - 1) && scan.gap[token] == 0);
  }

  private int takeGlued(int token) {
    for (int i = scan.start[token]; i < scan.end[token]; i++) {
      run.letter(Fold.of(scan.text[i]));
    }
    return 1;
  }

  private int takeLetter(int token) {
    int width = letterAtom(token);
    if (width == 0 || glued(token)) {
      return width == 0 ? 0 : takeGlued(token);
    }
    run.letter(letter(token));
    run.spelled |= width > 1 || scan.is(token, Lex.ALPHA);
    int at = token + width;
    boolean with = at < scan.size && scan.hash[at] == Words.MIT && scan.is(at + 1, Lex.ACCENT);
    boolean bare = at < scan.size && scan.hash[at] == Words.OHNE && scan.is(at + 1, Lex.DOT);
    if (with || bare) {
      return width + 2;
    }
    if (scan.is(at, Lex.ACCENT) && scan.hash[at] != Words.STRICH) {
      return width + 1;
    }
    return width;
  }
}
