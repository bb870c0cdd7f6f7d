package eu.sotto.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Texts made to be costly: one unit again and again, and a tail that may undo what was read. */
final class AdversarialTexts {
  static final List<String> UNITS =
      List.of(
          "a@",
          "1",
          "1 ",
          "a ",
          "a.",
          "null ",
          "doppel ",
          "@",
          ".",
          "-",
          "a wie ",
          "name ist ",
          "und ",
          "herr ",
          "o ",
          "oh ",
          "dreimal ",
          "straße ",
          "x-",
          "von ",
          "1.",
          "äh ",
          "mein name ist ",
          "nein ",
          "ä",
          "\u0301",
          "\uD83D\uDE00",
          "punkt ",
          "at ",
          "einundzwanzig ",
          "hundert ",
          "zwanzig ",
          "am ",
          "berlin ",
          "kaufmann ");
  static final List<String> TAILS = List.of("", " 0176", "@x.de", "\n", " punkt de");

  private AdversarialTexts() {}

  /** Units at random from a seed, about so many characters long. */
  static String mixed(long seed, int length) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    while (text.length() < length) {
      text.append(UNITS.get(random.nextInt(UNITS.size())));
    }
    return text.toString();
  }

  /** Every unit with every tail, about so many characters long. */
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
