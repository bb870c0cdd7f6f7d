package eu.sotto.redaction;

import eu.sotto.vocabulary.Role;
import org.jspecify.annotations.Nullable;

/** Decides what a sequence of digits and letters is, by its shape and by the talk around it. */
final class CodeDetector {
  private static final int REACH = 14;
  private static final int REACH_BACK = 5;
  private static final int PHONE_DIGITS = 6;
  private static final int LONG_NUMBER = 7;
  private static final int SHORT_TURN = 40;
  private static final String COUNTED = "12345678910111213";

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
      } else if (run.to > run.from && lastLetter()) {
        String letter = run.reading.toString();
        segment.mark(new Mark(run.from, run.to, PiiType.PERSON, "ASKED CODE", 0.95, letter));
      }
      at = next;
    }
  }

  /** Whether one spelled letter goes on with a name whose other letters were judged before. */
  private boolean lastLetter() {
    return run.letters == 1
        && run.spelled
        && run.from > 0
        && !segment.free(run.from - 1)
        && segment.expects(PiiType.PERSON);
  }

  private void judge() {
    CodeTrim.trim(scan, run);
    if (segment.full) {
      CodeTrim.unfinished(scan, run);
    }
    if (run.to <= run.from || !segment.free(run.from, run.to)) {
      return;
    }
    long cues = CodeShape.CODES & around();
    boolean local = cues != 0;
    if (!local) {
      cues = CodeShape.CODES & segment.expected;
    }
    if (postcode()) {
      return;
    }
    PiiType type = cues == 0 ? null : CodeShape.of(cues, run, segment);
    if (type == null && segment.role != Role.CALLER && readBack()) {
      type = CodeShape.of(CodeShape.CODES & segment.dialogue.given(), run, segment);
    }
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
      String value = Readings.of(type, run);
      segment.mark(new Mark(run.from, run.to, type, evidence, score, value));
    }
  }

  /** Whether somebody says again what may have been given before. */
  private boolean readBack() {
    boolean digits = run.digits >= 4 && run.singles >= 3;
    return widest() == 0 && (digits || (run.digits >= 3 && run.letters >= 2));
  }

  /** A number of four or five digits with a city after it. */
  private boolean postcode() {
    boolean five = run.digits == 5 && run.amounts == 0;
    boolean four = run.digits == 4 && run.amounts == 0;
    int city = run.to;
    boolean written = scan.digits(run.from);
    if (run.letters > 0 || !(five || four) || !Places.city(scan, city, true)) {
      return false;
    }
    boolean apart = (scan.gap[city] & ~(Scan.SPACE | Scan.COMMA)) != 0;
    if (apart || (written && run.to - run.from > 1)) {
      return false;
    }
    if (!segment.free(city) || (four && !scan.is(city, Lex.CITY))) {
      return false;
    }
    String reading = run.reading.toString();
    int end = Places.cityEnd(scan, city);
    int from = run.from;
    boolean country = from > 0 && scan.gap[from] == Scan.HYPHEN && scan.width(from - 1) <= 2;
    from -= country && written && segment.free(from - 1) ? 1 : 0;
    segment.mark(new Mark(from, run.to, PiiType.ADDRESS, "POSTCODE CITY", 0.9, reading));
    segment.mark(run.to, end, PiiType.ADDRESS, "CITY POSTCODE", 0.9);
    return true;
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
    boolean counted =
        run.letters == 0 && run.digits == run.reading.length() && COUNTED.startsWith(reading);
    if (counted || (segment.dialogue.thing() && segment.expected == 0)) {
      return null;
    }
    if (run.letters >= 2 && run.digits >= 12 && Checks.ibanShape(reading)) {
      return PiiType.IBAN;
    }
    if (run.letters > 0) {
      return byLetters(reading);
    }
    if (CodeShape.vetoed(segment, run, false) || writtenDate()) {
      return null;
    }
    boolean zero = reading.startsWith("0") || run.plus;
    boolean amount = run.amounts > 0 && run.atoms == run.amounts;
    boolean groups = !scan.digits(run.from) || widest() >= 3;
    if (zero && groups && run.digits >= PHONE_DIGITS && run.digits <= 17 && !amount) {
      return PiiType.PHONE;
    }
    if (run.digits >= 13 && run.digits <= 19 && Checks.luhn(reading)) {
      return PiiType.CREDIT_CARD;
    }
    if (scan.digits(run.from)) {
      return run.digits >= LONG_NUMBER && widest() >= 6 ? PiiType.CUSTOMER_ID : null;
    }
    boolean spoken = run.singles >= 3 || (zero && run.amounts == 0 && run.atoms > 1);
    if (run.digits >= 4 && spoken && alone()) {
      return zero ? PiiType.PHONE : PiiType.CUSTOMER_ID;
    }
    return run.digits >= LONG_NUMBER && run.singles >= 5 ? PiiType.CUSTOMER_ID : null;
  }

  /** Whether the speaker says nothing but this number. */
  private boolean alone() {
    if (scan.size > SHORT_TURN) {
      return false;
    }
    for (int i = 0; i < scan.size; i++) {
      boolean inside = i >= run.from && i < run.to;
      long small = Lex.BACKCHANNEL | Lex.FILLER | Lex.AND | (i < run.from ? Lex.STOP : 0);
      if (!inside
          && (!scan.is(i, small) || (scan.is(i, Lex.VERB) && !scan.is(i, Lex.CORRECTION)))) {
        return false;
      }
    }
    return true;
  }

  /** Three written numbers with slashes or dashes that can be day, month and year. */
  private boolean writtenDate() {
    if (run.to - run.from != 3 || run.digits > 8 || !scan.digits(run.from + 2)) {
      return false;
    }
    int signs = Scan.SLASH | Scan.HYPHEN | Scan.DOT;
    boolean joined = (scan.gap[run.from + 1] & signs) != 0 && (scan.gap[run.from + 2] & signs) != 0;
    return joined && scan.value[run.from + 1] <= 31 && scan.width(run.from + 1) <= 2;
  }

  private int widest() {
    int widest = 0;
    for (int i = run.from; i < run.to; i++) {
      widest = Math.max(widest, scan.digits(i) ? scan.width(i) : 0);
    }
    return widest;
  }

  private @Nullable PiiType byLetters(String reading) {
    if (run.digits == 0) {
      boolean long4 = run.letters >= 4 || (run.letters >= 3 && run.spelled);
      boolean upper = scan.upper(run.from) && !run.spelled;
      boolean one = run.to - run.from == 1;
      boolean letterhead = run.letters <= 4 && !run.spelled && segment.role != Role.CALLER;
      boolean said = letterhead && segment.expected == 0 && !segment.dialogue.knowsNames();
      return long4 && !upper && !one && !said ? PiiType.PERSON : null;
    }
    boolean written = scan.digits(run.from) || scan.upper(run.from);
    boolean enough = run.digits >= 3 && run.letters >= 2 && reading.length() >= LONG_NUMBER;
    return enough && !written && widest() == 0 ? PiiType.BOOKING_CODE : null;
  }
}
