package eu.sotto.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The right edge of a growing tree: the roots of its complete subtrees. Not thread-safe. */
final class Frontier {
  private final List<byte[]> roots;
  private long size;

  Frontier() {
    this(0, List.of());
  }

  /** With the roots of the complete subtrees, the largest first. */
  Frontier(long size, List<byte[]> roots) {
    if (roots.size() != Long.bitCount(size)) {
      throw new IllegalArgumentException("a tree has one complete subtree per bit of its size");
    }
    this.size = size;
    this.roots = new ArrayList<>(roots);
  }

  Frontier copy() {
    return new Frontier(size, roots);
  }

  long size() {
    return size;
  }

  /**
   * Adds a leaf; returns the hashes that are complete with it, one after the other, its own first.
   */
  byte[] append(byte[] leaf) {
    int levels = Long.numberOfTrailingZeros(~size);
    byte[] completed = Arrays.copyOf(leaf, (levels + 1) * Merkle.HASH_LENGTH);
    byte[] hash = leaf;
    for (int level = 1; level <= levels; level++) {
      hash = Merkle.node(roots.remove(roots.size() - 1), hash);
      System.arraycopy(hash, 0, completed, level * Merkle.HASH_LENGTH, Merkle.HASH_LENGTH);
    }
    roots.add(hash);
    size++;
    return completed;
  }

  byte[] root() {
    return fold(roots);
  }

  /** The root over neighbouring complete subtrees, the largest first. */
  static byte[] fold(List<byte[]> subtrees) {
    if (subtrees.isEmpty()) {
      return Merkle.emptyRoot();
    }
    byte[] hash = subtrees.get(subtrees.size() - 1);
    for (int i = subtrees.size() - 2; i >= 0; i--) {
      hash = Merkle.node(subtrees.get(i), hash);
    }
    return hash;
  }
}
