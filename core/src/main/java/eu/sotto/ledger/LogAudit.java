package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.VerifierKey;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Entry;
import eu.sotto.store.Note;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Looks at a log from outside, with its public key alone: tree and checkpoints, no content. It
 * writes nothing. Thread-safe.
 */
public final class LogAudit {
  private final LedgerStore store;
  private final String origin;
  private final VerifierKey key;
  private final Notary notary;

  private LogAudit(LedgerStore store, String origin, VerifierKey key, Anchor anchor) {
    this.store = store;
    this.origin = origin;
    this.key = key;
    this.notary = new Notary(this::signed, anchor);
  }

  private boolean signed(Checkpoint checkpoint) {
    return checkpoint.origin().equals(origin) && checkpoint.signedBy(key);
  }

  /**
   * Looks at a log.
   *
   * @param store where it lies
   * @param key the key that signs its checkpoints, from a source of your own
   * @param anchor where its newest checkpoint was kept apart from it, if anywhere
   * @return the audit
   * @throws StoreException {@link Fault#FOREIGN} if the store holds no log
   */
  public static LogAudit of(LedgerStore store, VerifierKey key, Anchor anchor) {
    Map<String, String> properties = store.properties();
    if (properties.isEmpty()) {
      throw new StoreException(Fault.FOREIGN, store.name(), null);
    }
    String origin = Identity.read(store, properties).origin();
    return new LogAudit(store, origin, key, anchor);
  }

  /**
   * The log's name in its checkpoints.
   *
   * @return the origin
   */
  public String origin() {
    return origin;
  }

  /**
   * The number of entries.
   *
   * @return zero or more
   */
  public long size() {
    return store.size();
  }

  /**
   * How many entries, from the first, the newest kept checkpoint signs for. Those after it are
   * bound to each other, but not yet to the key.
   *
   * @return the number; zero if no checkpoint is signed with the key
   */
  public long signedSize() {
    return newest().map(Checkpoint::size).orElse(0L);
  }

  private Optional<Checkpoint> newest() {
    return store.newestCheckpoint().map(Note::text).flatMap(notary::verified);
  }

  /**
   * Checks every leaf against the tree, and the tree against every checkpoint and the anchor; names
   * the first bad entry. Memory is constant.
   *
   * @param progress told the number of entries checked, every few hundred entries
   * @return what was found
   * @throws StoreException if the store fails
   */
  public Verification verify(LongConsumer progress) {
    Verification found = new Verifier(store, notary, Optional.empty(), progress).verify();
    if (found.intact() && notary.anchor().newest().isPresent() && notary.anchored().isEmpty()) {
      return bad(found, "the anchor is not signed with this key");
    }
    if (found.intact() && store.size() > 0 && newest().isEmpty()) {
      return bad(found, "no checkpoint signs the log");
    }
    return found;
  }

  private static Verification bad(Verification found, String what) {
    var finding = new Verification.Finding(Math.max(0, found.entries() - 1), what);
    return new Verification(
        found.entries(), found.opened(), found.erased(), found.destroyed(), Optional.of(finding));
  }

  /**
   * Proves that an entry is in the log, against the newest kept checkpoint.
   *
   * @param index the entry's place, from 0
   * @return the proof
   * @throws IllegalArgumentException if there is no such entry, or no checkpoint covers it yet
   * @throws StoreException {@link Fault#TAMPERED} if the proof does not lead to the checkpoint
   */
  public TlogProof proof(long index) {
    List<Entry> found = index < 0 ? List.of() : store.entries(index, 1);
    if (found.isEmpty() || found.get(0).index() != index) {
      throw new IllegalArgumentException("the log has no such entry");
    }
    return proof(found.get(0));
  }

  /**
   * Proves that an entry is in the log, against the newest kept checkpoint.
   *
   * @param id the entry's random id
   * @return the proof
   * @throws IllegalArgumentException if there is no such entry, or no checkpoint covers it yet
   * @throws StoreException {@link Fault#TAMPERED} if the proof does not lead to the checkpoint
   */
  public TlogProof proof(LeafId id) {
    return proof(
        store
            .entry(id.bytes())
            .orElseThrow(() -> new IllegalArgumentException("the log has no such entry")));
  }

  private TlogProof proof(Entry entry) {
    Checkpoint checkpoint =
        newest()
            .filter(signed -> signed.size() > entry.index())
            .orElseThrow(() -> new IllegalArgumentException("no checkpoint signs that entry yet"));
    Tree tree = Tree.in(store);
    Proof proof =
        Proof.of(entry.index(), tree.inclusion(entry.index(), checkpoint.size()), checkpoint);
    TlogProof exported = new TlogProof(Bytes.of(Leaf.of(entry).data()), proof);
    if (!exported.verifies(key)) {
      throw new StoreException(Fault.TAMPERED, store.name(), null);
    }
    return exported;
  }
}
