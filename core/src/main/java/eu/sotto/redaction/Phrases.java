package eu.sotto.redaction;

import java.util.Arrays;

/** Sequences of words that mean something together. Immutable after loading and thread-safe. */
final class Phrases {
  /** What a phrase says. */
  enum Kind {
    /** A name follows for sure. */
    NAME_FOLLOWS,
    /** A name may follow. */
    NAME_MAY_FOLLOW,
    /** A name of the dictionary may follow. */
    NAME_LINKED,
    /** A given name may follow. */
    NAME_GREETED,
    /** A name stood before. */
    NAME_BEFORE,
    /** A question or statement about one kind of personal data. */
    CUE,
    /** Something that must not be taken for a name or number. */
    PLAIN,
    /** Ends an answer: what follows is other talk. */
    NO_ANSWER
  }

  /** One phrase: the hashes of its words, what it says and about what. */
  static final class Phrase {
    private final long[] words;
    private final Kind kind;
    private final long cue;

    private Phrase(long[] words, Kind kind, long cue) {
      this.words = words;
      this.kind = kind;
      this.cue = cue;
    }

    int length() {
      return words.length;
    }

    Kind kind() {
      return kind;
    }

    long cue() {
      return cue;
    }
  }

  private static final int SLOTS = 1 << 12;
  private static final Phrase[] NONE = {};

  private final long[] firsts = new long[SLOTS];
  private final Phrase[][] lists = new Phrase[SLOTS][];

  private Phrases() {}

  private static final class Holder {
    static final Phrases SHIPPED = load();
  }

  static Phrases shipped() {
    return Holder.SHIPPED;
  }

  /** The longest phrase that starts at a token, or null. */
  @org.jspecify.annotations.Nullable
  Phrase at(Scan scan, int token) {
    int slot = slot(scan.hash[token]);
    if (firsts[slot] == 0) {
      return null;
    }
    for (Phrase phrase : lists[slot]) {
      if (matches(phrase, scan, token)) {
        return phrase;
      }
    }
    return null;
  }

  private static boolean matches(Phrase phrase, Scan scan, int token) {
    long[] words = phrase.words;
    if (token + words.length > scan.size) {
      return false;
    }
    for (int i = 1; i < words.length; i++) {
      if (scan.hash[token + i] != words[i]) {
        return false;
      }
    }
    return true;
  }

  static void markStarts(Lexicon.Builder builder, String line) {
    for (String phrase : line.substring(line.indexOf(':') + 1).split("\\|", -1)) {
      builder.put(phrase.trim().split(" ", -1)[0], Lex.PHRASE, 0, 0);
    }
  }

  private static Phrases load() {
    Phrases phrases = new Phrases();
    LexiconFiles.lines("phrases.txt", phrases::add);
    for (Phrase[] list : phrases.lists) {
      if (list != null) {
        Arrays.sort(list, (a, b) -> Integer.compare(b.length(), a.length()));
      }
    }
    return phrases;
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    String[] head = line.substring(0, colon).split(" ", -1);
    long cue = 0;
    for (int i = 1; i < head.length; i++) {
      cue |= Bits.of(PiiType.valueOf(head[i].substring(1)));
    }
    for (String text : line.substring(colon + 1).split("\\|", -1)) {
      String[] parts = text.trim().split("\\s+", -1);
      long[] words = new long[parts.length];
      for (int i = 0; i < parts.length; i++) {
        words[i] = Lexicon.hash(parts[i]);
      }
      add(new Phrase(words, Kind.valueOf(head[0]), cue));
    }
  }

  private void add(Phrase phrase) {
    int slot = slot(phrase.words[0]);
    Phrase[] list = firsts[slot] == 0 ? NONE : lists[slot];
    firsts[slot] = phrase.words[0];
    lists[slot] = Arrays.copyOf(list, list.length + 1);
    lists[slot][list.length] = phrase;
  }

  /** Where the phrases lie that start with a word, or a free place. */
  private int slot(long first) {
    int at = (int) (first >>> 7) & SLOTS - 1;
    while (firsts[at] != 0 && firsts[at] != first) {
      at = (at + 1) & SLOTS - 1;
    }
    return at;
  }
}
