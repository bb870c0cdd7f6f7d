package eu.sotto.redaction;

/**
 * Words by hash, with what each can be. Only hashes are kept, 64 bits each: a chance hit needs
 * billions of words. Immutable after loading and thread-safe.
 */
final class Lexicon {
  private static final long SEED = 0xCBF29CE484222325L;
  private static final long PRIME = 0x9E3779B97F4A7C15L;

  private final long[] keys;
  private final long[] flags;
  private final long[] cues;
  private final int[] values;
  private final int mask;

  private Lexicon(long[] keys, long[] flags, long[] cues, int[] values) {
    this.keys = keys;
    this.flags = flags;
    this.cues = cues;
    this.values = values;
    this.mask = keys.length - 1;
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
    while (keys[at] != 0) {
      if (keys[at] == hash) {
        return at;
      }
      at = (at + 1) & mask;
    }
    return -1;
  }

  long flags(int entry) {
    return entry < 0 ? 0 : flags[entry];
  }

  long cues(int entry) {
    return entry < 0 ? 0 : cues[entry];
  }

  int value(int entry) {
    return entry < 0 ? 0 : values[entry];
  }

  long flagsOf(String word) {
    return flags(find(hash(word)));
  }

  /** Collects entries. Not thread-safe. */
  static final class Builder {
    private final long[] keys = new long[1 << 18];
    private final long[] flags = new long[keys.length];
    private final long[] cues = new long[keys.length];
    private final int[] values = new int[keys.length];
    private int size;

    void put(String word, long flag, long cue, int value) {
      int entry = entry(hash(word));
      flags[entry] |= flag;
      cues[entry] |= cue;
      if (value != 0) {
        values[entry] = value;
      }
    }

    boolean has(String word, long flag) {
      return (flags[entry(hash(word))] & flag) != 0;
    }

    private int entry(long hash) {
      if (size * 3L > keys.length * 2L) {
        throw new IllegalStateException("the dictionary is larger than its table");
      }
      int at = (int) (hash >>> 7) & keys.length - 1;
      while (keys[at] != 0 && keys[at] != hash) {
        at = (at + 1) & keys.length - 1;
      }
      if (keys[at] == 0) {
        keys[at] = hash;
        size++;
      }
      return at;
    }

    Lexicon build() {
      return new Lexicon(keys, flags, cues, values);
    }
  }
}
