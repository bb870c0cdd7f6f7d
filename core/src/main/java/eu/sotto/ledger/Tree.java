package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Proofs out of stored hashes, each in a logarithmic number of reads. Each complete subtree's hash
 * is stored once, with the leaf that completes it.
 */
final class Tree {
  private final Nodes nodes;

  /** Where a hash lies: the last leaf of its subtree, and the subtree's height. */
  record Place(long leaf, int level) {}

  /** Where the hashes lie. */
  @FunctionalInterface
  interface Nodes {
    /** The hashes at these places, in this order. */
    List<byte[]> at(List<Place> places);
  }

  Tree(Nodes nodes) {
    this.nodes = nodes;
  }

  /** The tree of a stored log. */
  static Tree in(LedgerStore store) {
    return new Tree(places -> in(store, places));
  }

  private static List<byte[]> in(LedgerStore store, List<Place> places) {
    List<Bytes> rows = store.hashes(places.stream().map(Place::leaf).toList());
    List<byte[]> hashes = new ArrayList<>(places.size());
    for (int i = 0; i < places.size(); i++) {
      byte[] row = rows.get(i).toArray();
      int from = places.get(i).level() * Merkle.HASH_LENGTH;
      if (row.length < from + Merkle.HASH_LENGTH) {
        throw new StoreException(Fault.TAMPERED, store.name(), null);
      }
      hashes.add(Arrays.copyOfRange(row, from, from + Merkle.HASH_LENGTH));
    }
    return hashes;
  }

  Frontier frontier(long size) {
    return new Frontier(size, nodes.at(new Range(0, size).places()));
  }

  byte[] root(long size) {
    return hashes(List.of(new Range(0, size))).get(0);
  }

  byte[] leaf(long index) {
    return nodes.at(List.of(new Place(index, 0))).get(0);
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
    List<Place> places = new ArrayList<>();
    ranges.forEach(range -> places.addAll(range.places()));
    List<byte[]> found = nodes.at(places);
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

    List<Place> places() {
      List<Place> places = new ArrayList<>();
      long end = low;
      for (long rest = length(); rest != 0; rest -= Long.highestOneBit(rest)) {
        long width = Long.highestOneBit(rest);
        end += width;
        places.add(new Place(end - 1, Long.numberOfTrailingZeros(width)));
      }
      return places;
    }
  }
}
