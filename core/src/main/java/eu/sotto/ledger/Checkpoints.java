package eu.sotto.ledger;

import eu.sotto.crypto.CryptoException;
import eu.sotto.crypto.KeyVault;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.LedgerStore.Note;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import eu.sotto.vocabulary.PrivacyException;
import java.util.Arrays;
import java.util.Optional;

/** Makes, keeps and anchors a log's checkpoints, and holds the log to them when it is opened. */
final class Checkpoints {
  private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());

  private final LedgerStore store;
  private final KeyVault vault;
  private final Identity identity;
  private final Options options;
  private final Notary notary;

  Checkpoints(LedgerStore store, KeyVault vault, Identity identity, Options options) {
    this.store = store;
    this.vault = vault;
    this.identity = identity;
    this.options = options;
    this.notary =
        new Notary(
            identity.origin(), () -> vault.verifierKey(identity.signing()), options.anchor());
  }

  Notary notary() {
    return notary;
  }

  /** Who the log is; refuses an empty store where another log was anchored. */
  static Identity identity(LedgerStore store, KeyVault vault, Options options) {
    if (store.properties().isEmpty() && options.anchor().newest().isPresent()) {
      throw new StoreException(Fault.ROLLED_BACK, store.name(), null);
    }
    try {
      Identity identity = Identity.of(store, vault, options);
      vault.verifierKey(identity.signing());
      return identity;
    } catch (CryptoException e) {
      throw new EventRefused("the log's keys do not answer", e);
    }
  }

  /** The newest kept checkpoint and the anchor must both be of this log's past. */
  void refuseRollback(Tree tree) {
    long size = store.size();
    Optional<Checkpoint> kept = store.newestCheckpoint().map(Note::text).map(this::checked);
    kept.ifPresent(checkpoint -> require(holds(checkpoint, tree, size), Fault.TAMPERED));
    Optional<Checkpoint> anchored = options.anchor().newest().map(this::checked);
    anchored.ifPresent(checkpoint -> require(holds(checkpoint, tree, size), Fault.ROLLED_BACK));
    if (anchored.isEmpty()) {
      options.anchor().keep(make(size, tree.root(size), kept).toNote());
    }
  }

  /** Whether the log's first entries are those of the checkpoint. */
  static boolean holds(Checkpoint checkpoint, Tree tree, long size) {
    return checkpoint.size() <= size
        && Arrays.equals(tree.root(checkpoint.size()), checkpoint.root().toArray());
  }

  private Checkpoint checked(String note) {
    Optional<Checkpoint> checkpoint = notary.verified(note);
    require(checkpoint.isPresent(), Fault.TAMPERED);
    return checkpoint.orElseThrow();
  }

  private void require(boolean condition, Fault fault) {
    if (!condition) {
      throw new StoreException(fault, store.name(), null);
    }
  }

  /** Makes, keeps and anchors a checkpoint, unless the newest one is of that size. */
  Checkpoint make(long size, byte[] root) {
    Checkpoint checkpoint =
        make(size, root, store.newestCheckpoint().map(Note::text).flatMap(notary::verified));
    options.anchor().keep(checkpoint.toNote());
    return checkpoint;
  }

  private Checkpoint make(long size, byte[] root, Optional<Checkpoint> newest) {
    if (newest.isPresent() && newest.get().size() == size) {
      return newest.get();
    }
    Checkpoint made =
        SignedNote.sign(
            identity.origin(),
            size,
            Hash.of(root),
            options.clock().instant(),
            vault.signer(identity.signing()));
    store.keepCheckpoint(size, made.toNote());
    return made;
  }

  /** As {@link #make}, but a fault is logged; returns whether it worked. */
  boolean anchor(long size, byte[] root) {
    try {
      make(size, root);
      return true;
    } catch (PrivacyException | CryptoException e) {
      LOG.log(System.Logger.Level.WARNING, "the log could not be anchored", e);
      return false;
    }
  }
}
