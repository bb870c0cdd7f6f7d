package eu.sotto.records;

import java.util.Map;

/** The bounds of short facts that are stored sealed beside a call or a record. */
final class Labels {
  private static final int MAX_COUNT = 32;
  private static final int MAX_LENGTH = 200;

  private Labels() {}

  static void check(Map<String, String> labels, String what) {
    if (labels.size() > MAX_COUNT || labels.entrySet().stream().anyMatch(Labels::isTooLong)) {
      throw new IllegalArgumentException(
          what + " must be at most " + MAX_COUNT + ", none longer than " + MAX_LENGTH);
    }
  }

  private static boolean isTooLong(Map.Entry<String, String> label) {
    return label.getKey().length() > MAX_LENGTH || label.getValue().length() > MAX_LENGTH;
  }
}
