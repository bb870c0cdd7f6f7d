package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Proofs of one log, each in a logarithmic number of reads. */
final class Proofs {
  private final LedgerStore store;
  private final Entries entries;
  private final Tree tree;

  Proofs(LedgerStore store, Entries entries, Tree tree) {
    this.store = store;
    this.entries = entries;
    this.tree = tree;
  }

  Proof inclusion(LeafId id, Checkpoint checkpoint) {
    return inclusion(entry(id).index(), checkpoint);
  }

  TlogProof tlog(LeafId id, Checkpoint checkpoint) {
    Entry entry = entry(id);
    return new TlogProof(Bytes.of(Leaf.of(entry).data()), inclusion(entry.index(), checkpoint));
  }

  private Proof inclusion(long index, Checkpoint checkpoint) {
    return Proof.of(index, tree.inclusion(index, checkpoint.size()), checkpoint);
  }

  Proof consistency(long from, Checkpoint checkpoint) {
    if (from < 0 || from > checkpoint.size()) {
      throw new IllegalArgumentException("the log has " + checkpoint.size() + " entries");
    }
    List<byte[]> hashes = from == 0 ? List.of() : tree.consistency(from, checkpoint.size());
    return Proof.of(from, hashes, checkpoint);
  }

  Optional<Evidence> evidence(LeafId id, Supplier<Checkpoint> checkpoint) {
    Entry entry = entry(id);
    return entries
        .open(entry)
        .map(
            payload ->
                Evidence.of(Leaf.of(entry), payload, inclusion(entry.index(), checkpoint.get())));
  }

  /** Of several entries against one checkpoint; those whose content was erased are left out. */
  List<Evidence> evidence(List<LeafId> ids, Supplier<Checkpoint> checkpoint) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Checkpoint now = checkpoint.get();
    return ids.stream().flatMap(id -> evidence(id, () -> now).stream()).toList();
  }

  private Entry entry(LeafId id) {
    return store
        .entry(id.bytes())
        .orElseThrow(() -> new IllegalArgumentException("the log has no such entry"));
  }
}
