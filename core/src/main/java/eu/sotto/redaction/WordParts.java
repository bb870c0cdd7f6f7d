package eu.sotto.redaction;

/** Reads what the ending of a long word says: streets, numbers, places. Stateless. */
final class WordParts {
  private static final int SHORTEST = 6;
  private static final int LONGEST = 60;

  /** Endings that make a street of almost any word. */
  private static final String[] SURE_STREETS = {
    "strase", "strasse", "straße", "allee", "gasse", "chaussee", "promenade"
  };

  /** Endings that make a street of a word that is not in the dictionary. */
  private static final String[] LIKELY_STREETS = {
    "weg",
    "platz",
    "damm",
    "ufer",
    "ring",
    "stieg",
    "steig",
    "wall",
    "pfad",
    "str",
    "twiete",
    "graben",
    "markt",
    "brücke",
    "chausse",
    "gässchen",
    "zeile",
    "leite",
    "anger"
  };

  private static final String[] PLACES = {
    "burg", "hausen", "dorf", "heim", "stadt", "berg", "feld", "ingen", "hagen", "bach", "brück",
    "münde", "walde", "leben", "stedt", "rode", "kirchen", "hofen", "furt", "stein", "thal", "au"
  };

  private static final char[][] SURE = folded(SURE_STREETS);
  private static final char[][] LIKELY = folded(LIKELY_STREETS);
  private static final char[][] PLACE = folded(PLACES);
  private static final char[][] CUE_ENDS =
      folded(
          "telefonnummer",
          "rufnummer",
          "handynummer",
          "kontonummer",
          "kartennummer",
          "nummer",
          "kennwort",
          "passwort",
          "mailadresse",
          "adresse",
          "kennzeichen");
  private static final PiiType[] CUES = {
    PiiType.PHONE,
    PiiType.PHONE,
    PiiType.PHONE,
    PiiType.IBAN,
    PiiType.CREDIT_CARD,
    PiiType.CUSTOMER_ID,
    PiiType.PASSWORD,
    PiiType.PASSWORD,
    PiiType.EMAIL,
    PiiType.ADDRESS,
    PiiType.LICENCE_PLATE
  };
  private static final int LETTERS = 26;
  private static final boolean[] STREET_PAIRS = lastTwo(SURE_STREETS, LIKELY_STREETS);

  private WordParts() {}

  static boolean worthALook(int length) {
    return length >= SHORTEST && length <= LONGEST;
  }

  static long flags(Scan scan, int token, long known) {
    long flags = 0;
    int end = scan.end[token];
    boolean maybe = STREET_PAIRS[pair(scan.text[end - 2], scan.text[end - 1])];
    if (known != 0 && !maybe) {
      return 0;
    }
    if (maybe && endsWithAny(scan, token, SURE)) {
      flags |= Lex.STREET;
    } else if (maybe
        && (known & (Lex.WORD | Lex.STOP | Lex.UNIT)) == 0
        && endsWithAny(scan, token, LIKELY)) {
      flags |= Lex.STREET;
    }
    if (known == 0 && flags == 0 && contains(scan, token, "tausend")) {
      flags |= Lex.BIG;
    }
    return flags;
  }

  /** What a compound asks for by its last part, as in a number of a contract. */
  static long cues(Scan scan, int token) {
    char last = scan.text[scan.end[token] - 1];
    if (last != 'r' && last != 't' && last != 'e' && last != 'n') {
      return 0;
    }
    for (int i = 0; i < CUE_ENDS.length; i++) {
      if (endsWith(scan, token, CUE_ENDS[i])) {
        return Bits.of(CUES[i]);
      }
    }
    return 0;
  }

  static boolean surelyStreet(Scan scan, int token) {
    return worthALook(scan.width(token)) && endsWithAny(scan, token, SURE);
  }

  /** Whether a word that is not in the dictionary looks like a German place. */
  static boolean place(Scan scan, int token) {
    return worthALook(scan.width(token)) && endsWithAny(scan, token, PLACE);
  }

  /** Which last two letters the endings have. */
  private static boolean[] lastTwo(String[]... lists) {
    boolean[] pairs = new boolean[LETTERS * LETTERS];
    for (String[] list : lists) {
      for (String ending : list) {
        int length = ending.length();
        pairs[pair(ending.charAt(length - 2), ending.charAt(length - 1))] = true;
      }
    }
    return pairs;
  }

  private static int pair(char first, char second) {
    int a = Fold.of(first) - 'a';
    int b = Fold.of(second) - 'a';
    boolean letters = a >= 0 && a < LETTERS && b >= 0 && b < LETTERS;
    return letters ? a * LETTERS + b : 0;
  }

  private static char[][] folded(String... endings) {
    char[][] folded = new char[endings.length][];
    for (int i = 0; i < endings.length; i++) {
      folded[i] = endings[i].toCharArray();
      for (int k = 0; k < folded[i].length; k++) {
        folded[i][k] = Fold.of(folded[i][k]);
      }
    }
    return folded;
  }

  private static boolean endsWithAny(Scan scan, int token, char[][] endings) {
    char last = Fold.of(scan.text[scan.end[token] - 1]);
    for (char[] ending : endings) {
      if (ending[ending.length - 1] == last && endsWith(scan, token, ending)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(Scan scan, int token, char[] ending) {
    int at = scan.end[token] - ending.length;
    if (at <= scan.start[token]) {
      return false;
    }
    for (int i = ending.length - 2; i >= 0; i--) {
      if (Fold.of(scan.text[at + i]) != ending[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(Scan scan, int token, String part) {
    for (int at = scan.start[token]; at + part.length() <= scan.end[token]; at++) {
      int same = 0;
      while (same < part.length() && Fold.of(scan.text[at + same]) == part.charAt(same)) {
        same++;
      }
      if (same == part.length()) {
        return true;
      }
    }
    return false;
  }
}
