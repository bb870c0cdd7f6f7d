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
    long hash = SEED;
    for (int i = 0; i < word.length(); i++) {
      char folded = word.charAt(i) == '\'' ? '\'' : Fold.of(word.charAt(i));
      if (folded == Fold.SHARP_S) {
        hash = add(add(hash, 's'), 's');
      } else if (folded > Fold.SHARP_S) {
        hash = add(hash, folded);
      }
    }
    return hash;
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
    private int size;

    void put(String word, long flag, long cue, int value) {
      put(hash(word), flag, cue, value);
    }

    void put(long hash, long flag, long cue, int value) {
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
