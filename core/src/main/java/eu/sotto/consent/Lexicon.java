package eu.sotto.consent;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Phrases and what they contribute. What the notice declares comes first; to that come everyday
 * German and English words that turn, soften or frame an answer. None of these can make a yes.
 */
final class Lexicon {
  private static final Set<String> PARTICLES =
      Set.of("ja", "jo", "jep", "yes", "yeah", "yep", "ok", "okay");
  private static final Set<String> BARE_NO = Set.of("nein", "nee", "ne", "no", "nope");
  private static final Map<List<String>, Sense> EVERYDAY = everyday();

  /**
   * One phrase found in an utterance.
   *
   * @param sense what it contributes
   * @param length how many words it takes
   */
  record Match(Sense sense, int length) {}

  private final Map<List<String>, Sense> phrases = new HashMap<>(EVERYDAY);
  private final int longest;

  Lexicon(Collection<String> given, Collection<String> refused) {
    Set<List<String>> yes = words(given);
    Set<List<String>> no = words(refused);
    yes.forEach(phrase -> phrases.put(phrase, Sense.YES));
    // different spellings may fall together; then the phrase says nothing
    no.forEach(phrase -> phrases.put(phrase, yes.contains(phrase) ? Sense.DOUBT : Sense.NO));
    longest = phrases.keySet().stream().mapToInt(List::size).max().orElse(1);
  }

  /** The longest phrase that begins at a word. */
  Match at(List<String> words, int from) {
    for (int length = Math.min(longest, words.size() - from); length > 0; length--) {
      Sense sense = phrases.get(words.subList(from, from + length));
      if (sense != null) {
        return new Match(sense, length);
      }
    }
    boolean negation = words.get(from).startsWith("kein");
    return new Match(negation ? Sense.NEGATION : Sense.OTHER, 1);
  }

  static boolean isParticle(String word) {
    return PARTICLES.contains(word);
  }

  static boolean isBareNo(List<String> words) {
    return words.size() == 1 && BARE_NO.contains(words.get(0));
  }

  private static Set<List<String>> words(Collection<String> texts) {
    Set<List<String>> phrases = new HashSet<>();
    for (String text : texts) {
      List<String> words = Utterance.of(text).words();
      if (!words.isEmpty()) {
        phrases.add(words);
      }
    }
    return phrases;
  }

  private static Map<List<String>, Sense> everyday() {
    Map<List<String>, Sense> phrases = new HashMap<>();
    put(
        phrases,
        Sense.NEGATION,
        "nicht",
        "nichts",
        "nie",
        "niemals",
        "not",
        "never",
        "dont",
        "none");
    put(phrases, Sense.NO, "nein", "nee", "nope", "no", "auf keinen fall", "keinesfalls");
    put(phrases, Sense.NO, "lieber nicht", "bitte nicht", "besser nicht", "nicht einverstanden");
    put(phrases, Sense.NO, "nicht aufzeichnen", "nicht aufnehmen", "stimme nicht zu", "lehne ab");
    put(phrases, Sense.NO, "moechte ich nicht", "moechte nicht", "moechte das nicht");
    put(phrases, Sense.NO, "will ich nicht", "will nicht", "will das nicht", "ich lehne das ab");
    put(phrases, Sense.NO, "rather not", "do not want", "do not record", "do not agree");
    put(
        phrases,
        Sense.NO,
        "i do not consent",
        "please do not",
        "not agree",
        "i refuse",
        "dont want");
    put(phrases, Sense.DOUBT, "wie bitte", "was bitte", "nicht verstanden", "verstehe nicht");
    put(phrases, Sense.DOUBT, "verstehe das nicht", "verstehe ich nicht", "nicht gehoert");
    put(phrases, Sense.DOUBT, "weiss nicht", "weiss ich nicht", "weiss es nicht", "keine ahnung");
    put(phrases, Sense.DOUBT, "nicht wahr", "nicht sicher", "kein problem", "nichts dagegen");
    put(
        phrases,
        Sense.DOUBT,
        "warum nicht",
        "wieso nicht",
        "no problem",
        "no idea",
        "not a problem");
    put(phrases, Sense.DOUBT, "do not know", "not sure", "why not", "do not understand");
    put(phrases, Sense.DOUBT, "did not hear", "did not understand", "do not mind", "no objection");
    put(phrases, Sense.COURTESY, "bitte", "danke", "gern", "gerne", "sehr gern", "sehr gerne");
    put(phrases, Sense.COURTESY, "vielen dank", "danke schoen", "bitte schoen", "natuerlich");
    put(phrases, Sense.COURTESY, "selbstverstaendlich", "klar", "please", "thanks", "thank you");
    put(phrases, Sense.COURTESY, "of course", "sure", "certainly", "also");
    put(phrases, Sense.FRAME, "ich bin", "ich bin damit", "damit bin ich", "da bin ich", "das ist");
    put(phrases, Sense.FRAME, "das ist fuer mich", "i am", "im", "that is", "thats", "it is");
    return phrases;
  }

  private static void put(Map<List<String>, Sense> phrases, Sense sense, String... texts) {
    for (String text : texts) {
      phrases.put(List.of(text.split(" ")), sense);
    }
  }
}
