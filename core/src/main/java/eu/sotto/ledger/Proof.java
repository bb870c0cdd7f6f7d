package eu.sotto.ledger;

import java.util.List;
import java.util.Objects;

/**
 * The hashes that lead from something known to the root of a checkpoint. Immutable and thread-safe.
 *
 * <p>Source: RFC 6962, 2.1.1 and 2.1.2.
 *
 * @param from for inclusion the entry's index; for consistency the earlier size
 * @param hashes the siblings on the way, from the bottom
 * @param checkpoint the signed checkpoint that it leads to
 */
public record Proof(long from, List<Hash> hashes, Checkpoint checkpoint) {
  /** Copies the hashes. */
  public Proof {
    hashes = List.copyOf(hashes);
    Objects.requireNonNull(checkpoint, "checkpoint");
  }

  static Proof of(long from, List<byte[]> hashes, Checkpoint checkpoint) {
    return new Proof(from, hashes.stream().map(Hash::of).toList(), checkpoint);
  }

  private List<byte[]> arrays() {
    return hashes.stream().map(Hash::toArray).toList();
  }

  /**
   * Whether this shows that an entry is in the checkpointed log; the checkpoint's signature is not
   * looked at.
   *
   * @param leaf the entry's leaf hash
   * @return true only if the proof leads from that leaf at that index to the root
   */
  public boolean includes(Hash leaf) {
    return Merkle.includes(
        from, checkpoint.size(), leaf.toArray(), arrays(), checkpoint.root().toArray());
  }

  /**
   * Whether this shows that the checkpointed log begins with all of an earlier one; signatures are
   * not looked at.
   *
   * @param earlier the earlier checkpoint; one of an empty log is extended by every log
   * @return true only if nothing before was changed or dropped
   */
  public boolean extendsFrom(Checkpoint earlier) {
    if (!earlier.origin().equals(checkpoint.origin()) || earlier.size() != from) {
      return false;
    }
    if (from == 0) {
      return hashes.isEmpty() && earlier.root().equals(Hash.of(Merkle.emptyRoot()));
    }
    return Merkle.extendsTree(
        from, checkpoint.size(), earlier.root().toArray(), checkpoint.root().toArray(), arrays());
  }
}
