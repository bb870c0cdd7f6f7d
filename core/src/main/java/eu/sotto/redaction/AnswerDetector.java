package eu.sotto.redaction;

/** Takes what stands where an answer was asked for, if it has the shape of one. Stateless. */
final class AnswerDetector {
  private static final int MAX_CONTENT = 6;

  private AnswerDetector() {}

  static void detect(Segment segment) {
    if (segment.expects(PiiType.PERSON) && !segment.marked(PiiType.PERSON)) {
      names(segment);
    }
    if (segment.expects(PiiType.ADDRESS)) {
      addresses(segment);
    }
  }

  private static void names(Segment segment) {
    Scan scan = segment.scan;
    int content = 0;
    int verbs = 0;
    for (int i = 0; i < scan.size; i++) {
      content += scan.is(i, Lex.STOP | Lex.FILLER) || !segment.free(i) ? 0 : 1;
      verbs += scan.is(i, Lex.VERB & ~Lex.STOP) && scan.hash[i] != Words.IST ? 1 : 0;
    }
    boolean bare = content > 0 && content <= MAX_CONTENT && verbs <= 1;
    int at = 0;
    while (at < scan.size) {
      int end = NameDetector.end(segment, at, bare && verbs == 0);
      boolean sure = end > at && ((verbs == 0 && bare) || NameWords.sure(segment, at));
      if (sure) {
        NameDetector.person(segment, at, end, "ASKED NAME", 0.85);
      }
      at = Math.max(at + 1, end);
    }
  }

  private static void addresses(Segment segment) {
    Scan scan = segment.scan;
    boolean verbs = false;
    for (int i = 0; i < scan.size; i++) {
      verbs |= scan.is(i, Lex.VERB & ~Lex.STOP);
    }
    for (int i = 0; i < scan.size; i++) {
      boolean city = Places.city(scan, i, !verbs) && segment.free(i);
      if (city) {
        int end = Places.cityEnd(scan, i);
        segment.mark(i, end, PiiType.ADDRESS, "ASKED CITY", 0.8);
        i = end - 1;
      }
    }
  }
}
