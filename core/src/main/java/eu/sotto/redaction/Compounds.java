package eu.sotto.redaction;

/** Knows a compound of ordinary words that no dictionary lists as one. Stateless. */
final class Compounds {
  private static final int SHORTEST_PART = 3;
  private static final int LONGEST = 40;
  private static final long PART = Lex.WORD | Lex.STOP | Lex.ORG | Lex.UNIT;

  private Compounds() {}

  /** Whether a word is two dictionary words joined, with or without a joint of one letter. */
  static boolean is(Scan scan, int token) {
    int start = scan.start[token];
    int end = scan.end[token];
    if (end - start > LONGEST) {
      return true;
    }
    Lexicon lexicon = Lexicon.shipped();
    long head = Lexicon.start();
    for (int cut = start; cut < end - SHORTEST_PART; cut++) {
      head = Lexicon.add(head, Fold.of(scan.text[cut]));
      boolean long3 = cut + 1 - start >= SHORTEST_PART;
      if (long3
          && word(lexicon, head)
          && (tail(lexicon, scan, cut + 1, end) || joint(scan, cut, end))) {
        return true;
      }
    }
    return false;
  }

  private static boolean joint(Scan scan, int cut, int end) {
    char joint = Fold.of(scan.text[cut + 1]);
    boolean letter = joint == 's' || joint == 'n' || joint == 'e';
    return letter && tail(Lexicon.shipped(), scan, cut + 2, end);
  }

  private static boolean tail(Lexicon lexicon, Scan scan, int from, int end) {
    if (end - from <= SHORTEST_PART) {
      return false;
    }
    long hash = Lexicon.start();
    for (int i = from; i < end; i++) {
      hash = Lexicon.add(hash, Fold.of(scan.text[i]));
    }
    long flags = lexicon.flags(lexicon.find(hash));
    return (flags & PART) != 0 && (flags & (Lex.NAME | Lex.RELATION)) == 0;
  }

  private static boolean word(Lexicon lexicon, long hash) {
    return (lexicon.flags(lexicon.find(hash)) & PART) != 0;
  }
}
