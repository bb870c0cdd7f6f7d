package eu.sotto.redaction;

import java.util.Arrays;

/** Small numbers by the hash of a word, without boxes. Used by one thread. */
final class HashCounts {
  private long[] keys = new long[32];
  private int[] values = new int[32];
  private int size;

  int size() {
    return size;
  }

  /** The number of a hash, or 0. */
  int get(long hash) {
    return values[slot(hash)];
  }

  /** Keeps the larger of the number that is there and this one, which is above 0. */
  void raise(long hash, int value) {
    int slot = slot(hash);
    if (keys[slot] == 0) {
      keys[slot] = hash;
      size++;
    }
    values[slot] = Math.max(values[slot], value);
    if (size * 2 > keys.length) {
      grow();
    }
  }

  private int slot(long hash) {
    int mask = keys.length - 1;
    int at = (int) (hash >>> 7) & mask;
    while (keys[at] != 0 && keys[at] != hash) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
    Arrays.fill(oldKeys, 0);
  }
}
