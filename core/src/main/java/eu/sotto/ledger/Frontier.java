package eu.sotto.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

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

  /** Takes another's state. */
  void reset(Frontier other) {
    roots.clear();
    roots.addAll(other.roots);
    size = other.size;
  }

  long size() {
    return size;
  }

  /** Adds a leaf; the consumer gets each hash that is complete with it, in order of position. */
  void append(byte[] leaf, Consumer<byte[]> completed) {
    byte[] hash = leaf;
    completed.accept(hash);
    for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
      hash = Merkle.node(roots.remove(roots.size() - 1), hash);
      completed.accept(hash);
    }
    roots.add(hash);
    size++;
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
