package eu.sotto.redaction;

/** Finds names again that were said elsewhere in the call. Stateless. */
final class KnownNames {
  private KnownNames() {}

  static void detect(Segment segment) {
    if (!segment.dialogue.knowsNames()) {
      return;
    }
    Scan scan = segment.scan;
    for (int i = 0; i < scan.size; i++) {
      boolean known =
          segment.free(i)
              && !scan.is(i, Lex.STOP)
              && scan.width(i) > 2
              && segment.dialogue.known(scan.hash[i]) > 0
              && !segment.repeatsOwnName(i);
      if (known) {
        segment.mark(
            new Mark(
                i, i + 1, PiiType.PERSON, "KNOWN_NAME", 0.8, Mark.upper(segment.text(i, i + 1))));
      }
    }
  }
}
