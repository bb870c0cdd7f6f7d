package eu.sotto.consent;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words in the one form in which they are compared: lower case, umlauts and ß written out, other
 * accents and all punctuation gone, hesitation sounds left out. Linear in the length of the text.
 *
 * @param words the words in their order
 * @param question whether it was written with a question mark
 */
record Utterance(List<String> words, boolean question) {
  private static final Set<String> HESITATION =
      Set.of("aeh", "aehm", "aehem", "eh", "oeh", "oehm", "uh", "uhm", "um", "er", "erm", "mh");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern APOSTROPHES = Pattern.compile("['’‘`´]");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

  Utterance {
    words = List.copyOf(words);
  }

  static Utterance of(String text) {
    String folded = fold(text);
    List<String> words = new ArrayList<>();
    for (String word : SEPARATORS.split(folded, -1)) {
      if (!word.isEmpty() && !HESITATION.contains(word)) {
        words.add(word);
      }
    }
    return new Utterance(words, folded.indexOf('?') >= 0 || folded.indexOf('؟') >= 0);
  }

  private static String fold(String text) {
    String lower = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String spelled =
        lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
    String plain = APOSTROPHES.matcher(spelled).replaceAll("'");
    // "don't" must not lose its "not"
    String negated = plain.replace("n't", " not").replace("'", "");
    return MARKS.matcher(Normalizer.normalize(negated, Normalizer.Form.NFD)).replaceAll("");
  }
}
