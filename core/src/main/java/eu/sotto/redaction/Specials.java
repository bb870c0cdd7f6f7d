package eu.sotto.redaction;

/** Finds words of special categories (Art. 9) and of crime (Art. 10). Stateless. */
final class Specials {
  static final long MASK = mask();

  private Specials() {}

  static void detect(Segment segment) {
    Scan scan = segment.scan;
    if ((scan.allCues & MASK) == 0) {
      return;
    }
    for (int i = 0; i < scan.size; i++) {
      long special = scan.cues[i] & MASK;
      if (special == 0 || !segment.free(i)) {
        continue;
      }
      int from = i;
      while (segment.free(from - 1) && scan.is(from - 1, Lex.MODIFIER)) {
        from--;
      }
      int to = i + 1;
      while (to < scan.size && (scan.cues[to] & special) != 0) {
        to++;
      }
      PiiType type = Bits.lowest(special);
      segment.mark(from, to, type, "TERM", 0.8);
      i = to - 1;
    }
  }

  private static long mask() {
    long mask = 0;
    for (PiiType type : PiiType.values()) {
      mask |= type.special() ? Bits.of(type) : 0;
    }
    return mask;
  }
}
