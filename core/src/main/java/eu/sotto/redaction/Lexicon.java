package eu.sotto.redaction;

/**
 * Words by hash, with what each can be. Only hashes are kept, 64 bits each: a chance hit needs
 * billions of words. Immutable after loading and thread-safe.
 */
final class Lexicon {
  private static final long SEED = 0xCBF29CE484222325L;
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  /** What an entry takes: its key, flags, cues and value, side by side. */
  private static final int WIDTH = 4;

  private final long[] table;
  private final int mask;

  private Lexicon(long[] table) {
    this.table = table;
    this.mask = table.length / WIDTH - 1;
  }

  private static final class Holder {
    static final Lexicon SHIPPED = LexiconFiles.load();
  }

  /** The dictionary that ships with the library, loaded on first use. */
  static Lexicon shipped() {
    return Holder.SHIPPED;
  }

  static long start() {
    return SEED;
  }

  static long add(long hash, char folded) {
    long next = (hash ^ folded) * PRIME;
    return next ^ (next >>> 29);
  }

  /** The hash of a word as the tokenizer would compute it. */
  static long hash(CharSequence word) {
    Hashes hashes = new Hashes();
    for (int i = 0; i < word.length(); i++) {
      hashes.add(word.charAt(i));
    }
    return hashes.plain;
  }

  /** The hashes of one word, letter by letter. */
  private static final class Hashes {
    private long plain = SEED;

    /** With the umlauts written as two letters. */
    private long spelledOut = SEED;

    void add(char c) {
      char folded = c == '\'' ? '\'' : Fold.of(c);
      if (folded == Fold.SHARP_S) {
        plain = Lexicon.add(Lexicon.add(plain, 's'), 's');
        spelledOut = Lexicon.add(Lexicon.add(spelledOut, 's'), 's');
      } else if (folded > Fold.SHARP_S) {
        plain = Lexicon.add(plain, folded);
        spelledOut = Lexicon.add(spelledOut, folded);
      }
      if (c == 'ä' || c == 'ö' || c == 'ü') {
        spelledOut = Lexicon.add(spelledOut, 'e');
      }
    }

    void clear() {
      plain = SEED;
      spelledOut = SEED;
    }
  }

  /** The entry of a hash, or -1. */
  int find(long hash) {
    int at = (int) (hash >>> 7) & mask;
    while (true) {
      long key = table[at * WIDTH];
      if (key == hash) {
        return at;
      }
      if (key == 0) {
        return -1;
      }
      at = (at + 1) & mask;
    }
  }

  long flags(int entry) {
    return entry < 0 ? 0 : table[entry * WIDTH + 1];
  }

  long cues(int entry) {
    return entry < 0 ? 0 : table[entry * WIDTH + 2];
  }

  int value(int entry) {
    return entry < 0 ? 0 : (int) table[entry * WIDTH + 3];
  }

  long flagsOf(String word) {
    return flags(find(hash(word)));
  }

  /** Collects entries. Not thread-safe. */
  static final class Builder {
    private static final int ENTRIES = 1 << 18;

    private final long[] table = new long[ENTRIES * WIDTH];
    private final Hashes hashes = new Hashes();
    private int size;

    /** Adds a word, and its form with the umlauts written as two letters. */
    void put(String word, long flag, long cue, int value) {
      hashes.clear();
      for (int i = 0; i < word.length(); i++) {
        hashes.add(word.charAt(i));
      }
      put(flag, cue, value);
    }

    /** Adds one word a line; lines that start with # are left out. */
    void putLines(String lines, long flag) {
      int start = 0;
      hashes.clear();
      for (int i = 0; i < lines.length(); i++) {
        char c = lines.charAt(i);
        if (c != '\n') {
          hashes.add(c);
          continue;
        }
        if (i > start && lines.charAt(start) != '#') {
          put(flag, 0, 0);
        }
        start = i + 1;
        hashes.clear();
      }
    }

    private void put(long flag, long cue, int value) {
      put(hashes.plain, flag, cue, value);
      if (hashes.spelledOut != hashes.plain) {
        put(hashes.spelledOut, flag, cue, value);
      }
    }

    private void put(long hash, long flag, long cue, int value) {
      int entry = entry(hash) * WIDTH;
      table[entry + 1] |= flag;
      table[entry + 2] |= cue;
      if (value != 0) {
        table[entry + 3] = value;
      }
    }

    private int entry(long hash) {
      if (size * 3L > ENTRIES * 2L) {
        throw new IllegalStateException("the dictionary is larger than its table");
      }
      int at = (int) (hash >>> 7) & ENTRIES - 1;
      while (table[at * WIDTH] != 0 && table[at * WIDTH] != hash) {
        at = (at + 1) & ENTRIES - 1;
      }
      if (table[at * WIDTH] == 0) {
        table[at * WIDTH] = hash;
        size++;
      }
      return at;
    }

    Lexicon build() {
      return new Lexicon(table);
    }
  }
}
