package eu.sotto.redaction;

/** Finds internet addresses and links. Stateless. */
final class WrittenDetector {
  private WrittenDetector() {}

  static void detect(Segment segment) {
    Scan scan = segment.scan;
    if (!scan.anyTight) {
      return;
    }
    for (int i = 0; i < scan.size; i++) {
      if (scan.digits(i) && segment.free(i)) {
        address(segment, i);
      } else if (link(scan.hash[i]) && segment.free(i)) {
        i = link(segment, i) - 1;
      }
    }
  }

  private static boolean link(long hash) {
    return hash == Words.HTTP || hash == Words.HTTPS || hash == Words.WWW;
  }

  private static void address(Segment segment, int from) {
    Scan scan = segment.scan;
    int to = from;
    while (to < scan.size
        && to - from < 4
        && scan.digits(to)
        && scan.width(to) <= 3
        && scan.value[to] < 256
        && (to == from || scan.gap[to] == Scan.DOT)) {
      to++;
    }
    boolean more = to < scan.size && scan.digits(to) && scan.gap[to] == Scan.DOT;
    if (to - from == 4 && !more) {
      segment.mark(from, to, PiiType.IP_ADDRESS, "FOUR_BYTES", 0.95);
    }
  }

  private static int link(Segment segment, int from) {
    Scan scan = segment.scan;
    int to = from + 1;
    boolean path = false;
    while (to < scan.size && (scan.gap[to] & Scan.SPACE) == 0) {
      path |= (scan.gap[to] & (Scan.AT | Scan.STOP)) != 0;
      path |= (scan.gap[to] & Scan.SLASH) != 0 && to - from > 2;
      to++;
    }
    if (path && to - from > 2) {
      segment.mark(from, to, PiiType.URL, "LINK_PATH", 0.8);
    }
    return to;
  }
}
