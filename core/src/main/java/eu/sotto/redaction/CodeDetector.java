package eu.sotto.redaction;

import org.jspecify.annotations.Nullable;

/** Decides what a sequence of digits and letters is, by its shape and by the talk around it. */
final class CodeDetector {
  private static final int REACH = 14;
  private static final int REACH_BACK = 5;
  private static final int PHONE_DIGITS = 6;
  private static final int LONG_NUMBER = 7;

  private final Segment segment;
  private final Scan scan;
  private final CodeRun run = new CodeRun();
  private final CodeReader reader;

  CodeDetector(Segment segment) {
    this.segment = segment;
    this.scan = segment.scan;
    this.reader = new CodeReader(scan, run);
  }

  void detect() {
    int at = 0;
    while (at < scan.size) {
      if (!segment.free(at) || !reader.starts(at)) {
        at++;
        continue;
      }
      reader.read(at);
      int next = Math.max(run.to, at + 1);
      if (run.to > run.from && run.digits + run.letters > 1) {
        judge();
      }
      at = next;
    }
  }

  private void judge() {
    CodeTrim.trim(scan, run);
    if (run.to <= run.from || !segment.free(run.from, run.to)) {
      return;
    }
    long cues = CodeShape.CODES & around();
    boolean local = cues != 0;
    if (!local) {
      cues = CodeShape.CODES & segment.expected;
    }
    PiiType type = cues == 0 ? null : CodeShape.of(cues, run, segment);
    if (type != null && CodeShape.vetoed(segment, run, local)) {
      type = null;
    }
    String evidence = local ? "CUE CODE" : "ASKED CODE";
    if (type == null) {
      type = byShape();
      evidence = "SHAPE";
    }
    if (type != null) {
      double score = "SHAPE".equals(evidence) ? 0.75 : 0.95;
      segment.mark(new Mark(run.from, run.to, type, evidence, score, run.reading.toString()));
    }
  }

  private long around() {
    long before = segment.nearestCue(run.from, REACH, CodeShape.CODES);
    if (before != 0) {
      return before;
    }
    int end = Math.min(scan.size, run.to + REACH_BACK);
    long after = 0;
    for (int i = run.to; i < end && !scan.sentenceStarts(i); i++) {
      after |= scan.cues[i] | segment.dialogue.phraseCues(i);
    }
    return after;
  }

  private @Nullable PiiType byShape() {
    String reading = run.reading.toString();
    if (run.letters >= 2 && run.digits >= 12 && Checks.ibanShape(reading)) {
      return PiiType.IBAN;
    }
    if (run.letters > 0) {
      return byLetters(reading);
    }
    if (CodeShape.vetoed(segment, run, false)) {
      return null;
    }
    boolean zero = reading.startsWith("0") || run.plus;
    boolean amount = run.amounts > 0 && run.atoms == run.amounts;
    if (zero && run.digits >= PHONE_DIGITS && run.digits <= 17 && !amount) {
      return PiiType.PHONE;
    }
    if (run.digits >= 13 && run.digits <= 19 && Checks.luhn(reading)) {
      return PiiType.CREDIT_CARD;
    }
    if (run.digits >= LONG_NUMBER && run.singles >= 5) {
      return PiiType.CUSTOMER_ID;
    }
    boolean written = scan.digits(run.from) && run.to - run.from <= 4;
    return written && run.digits >= LONG_NUMBER ? PiiType.CUSTOMER_ID : null;
  }

  private @Nullable PiiType byLetters(String reading) {
    if (run.digits == 0) {
      boolean long4 = run.letters >= 4 || (run.letters >= 3 && run.spelled);
      boolean upper = scan.upper(run.from) && !run.spelled;
      return long4 && !upper ? PiiType.PERSON : null;
    }
    return run.digits >= 3 && run.letters >= 2 && reading.length() >= LONG_NUMBER
        ? PiiType.BOOKING_CODE
        : null;
  }
}
