package eu.sotto.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Names of people, streets and cities: half from the shipped lists, half made up and in none. */
final class MadeNames {
  private static final String[] STARTS = {
    "bre", "kor", "mal", "tsch", "wey", "zor", "dra", "fel", "gru", "hol", "jas", "kem", "lun",
    "nie", "oks", "pel", "qua", "ros", "sar", "tav", "ulm", "vor", "yil", "abi", "oye", "nak",
    "shi", "ngu", "raj", "osk", "bel", "mag", "ter", "iva", "chu", "dej", "eze", "fio"
  };
  private static final String[] MIDDLES = {
    "a", "e", "i", "o", "u", "en", "an", "or", "el", "ul", "ima", "oto", "eri", "ada", "uka", "ini"
  };
  private static final String[] ENDS = {
    "ski", "mann", "ova", "vic", "dze", "son", "ulu", "ka", "nko", "ath", "rek", "ller", "witz",
    "kis", "moto", "wan", "di", "shvili", "quist", "berger", "oglu", "escu", "nen"
  };
  private static final String[] GIVEN_ENDS = {
    "ra", "no", "lia", "ek", "mir", "ta", "sha", "vin", "lo", "ya", "nne", "rik", "do", "bel"
  };
  private static final String[] DE_STREET_ENDS = {"straße", "weg", "allee", "gasse", "platz"};
  private static final String[] EN_STREET_ENDS = {"street", "road", "avenue", "lane", "close"};
  private static final String[] CITY_ENDS = {"hausen", "burg", "dorf", "heim", "feld", "bach"};
  private static final String[] EN_CITY_ENDS = {"ton", "ham", "ford", "bury", "wick", "pool"};

  private static final List<String> GIVEN = list("given-core.txt", Lex.GIVEN);
  private static final List<String> FAMILY = list("family.txt", Lex.FAMILY);

  private final Random random;
  private final Lexicon lexicon = Lexicon.shipped();
  private final List<String> absent = new ArrayList<>();

  MadeNames(Random random) {
    this.random = random;
  }

  private static List<String> list(String file, long flag) {
    List<String> words = new ArrayList<>();
    LexiconFiles.lines(
        file,
        word -> {
          long flags = Lexicon.shipped().flagsOf(word);
          boolean plain = (flags & (Lex.WORD | Lex.STOP | Lex.TITLE | Lex.ALPHA)) == 0;
          if ((flags & flag) != 0 && plain && word.length() > 3 && word.length() < 11) {
            words.add(word);
          }
        });
    return List.copyOf(words);
  }

  String given() {
    return random.nextBoolean() ? pick(GIVEN) : made(GIVEN_ENDS);
  }

  String family() {
    return random.nextBoolean() ? pick(FAMILY) : made(ENDS);
  }

  String street(boolean german) {
    String stem = random.nextBoolean() ? pick(FAMILY) : made(ENDS);
    return german ? stem + pick(DE_STREET_ENDS) : made(ENDS) + " " + pick(EN_STREET_ENDS);
  }

  String city(boolean german) {
    if (random.nextBoolean()) {
      return german
          ? pick(new String[] {"berlin", "kassel", "augsburg", "rostock", "wien", "graz", "trier"})
          : pick(new String[] {"leeds", "bristol", "coventry", "derby", "cardiff", "exeter"});
    }
    return made(german ? CITY_ENDS : EN_CITY_ENDS);
  }

  /** Every made-up word so far. */
  List<String> absent() {
    return absent;
  }

  private String made(String[] ends) {
    while (true) {
      String word = pick(STARTS) + pick(MIDDLES) + pick(ends);
      if ((lexicon.flagsOf(word) & ~Lex.STREET) == 0 && lexicon.find(Lexicon.hash(word)) < 0) {
        absent.add(word);
        return word;
      }
    }
  }

  String pick(String[] from) {
    return from[random.nextInt(from.length)];
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
