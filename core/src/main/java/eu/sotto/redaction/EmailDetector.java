package eu.sotto.redaction;

/** Finds e-mail addresses, written and spoken. Stateless. */
final class EmailDetector {
  private static final int MAX_LEFT = 40;
  private static final int MAX_RIGHT = 14;
  private static final long SIGNS = Lex.DOT | Lex.HYPHEN | Lex.UNDERSCORE;
  private static final int JOINED = Scan.DOT | Scan.HYPHEN | Scan.UNDERSCORE | Scan.PLUS;

  private EmailDetector() {}

  static void detect(Segment segment) {
    Scan scan = segment.scan;
    boolean any = (scan.allGaps & Scan.AT) != 0 || (scan.allFlags & Lex.AT) != 0;
    for (int i = 1; any && i < scan.size; i++) {
      if ((scan.gap[i] & Scan.AT) != 0) {
        i = written(segment, i) - 1;
      } else if (scan.is(i, Lex.AT) && segment.free(i)) {
        spoken(segment, i);
      }
    }
    if (segment.expects(PiiType.EMAIL) && !segment.marked(PiiType.EMAIL)) {
      parts(segment);
    }
  }

  /** What "@" joins is one address, whatever it looks like. */
  private static int written(Segment segment, int right) {
    Scan scan = segment.scan;
    int from = right - 1;
    while (from > 0 && joined(scan, from)) {
      from--;
    }
    int to = right + 1;
    while (to < scan.size && (joined(scan, to) || (scan.gap[to] & ~JOINED) == Scan.AT)) {
      to++;
    }
    if ((scan.gap[right] & Scan.SPACE) == 0 || to - right > 1) {
      segment.mark(found(scan, from, to, "WRITTEN_AT", 1));
    }
    return to;
  }

  private static Mark found(Scan scan, int from, int to, String evidence, double score) {
    String value = EmailReading.of(scan, from, to);
    return new Mark(from, to, PiiType.EMAIL, evidence, score, value);
  }

  private static boolean joined(Scan scan, int token) {
    return (scan.gap[token] & ~JOINED) == 0;
  }

  private static void spoken(Segment segment, int at) {
    Scan scan = segment.scan;
    int to = domainEnd(segment, at + 1);
    if (to < 0) {
      return;
    }
    int from = localStart(segment, at);
    boolean sure = segment.expects(PiiType.EMAIL) || from < at;
    if (sure) {
      while (to + 1 < scan.size && scan.is(to, Lex.DOT) && scan.is(to + 1, Lex.TLD)) {
        to += 2;
      }
      segment.mark(found(scan, from, to, "SPOKEN_AT", 0.97));
    }
  }

  /** The token after a spoken domain that starts here, or -1. */
  private static int domainEnd(Segment segment, int from) {
    Scan scan = segment.scan;
    int limit = Math.min(scan.size, from + MAX_RIGHT);
    int end = -1;
    for (int i = from; i < limit; i++) {
      boolean dotBefore = scan.is(i - 1, Lex.DOT) || (i > from && scan.gap[i] == Scan.DOT);
      boolean more = scan.is(i, Lex.DOT) || (dotBefore && spelled(scan, i));
      if (end > 0 && !more && scan.gap[i] != Scan.DOT) {
        break;
      }
      if (i > from && dotBefore && spelled(scan, i)) {
        end = scan.is(i + 2, Lex.LETTER) && scan.is(i + 1, Lex.LETTER) ? i + 3 : i + 2;
        i = end - 1;
      } else if (i > from && dotBefore && topLevel(scan, i)) {
        end = i + 1;
      } else if (end < 0 && scan.is(i, Lex.MAILHOST)) {
        end = i + 1;
      } else if (end < 0 && (scan.gap[i] & Scan.STOP) != 0) {
        return -1;
      }
    }
    return end;
  }

  /** A country or the like in letters. */
  private static boolean spelled(Scan scan, int token) {
    return scan.is(token, Lex.LETTER) && scan.is(token + 1, Lex.LETTER);
  }

  private static boolean topLevel(Scan scan, int token) {
    boolean short4 = scan.width(token) <= 4 && scan.width(token) > 1 && !scan.digits(token);
    return scan.is(token, Lex.TLD) || (short4 && !scan.is(token, Lex.STOP | Lex.NUMBER));
  }

  /** The first token of the part before "at". */
  private static int localStart(Segment segment, int at) {
    Scan scan = segment.scan;
    int from = at;
    while (from > 0 && at - from < MAX_LEFT && partOfLocal(segment, from - 1, from == at)) {
      from--;
    }
    while (from < at && scan.is(from, Lex.FILLER | SIGNS) && !scan.is(from, Lex.LETTER)) {
      from++;
    }
    return from;
  }

  private static boolean partOfLocal(Segment segment, int token, boolean last) {
    Scan scan = segment.scan;
    boolean cue = (scan.cues[token] & ~Specials.MASK) != 0;
    if ((scan.gap[token + 1] & Scan.STOP) != 0 || (cue && !last)) {
      return false;
    }
    if (scan.is(token, SIGNS | Lex.NUMBER | Lex.LETTER | Lex.ALPHA | Lex.MULTIPLE | Lex.AS_IN)) {
      return !scan.is(token, Lex.VERB);
    }
    if (scan.digits(token) || scan.is(token + 1, Lex.DOT | Lex.UNDERSCORE)) {
      return true;
    }
    if (scan.is(token, Lex.FILLER)) {
      return true;
    }
    return !scan.is(token, Lex.STOP);
  }

  /** Parts of an address that is given over several turns. */
  private static void parts(Segment segment) {
    Scan scan = segment.scan;
    for (int i = 1; i < scan.size; i++) {
      boolean sign = scan.is(i, Lex.DOT | Lex.UNDERSCORE | Lex.HYPHEN) && segment.free(i);
      boolean host = scan.is(i, Lex.MAILHOST) && segment.free(i);
      if ((!sign && !host) || (scan.is(i - 1, Lex.STOP) && scan.size > 4)) {
        continue;
      }
      int from = localStart(segment, host ? i : i - 1);
      from = sign && !scan.is(i - 1, Lex.STOP) ? Math.min(from, i - 1) : from;
      int to = i + 1;
      while (to < scan.size
          && (partOfLocal(segment, to, true) || scan.is(to - 1, SIGNS))
          && to - i < MAX_RIGHT) {
        to++;
      }
      if (to - from >= 2) {
        segment.mark(from, to, PiiType.EMAIL, "ASKED SIGN", 0.85);
        i = to;
      }
    }
  }
}
