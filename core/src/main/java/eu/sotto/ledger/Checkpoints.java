package eu.sotto.ledger;

import eu.sotto.crypto.CryptoException;
import eu.sotto.crypto.KeyVault;
import eu.sotto.crypto.VerifierKey;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.Note;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import eu.sotto.vocabulary.PrivacyException;
import java.util.Arrays;
import java.util.Optional;

/** Makes, keeps and anchors a log's checkpoints, and holds the log to them when it is opened. */
final class Checkpoints {
  private static final System.Logger LOG = System.getLogger(Checkpoints.class.getName());

  private final LedgerStore store;
  private final Options options;
  private final Eras eras;
  private final Notary notary;

  Checkpoints(LedgerStore store, KeyVault vault, Identity identity, Options options) {
    this.store = store;
    this.options = options;
    this.eras = new Eras(store, vault, identity);
    this.notary = new Notary(eras::signed, options.anchor());
  }

  Notary notary() {
    return notary;
  }

  Eras eras() {
    return eras;
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

  VerifierKey verifierKey() {
    return eras.verifierKey();
  }

  /**
   * The newest kept checkpoint must be of this log's past, and so must the anchor unless it is what
   * the log is restored from.
   */
  void refuse(Tree tree, boolean restoring) {
    long size = store.size();
    Optional<Checkpoint> kept = kept(tree, size);
    if (restoring) {
      return;
    }
    Optional<Checkpoint> anchored = options.anchor().newest().map(this::checked);
    anchored.ifPresent(checkpoint -> require(holds(checkpoint, tree, size), Fault.ROLLED_BACK));
    if (anchored.isEmpty()) {
      options.anchor().keep(make(size, tree.root(size), kept).toNote());
    }
  }

  /** The newest kept checkpoint, which must hold whatever happened to the anchor. */
  private Optional<Checkpoint> kept(Tree tree, long size) {
    Optional<Checkpoint> kept = store.newestCheckpoint().map(Note::text).map(this::checked);
    kept.ifPresent(checkpoint -> require(holds(checkpoint, tree, size), Fault.TAMPERED));
    return kept;
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
    eras.refresh();
    Checkpoint checkpoint =
        make(size, root, store.newestCheckpoint().map(Note::text).flatMap(notary::verified));
    keepAnchored(checkpoint.toNote());
    return checkpoint;
  }

  /** A proof that needs no new checkpoint costs no force. */
  private void keepAnchored(String note) {
    if (!options.anchor().newest().equals(Optional.of(note))) {
      options.anchor().keep(note);
    }
  }

  private Checkpoint make(long size, byte[] root, Optional<Checkpoint> newest) {
    if (newest.isPresent() && newest.get().size() == size) {
      return newest.get();
    }
    Checkpoint made =
        SignedNote.sign(
            eras.originAt(size),
            size,
            Hash.of(root),
            options.clock().instant(),
            eras.signerAt(size));
    store.keepCheckpoint(size, made.toNote());
    return made;
  }

  /** Makes a checkpoint, but a fault is only logged; returns whether it worked. */
  static boolean anchor(Runnable making) {
    try {
      making.run();
      return true;
    } catch (PrivacyException | CryptoException e) {
      LOG.log(System.Logger.Level.WARNING, "the log could not be anchored", e);
      return false;
    }
  }
}
