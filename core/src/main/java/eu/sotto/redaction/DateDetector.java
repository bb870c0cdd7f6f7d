package eu.sotto.redaction;

/** Finds dates of birth and ages; other dates stay. Stateless. */
final class DateDetector {
  private static final int REACH = 9;
  private static final int REACH_BACK = 5;
  private static final int MAX_LINKS = 4;
  private static final int OLDEST = 120;
  private static final int SHORT_TURN = 40;
  private static final long SMALL = Lex.GLUED | Lex.TEEN | Lex.TENS | Lex.DIGIT;
  private static final long PARTS = Lex.NUMBER | Lex.ORDINAL | Lex.MONTH;

  private DateDetector() {}

  static void detect(Segment segment) {
    ages(segment);
    Scan scan = segment.scan;
    boolean cued = cued(segment);
    if (!cued && !segment.expects(PiiType.BIRTH_DATE)) {
      return;
    }
    int at = 0;
    while (at < scan.size) {
      if (!part(segment, at)) {
        at++;
        continue;
      }
      int end = runEnd(segment, at);
      if (!vetoed(segment, at, end) && strong(segment, at, end, cued)) {
        at -= at > 0 && scan.hash[at - 1] == Words.THE && segment.free(at - 1) ? 1 : 0;
        String evidence = cued ? "CUE DATE" : "ASKED DATE";
        String value = DateReading.of(scan, at, end);
        segment.mark(new Mark(at, end, PiiType.BIRTH_DATE, evidence, 0.95, value));
      }
      at = Math.max(end, at + 1);
    }
  }

  private static boolean cued(Segment segment) {
    long bit = Bits.of(PiiType.BIRTH_DATE);
    return (segment.allCues() & bit) != 0;
  }

  private static boolean part(Segment segment, int token) {
    Scan scan = segment.scan;
    if (!segment.free(token)) {
      return false;
    }
    if (scan.is(token, Lex.MONTH)) {
      return true;
    }
    return scan.digits(token) || scan.is(token, PARTS);
  }

  private static int runEnd(Segment segment, int from) {
    Scan scan = segment.scan;
    int end = from;
    int at = from;
    int links = 0;
    while (at < scan.size && links <= MAX_LINKS) {
      if (part(segment, at)) {
        end = at + 1;
        links = 0;
      } else if (link(scan, at)) {
        links++;
      } else {
        break;
      }
      at++;
    }
    return end;
  }

  private static boolean link(Scan scan, int at) {
    long hash = scan.hash[at];
    return scan.is(at, Lex.FILLER | Lex.AND | Lex.CORRECTION | Lex.SLASH | Lex.DOT | Lex.HYPHEN)
        || hash == Words.OF
        || hash == Words.THE
        || hash == Words.DER
        || hash == Words.DEN
        || hash == Words.DEM
        || hash == Words.AM
        || hash == Words.IN
        || hash == Words.O
        || hash == Words.OH
        || hash == Words.YEAR
        || scan.is(at, Lex.BACKCHANNEL)
        || hash == Words.JAHR;
  }

  private static boolean vetoed(Segment segment, int from, int to) {
    Scan scan = segment.scan;
    return scan.is(to, Lex.UNIT) && !scan.is(to, Lex.LETTER) && to - from < 3;
  }

  private static boolean strong(Segment segment, int from, int to, boolean cued) {
    Scan scan = segment.scan;
    int parts = 0;
    int digits = 0;
    boolean month = false;
    boolean ordinal = false;
    boolean year = false;
    for (int i = from; i < to; i++) {
      parts += part(segment, i) ? 1 : 0;
      month |= scan.is(i, Lex.MONTH);
      ordinal |= scan.is(i, Lex.ORDINAL);
      digits += scan.digits(i) ? scan.width(i) : scan.is(i, Lex.NUMBER) ? 2 : 0;
      year |= scan.is(i, Lex.BIG) && scan.value[i] > 1800 && scan.value[i] < 2100;
    }
    boolean enough = (parts >= 2 && (month || ordinal || digits >= 4)) || year || digits >= 6;
    if (segment.expects(PiiType.BIRTH_DATE)) {
      return enough || (month && parts > 1) || (parts >= 1 && answersAlone(segment, from, to));
    }
    return enough && cued && near(segment, from, to);
  }

  private static boolean answersAlone(Segment segment, int from, int to) {
    Scan scan = segment.scan;
    if (scan.size > SHORT_TURN) {
      return false;
    }
    for (int i = 0; i < scan.size; i++) {
      if ((i < from || i >= to) && !scan.is(i, Lex.STOP | Lex.LETTER)) {
        return false;
      }
    }
    boolean one = to - from == 1 && scan.is(from, Lex.DIGIT | Lex.ORDINAL) && scan.size > 1;
    return !one && scan.size - (to - from) <= 3;
  }

  private static boolean near(Segment segment, int from, int to) {
    long bit = Bits.of(PiiType.BIRTH_DATE);
    if ((segment.cuesBefore(from, REACH) & bit) != 0) {
      return true;
    }
    int end = Math.min(segment.scan.size, to + REACH_BACK);
    return (segment.cuesBefore(end, end - to) & bit) != 0;
  }

  private static void ages(Segment segment) {
    Scan scan = segment.scan;
    boolean any = scan.anyDigits || (scan.allFlags & SMALL) != 0;
    for (int i = 0; any && i < scan.size; i++) {
      boolean number = scan.digits(i) || scan.is(i, SMALL);
      if (!number || !segment.free(i) || (scan.digits(i) && scan.value[i] > OLDEST)) {
        continue;
      }
      int unit = i + Math.max(1, Below100.width(scan, i));
      if (Ages.said(segment, i, unit)) {
        segment.mark(i, Ages.end(scan, unit), PiiType.AGE, "AGE SAID", 0.8);
        i = unit - 1;
        continue;
      }
      boolean years = unit < scan.size && years(scan.hash[unit]);
      boolean old =
          years
              && unit + 1 < scan.size
              && (scan.hash[unit + 1] == Words.OLD || scan.hash[unit + 1] == Words.ALT);
      boolean glued =
          scan.width(i) > 1
              && unit < scan.size
              && scan.hash[unit] == Words.J
              && scan.gap[unit] != Scan.SPACE;
      boolean aged = glued || (i > 0 && scan.is(i - 1, Lex.AGE_WORD));
      if (old || aged || scan.is(unit, Lex.AGE_WORD)) {
        segment.mark(i, old ? unit + 2 : unit, PiiType.AGE, "YEARS_OLD", 0.9);
      }
    }
  }

  static boolean years(long hash) {
    return hash == Words.YEARS || hash == Words.YEAR || hash == Words.JAHRE;
  }
}
