package eu.sotto.vocabulary;

import java.util.Locale;
import java.util.Set;

/** The ways in which networks say that a number is withheld (RFC 3261, RFC 3323, RFC 3325). */
final class Withheld {
  private static final Set<String> WORDS =
      Set.of(
          "",
          "anonymous",
          "anonym",
          "unknown",
          "unbekannt",
          "private",
          "privat",
          "restricted",
          "unavailable",
          "withheld",
          "no caller id",
          "blocked");

  private Withheld() {}

  static boolean says(String presented) {
    String text = presented.toLowerCase(Locale.ROOT);
    return WORDS.contains(text)
        || WORDS.contains(SipAddress.userOf(text))
        || text.contains("@anonymous.invalid");
  }
}
