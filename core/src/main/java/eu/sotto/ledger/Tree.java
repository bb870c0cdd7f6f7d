package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.LedgerStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Proofs out of stored hashes, each in a logarithmic number of reads.
 *
 * <p>Each complete subtree's hash is stored once, in the order in which they become complete: a
 * leaf and then what it completes. So positions only grow, and the hash of level {@code l} ending
 * with leaf {@code n} lies {@code l} behind that leaf's.
 */
final class Tree {
  private final Nodes nodes;

  /** Where the hashes lie. */
  @FunctionalInterface
  interface Nodes {
    /** The hashes at these positions, in this order. */
    List<byte[]> at(List<Long> positions);
  }

  Tree(Nodes nodes) {
    this.nodes = nodes;
  }

  /** The tree of a stored log. */
  static Tree in(LedgerStore store) {
    return new Tree(at -> store.nodes(at).stream().map(Bytes::toArray).toList());
  }

  /** Where a leaf's hash lies; also the number of hashes of a tree of this size. */
  static long position(long leaf) {
    return 2 * leaf - Long.bitCount(leaf);
  }

  private static long position(int level, long lastLeaf) {
    return position(lastLeaf) + level;
  }

  Frontier frontier(long size) {
    return new Frontier(size, nodes.at(new Range(0, size).positions()));
  }

  byte[] root(long size) {
    return hashes(List.of(new Range(0, size))).get(0);
  }

  byte[] leaf(long index) {
    return nodes.at(List.of(position(index))).get(0);
  }

  List<byte[]> inclusion(long index, long size) {
    List<Range> path = new ArrayList<>();
    long low = 0;
    long high = size;
    while (high - low > 1) {
      long middle = low + split(high - low);
      if (index < middle) {
        path.add(0, new Range(middle, high));
        high = middle;
      } else {
        path.add(0, new Range(low, middle));
        low = middle;
      }
    }
    return hashes(path);
  }

  List<byte[]> consistency(long from, long to) {
    List<Range> path = new ArrayList<>();
    long low = 0;
    long high = to;
    while (high != from) {
      long middle = low + split(high - low);
      if (from <= middle) {
        path.add(0, new Range(middle, high));
        high = middle;
      } else {
        path.add(0, new Range(low, middle));
        low = middle;
      }
    }
    if (low > 0) {
      path.add(0, new Range(low, high));
    }
    return hashes(path);
  }

  /** The largest power of two smaller than the length. */
  private static long split(long length) {
    return Long.highestOneBit(length - 1);
  }

  private List<byte[]> hashes(List<Range> ranges) {
    List<Long> positions = new ArrayList<>();
    ranges.forEach(range -> positions.addAll(range.positions()));
    List<byte[]> found = nodes.at(positions);
    List<byte[]> hashes = new ArrayList<>(ranges.size());
    int next = 0;
    for (Range range : ranges) {
      int count = Long.bitCount(range.length());
      hashes.add(Frontier.fold(found.subList(next, next + count)));
      next += count;
    }
    return hashes;
  }

  /** Leaves from low to below high, where low is a multiple of a power of two not below length. */
  private record Range(long low, long high) {
    long length() {
      return high - low;
    }

    List<Long> positions() {
      List<Long> positions = new ArrayList<>();
      long end = low;
      for (long rest = length(); rest != 0; rest -= Long.highestOneBit(rest)) {
        long width = Long.highestOneBit(rest);
        end += width;
        positions.add(position(Long.numberOfTrailingZeros(width), end - 1));
      }
      return positions;
    }
  }
}
