package eu.sotto.redaction;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Knows the labels that stand for personal data taken out before: they are no words, and they
 * answer the question for what they stand for. So redacting twice is redacting once. Stateless.
 */
final class Labels {
  private static final int LONGEST = 32;
  private static final Map<String, PiiType> TYPES = types();

  private Labels() {}

  /** Takes the labels' words out of what is judged and notes their types. */
  static void read(Segment segment) {
    Scan scan = segment.scan;
    segment.labels = 0;
    if ((scan.allGaps & Scan.OTHER) == 0) {
      return;
    }
    int i = 0;
    while (i < scan.size) {
      int start = scan.start[i];
      boolean open = start > 0 && scan.text[start - 1] == '[' && scan.upper(i);
      PiiType type = open ? typeAt(scan, start) : null;
      int end = type == null ? start : end(scan, start);
      segment.labels |= type == null ? 0 : Bits.of(type);
      do {
        if (type != null) {
          segment.take(i);
        }
        i++;
      } while (i < scan.size && scan.start[i] < end);
    }
    segment.expected &= ~segment.labels;
  }

  private static int end(Scan scan, int start) {
    int end = start;
    while (scan.text[end] != ']') {
      end++;
    }
    return end;
  }

  /** The type of a label that ends with its bracket, directly or after a number. */
  private static @Nullable PiiType typeAt(Scan scan, int start) {
    int most = Math.min(scan.length, start + LONGEST);
    int end = start;
    while (end < most && (scan.text[end] == '_' || letter(scan.text[end]))) {
      end++;
    }
    int close = end;
    while (close < most && scan.text[close] >= '0' && scan.text[close] <= '9') {
      close++;
    }
    if (close == most || scan.text[close] != ']') {
      return null;
    }
    boolean numbered = close > end && scan.text[end - 1] == '_';
    return close > end && !numbered
        ? null
        : TYPES.get(new String(scan.text, start, end - start - (numbered ? 1 : 0)));
  }

  private static boolean letter(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static Map<String, PiiType> types() {
    Map<String, PiiType> types = new HashMap<>();
    for (PiiType type : PiiType.values()) {
      types.put(type.name(), type);
    }
    return Map.copyOf(types);
  }
}
