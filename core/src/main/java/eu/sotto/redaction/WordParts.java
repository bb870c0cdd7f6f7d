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

  private WordParts() {}

  static boolean worthALook(int length) {
    return length >= SHORTEST && length <= LONGEST;
  }

  static long flags(Scan scan, int token, long known) {
    long flags = 0;
    if (endsWithAny(scan, token, SURE_STREETS)) {
      flags |= Lex.STREET;
    } else if ((known & (Lex.WORD | Lex.STOP | Lex.UNIT)) == 0
        && endsWithAny(scan, token, LIKELY_STREETS)) {
      flags |= Lex.STREET;
    }
    if (known == 0 && flags == 0 && contains(scan, token, "tausend")) {
      flags |= Lex.BIG;
    }
    return flags;
  }

  static boolean surelyStreet(Scan scan, int token) {
    return worthALook(scan.width(token)) && endsWithAny(scan, token, SURE_STREETS);
  }

  /** Whether a word that is not in the dictionary looks like a German place. */
  static boolean place(Scan scan, int token) {
    return worthALook(scan.width(token)) && endsWithAny(scan, token, PLACES);
  }

  private static boolean endsWithAny(Scan scan, int token, String[] endings) {
    for (String ending : endings) {
      if (endsWith(scan, token, ending)) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsWith(Scan scan, int token, String ending) {
    int at = scan.end[token] - ending.length();
    if (at <= scan.start[token]) {
      return false;
    }
    for (int i = ending.length() - 1; i >= 0; i--) {
      if (Fold.of(scan.text[at + i]) != Fold.of(ending.charAt(i))) {
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
