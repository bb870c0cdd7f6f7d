package eu.sotto.redaction;

/** Takes what stands where an answer was asked for, if it has the shape of one. Stateless. */
final class AnswerDetector {
  private static final long PARTS = Lex.NUMBER | Lex.LETTER | Lex.ALPHA | Lex.MONTH | Lex.ORDINAL;

  private AnswerDetector() {}

  static void detect(Segment segment) {
    if (segment.expected == 0) {
      return;
    }
    if (segment.expects(PiiType.PERSON)) {
      NameAnswers.detect(segment);
    }
    codes(segment);
    if (segment.expects(PiiType.ADDRESS)) {
      PlaceAnswers.detect(segment);
    }
  }

  /** An answer that is mostly digits and letters, however badly they were heard. */
  private static void codes(Segment segment) {
    long asked = segment.expected & CodeShape.CODES & ~Bits.of(PiiType.PERSON);
    asked |= segment.expected & Bits.of(PiiType.BIRTH_DATE);
    if (asked == 0) {
      return;
    }
    Scan scan = segment.scan;
    int first = 0;
    while (scan.is(first, Lex.BACKCHANNEL) && !scan.is(first, Lex.LETTER | Lex.FILLER)) {
      first++;
    }
    int parts = 0;
    int content = 0;
    int talk = 0;
    for (int i = first; i < scan.size; i++) {
      if (scan.is(i, Lex.UNIT) && i > 0 && number(scan, i - 1)) {
        return;
      }
      boolean part = part(scan, i);
      boolean filler = !part && scan.is(i, Lex.FILLER | Lex.AND);
      parts += part ? 1 : 0;
      content += filler ? 0 : 1;
      talk += !part && !filler && scan.is(i, Lex.STOP) ? 1 : 0;
    }
    boolean mostly = parts >= 2 && parts * 2 >= content;
    if (mostly || (parts == 1 && content <= 2 && talk == 0)) {
      shape(segment, first, Bits.lowest(asked));
    }
  }

  /** The whole answer; only what is no talk if a part of it is known already. */
  private static void shape(Segment segment, int first, PiiType type) {
    Scan scan = segment.scan;
    if (segment.marks.isEmpty() || (type == PiiType.ADDRESS && codeOnly(segment))) {
      segment.mark(first, scan.size, type, "ASKED SHAPE", 0.7);
      return;
    }
    for (int i = first; i < scan.size; i++) {
      boolean talk =
          scan.is(i, Lex.STOP | Lex.RELATION | Lex.TITLE | Lex.WORD) && !scan.is(i, Lex.LETTER);
      boolean between = !segment.free(i - 1) && i > first && closes(segment, i + 1);
      if (segment.free(i) && scan.cues[i] == 0 && (!talk || between)) {
        segment.mark(i, i + 1, type, "ASKED SHAPE", 0.7);
      }
    }
  }

  /** Whether nothing but digits and letters was recognised: a postcode, not a street. */
  private static boolean codeOnly(Segment segment) {
    for (Mark mark : segment.marks) {
      if (mark.evidence().contains("STREET") || mark.evidence().contains("CITY")) {
        return false;
      }
    }
    return true;
  }

  private static boolean closes(Segment segment, int token) {
    boolean next = token < segment.scan.size && !segment.free(token);
    return next || (token + 1 < segment.scan.size && !segment.free(token + 1));
  }

  private static boolean number(Scan scan, int token) {
    return scan.digits(token) || scan.is(token, Lex.NUMBER);
  }

  private static boolean part(Scan scan, int token) {
    if (scan.is(token, Lex.STOP) && !scan.is(token, Lex.LETTER | Lex.NUMBER)) {
      return false;
    }
    return scan.digits(token) || scan.is(token, PARTS) || scan.width(token) <= 2;
  }
}
