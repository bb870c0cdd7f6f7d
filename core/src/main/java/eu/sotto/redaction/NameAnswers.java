package eu.sotto.redaction;

/** Takes the name out of an answer to the question for one. Stateless. */
final class NameAnswers {
  private static final int MAX_CONTENT = 6;
  private static final int SHORT_NAME = 3;
  private static final int SHORT_TURN = 4;
  private static final int LONGEST_LEAD = 7;

  private NameAnswers() {}

  static void detect(Segment segment) {
    shortName(segment);
    if (!segment.marked(PiiType.PERSON)) {
      names(segment);
    }
    leading(segment);
  }

  /** A short answer with a name in it is the name, whatever the recogniser made of the rest. */
  private static void shortName(Segment segment) {
    Scan scan = segment.scan;
    int first = 0;
    while (scan.is(first, Lex.BACKCHANNEL)) {
      first++;
    }
    boolean name = false;
    for (int i = first; i < scan.size; i++) {
      if (segment.dialogue.phrase(i) != null) {
        return;
      }
      boolean marked = !segment.free(i) || NameWords.sure(segment, i);
      name |= marked || (NameWords.name(segment, i) && scan.upper(i) && i > first);
    }
    int end = scan.size;
    while (end > first && scan.is(end - 1, Lex.BACKCHANNEL)) {
      end--;
    }
    if (name && end - first <= SHORT_NAME && end - first > 1) {
      NameDetector.person(segment, first, end, "ASKED SHORT", 0.8);
    }
  }

  private static void names(Segment segment) {
    Scan scan = segment.scan;
    int content = 0;
    int talk = 0;
    int verbs = 0;
    for (int i = 0; i < scan.size; i++) {
      boolean stop = scan.is(i, Lex.STOP | Lex.FILLER);
      content += stop || !segment.free(i) ? 0 : 1;
      verbs += scan.is(i, Lex.VERB) && !copula(scan, i) ? 1 : 0;
      talk += stop && !scan.is(i, Lex.BACKCHANNEL | Lex.FILLER | Lex.AND) ? 1 : 0;
    }
    boolean bare = content > 0 && content <= MAX_CONTENT && verbs == 0;
    int at = 0;
    while (at < scan.size) {
      int end = NameDetector.end(segment, at, bare && talk == 0);
      boolean two = end - at >= 2 && bare && NameWords.name(segment, at);
      if (end > at && ((bare && talk == 0) || two || NameWords.sure(segment, at))) {
        NameDetector.person(segment, at, end, "ASKED NAME", 0.85);
      }
      at = Math.max(at + 1, end);
    }
  }

  /** The first words after the lead of an answer, if no dictionary of words has them. */
  private static void leading(Segment segment) {
    Scan scan = segment.scan;
    int from = 0;
    while (from < scan.size && from < LONGEST_LEAD && lead(segment, from)) {
      from++;
    }
    if (from >= scan.size || !NameWords.nameOrUnknown(segment, from)) {
      return;
    }
    int end = NameDetector.end(segment, from, false);
    boolean plain = NameWords.unknown(segment, from) && !Compounds.is(scan, from);
    boolean alone = plain || scan.size <= SHORT_TURN;
    boolean closed =
        end >= scan.size
            || !segment.free(end)
            || scan.is(end, Lex.STOP | Lex.LETTER)
            || scan.gap[end] != Scan.SPACE;
    if (end - from >= 2 || (end > from && closed && alone)) {
      NameDetector.person(segment, from, end, "ASKED LEAD", 0.8);
    }
  }

  private static boolean lead(Segment segment, int token) {
    Scan scan = segment.scan;
    boolean verb = scan.is(token, Lex.VERB) && !copula(scan, token);
    boolean stop = scan.is(token, Lex.STOP | Lex.FILLER) && !verb;
    return stop || !segment.free(token);
  }

  private static boolean copula(Scan scan, int token) {
    return Words.copula(scan.hash[token]);
  }
}
