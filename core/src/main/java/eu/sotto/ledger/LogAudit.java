package eu.sotto.ledger;

import eu.sotto.crypto.Bytes;
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
 * Looks at a log from outside, with its public key and the recorded changes of that alone: tree and
 * checkpoints, no content. It writes nothing. Thread-safe.
 */
public final class LogAudit {
  private final LedgerStore store;
  private final String firstOrigin;
  private final Trust trust;
  private final Notary notary;

  private LogAudit(LedgerStore store, String firstOrigin, Trust trust, Anchor anchor) {
    this.store = store;
    this.firstOrigin = firstOrigin;
    this.trust = trust;
    this.notary = new Notary(checkpoint -> trust.covers(checkpoint, firstOrigin), anchor);
  }

  /**
   * Looks at a log.
   *
   * @param store where it lies
   * @param trust whose checkpoints are believed
   * @param anchor where its newest checkpoint was kept apart from it, if anywhere
   * @return the audit
   * @throws StoreException {@link Fault#FOREIGN} if the store holds no log
   */
  public static LogAudit of(LedgerStore store, Trust trust, Anchor anchor) {
    Map<String, String> properties = store.properties();
    if (properties.isEmpty()) {
      throw new StoreException(Fault.FOREIGN, store.name(), null);
    }
    String firstOrigin = Identity.read(store, properties).origin();
    return new LogAudit(store, firstOrigin, trust, anchor);
  }

  /**
   * The log's name in its checkpoints.
   *
   * @return the origin
   */
  public String origin() {
    return trust.origin().orElse(firstOrigin);
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
    Verification found =
        new Verifier(store, notary, Optional.empty(), this::known, progress).verify();
    if (found.intact() && notary.anchor().newest().isPresent() && notary.anchored().isEmpty()) {
      return bad(found, "the anchor is not signed with the key and name of its size");
    }
    if (found.intact() && store.size() > 0 && newest().isEmpty()) {
      return bad(found, "no checkpoint signs the log");
    }
    Optional<Evidence> strange =
        trust.changes().stream().filter(change -> !inLog(change)).findFirst();
    return found.intact() && strange.isPresent()
        ? bad(found, strange.get().inclusion().from(), "a change of key or name is another log's")
        : found;
  }

  private boolean known(Entry entry) {
    return trust.changes().stream()
        .anyMatch(
            change ->
                change.inclusion().from() == entry.index()
                    && change.leaf().equals(Hash.of(Leaf.of(entry).hash())));
  }

  /** Whether a change stands in this tree, behind the tree that it says it follows. */
  private boolean inLog(Evidence change) {
    long size = Succession.number(change.shown(), "size");
    return store.entries(change.inclusion().from(), 1).stream().anyMatch(this::known)
        && Hash.of(Tree.in(store).root(size)).toString().equals(change.shown().get("root"));
  }

  private static Verification bad(Verification found, String what) {
    return bad(found, Math.max(0, found.entries() - 1), what);
  }

  private static Verification bad(Verification found, long index, String what) {
    var finding = new Verification.Finding(index, what);
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
    if (!exported.verifies(trust)) {
      throw new StoreException(Fault.TAMPERED, store.name(), null);
    }
    return exported;
  }
}
