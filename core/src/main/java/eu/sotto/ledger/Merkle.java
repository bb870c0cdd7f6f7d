package eu.sotto.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * Hashes and proof checks of Merkle trees.
 *
 * <p>Source: RFC 6962, 2.1; RFC 9162, 2.1.3.2 and 2.1.4.2 (the checks).
 */
final class Merkle {
  static final int HASH_LENGTH = 32;

  private Merkle() {}

  static byte[] leaf(byte[] data) {
    MessageDigest digest = sha256();
    digest.update((byte) 0);
    return digest.digest(data);
  }

  static byte[] node(byte[] left, byte[] right) {
    MessageDigest digest = sha256();
    digest.update((byte) 1);
    digest.update(left);
    return digest.digest(right);
  }

  static byte[] emptyRoot() {
    return sha256().digest();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The root over leaves given by their hashes. */
  static byte[] root(List<byte[]> leaves) {
    Frontier frontier = new Frontier();
    leaves.forEach(frontier::append);
    return frontier.root();
  }

  /** Whether the proof shows that the leaf is at the index of the tree of this size and root. */
  static boolean includes(long index, long size, byte[] leaf, List<byte[]> proof, byte[] root) {
    if (index < 0 || index >= size || leaf.length != HASH_LENGTH || !wellFormed(proof)) {
      return false;
    }
    long fn = index;
    long sn = size - 1;
    byte[] hash = leaf;
    for (byte[] sibling : proof) {
      if (sn == 0) {
        return false;
      }
      if ((fn & 1) == 1 || fn == sn) {
        hash = node(sibling, hash);
        int shift = Long.numberOfTrailingZeros(fn);
        // With fn == 0 the sibling is on the left only if fn == sn == 0, which was refused above.
        fn >>>= shift;
        sn >>>= shift;
      } else {
        hash = node(hash, sibling);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    return sn == 0 && Arrays.equals(hash, root);
  }

  /** Whether the proof shows that the tree of the second size begins with the one of the first. */
  static boolean extendsTree(
      long from, long to, byte[] fromRoot, byte[] toRoot, List<byte[]> proof) {
    // Every tree extends the empty one, so a proof from it would say nothing.
    if (from < 1 || from > to || !wellFormed(proof)) {
      return false;
    }
    if (from == to) {
      return proof.isEmpty() && Arrays.equals(fromRoot, toRoot);
    }
    boolean complete = Long.bitCount(from) == 1;
    if (proof.isEmpty() && !complete) {
      return false;
    }
    byte[] start = complete ? fromRoot : proof.get(0);
    List<byte[]> siblings = proof.subList(complete ? 0 : 1, proof.size());
    List<byte[]> roots = climb(from, to, start, siblings);
    return roots.size() == 2
        && Arrays.equals(roots.get(0), fromRoot)
        && Arrays.equals(roots.get(1), toRoot);
  }

  /** The two roots that the siblings lead to; none if there are too few or too many. */
  private static List<byte[]> climb(long from, long to, byte[] start, List<byte[]> siblings) {
    int shift = Long.numberOfTrailingZeros(~(from - 1));
    long fn = (from - 1) >>> shift;
    long sn = (to - 1) >>> shift;
    byte[] first = start;
    byte[] second = start;
    for (byte[] sibling : siblings) {
      if (sn == 0) {
        return List.of();
      }
      if ((fn & 1) == 1 || fn == sn) {
        first = node(sibling, first);
        second = node(sibling, second);
        while ((fn & 1) == 0 && fn != 0) {
          fn >>>= 1;
          sn >>>= 1;
        }
      } else {
        second = node(second, sibling);
      }
      fn >>>= 1;
      sn >>>= 1;
    }
    return sn == 0 ? List.of(first, second) : List.of();
  }

  private static boolean wellFormed(List<byte[]> proof) {
    return proof.size() <= Long.SIZE && proof.stream().allMatch(h -> h.length == HASH_LENGTH);
  }
}
