package eu.sotto.benchmarks.purpose;

import eu.sotto.benchmarks.purpose.ThirtyRules.Aim;
import java.util.ArrayList;
import java.util.List;

/** One question to both engines: what is to be done, and all that bears on it. */
record Request(
    Aim aim, String operation, boolean heard, boolean given, boolean objected, boolean restricted) {
  /** Every combination; to record is declared nowhere. */
  static List<Request> all() {
    List<String> operations = new ArrayList<>(ThirtyRules.OPERATIONS);
    operations.add("record");
    List<Request> all = new ArrayList<>();
    for (Aim aim : ThirtyRules.AIMS) {
      for (String operation : operations) {
        for (int bits = 0; bits < 16; bits++) {
          all.add(new Request(aim, operation, is(bits, 1), is(bits, 2), is(bits, 4), is(bits, 8)));
        }
      }
    }
    return List.copyOf(all);
  }

  private static boolean is(int bits, int bit) {
    return (bits & bit) != 0;
  }

  /** The thirty rules in plain words, against which both engines are held. */
  boolean expected() {
    if (!ThirtyRules.OPERATIONS.contains(operation) || !heard || restricted) {
      return false;
    }
    return switch (aim.basis()) {
      case "consent" -> given;
      case "legitimate-interests" -> !objected;
      default -> true;
    };
  }
}
