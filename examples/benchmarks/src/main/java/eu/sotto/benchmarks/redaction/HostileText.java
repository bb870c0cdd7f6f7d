package eu.sotto.benchmarks.redaction;

import java.util.ArrayList;
import java.util.List;

/** Texts made to be slow: each unit repeated to a length, with each tail behind it. */
final class HostileText {
  static final List<String> UNITS =
      List.of(
          "a",
          "1",
          "@",
          ".",
          "-",
          "[",
          " ",
          "\n",
          "\u0301",
          "\uD83D\uDE00",
          "a ",
          "1 ",
          "a.",
          "1.",
          "a@",
          "a-",
          "0 1 ",
          "null ",
          "eins ",
          "doppel ",
          "dreimal die ",
          "äh ",
          "nein ",
          "mein name ist ",
          "name ",
          "von ",
          "frau ",
          "sabine ",
          "wolf ",
          "m wie ",
          "punkt ",
          "at ",
          "de 12 ",
          "straße ",
          "geboren am ");
  static final List<String> TAILS = List.of("", "!", " at", " sabine wolf", "0123456789");

  private HostileText() {}

  static List<String> all(int length) {
    List<String> texts = new ArrayList<>();
    for (String unit : UNITS) {
      for (String tail : TAILS) {
        texts.add(unit.repeat(length / unit.length()) + tail);
      }
    }
    return texts;
  }
}
