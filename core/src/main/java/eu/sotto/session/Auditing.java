package eu.sotto.session;

import eu.sotto.crypto.CryptoException;
import eu.sotto.crypto.FileSlot;
import eu.sotto.crypto.RootKey;
import eu.sotto.ledger.Anchor;
import eu.sotto.ledger.Ledger;
import eu.sotto.ledger.LogAudit;
import eu.sotto.ledger.Trust;
import eu.sotto.ledger.Verification;
import eu.sotto.store.SqliteKeyStore;
import eu.sotto.store.SqliteLedgerStore;
import eu.sotto.store.StoreDirectory;
import eu.sotto.store.StoreException;
import eu.sotto.store.StoreException.Fault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A store that is looked at and not used; with its keys or without them. */
public final class Auditing implements AutoCloseable {
  private static final String LEDGER = "ledger.db";

  private final Stores stores;
  private final StoreDirectory directory;
  private final SqliteLedgerStore store;
  private final @Nullable KeyFolder keys;
  private final Trust trust;
  private final LogAudit log;
  private @Nullable Ledger opened;

  private Auditing(Stores stores, StoreDirectory directory, @Nullable KeyFolder keys, Trust trust) {
    this.stores = stores;
    this.directory = directory;
    this.keys = keys;
    this.trust = trust;
    this.store = stores.add(SqliteLedgerStore.open(directory));
    Anchor anchor = keys == null ? Anchor.none() : Anchor.file(keys.anchor());
    this.log = LogAudit.of(store, trust, anchor);
  }

  /**
   * Looks at a store from outside.
   *
   * @param directory the store's directory
   * @param trust whose checkpoints are believed
   * @return the audit
   * @throws StoreException if there is no store, or it is in use
   */
  public static Auditing withoutKeys(Path directory, Trust trust) {
    return open(directory, null, trust);
  }

  /**
   * Looks at a store with its keys.
   *
   * @param directory the store's directory
   * @param keyFolder the folder of key folders; null for the user's own
   * @return the audit
   * @throws StoreException if there is no store, its keys are not there, or it is in use
   */
  public static Auditing withKeys(Path directory, @Nullable Path keyFolder) {
    requireLedger(directory);
    Path parent = keyFolder == null ? KeyFolder.defaultParent() : keyFolder;
    KeyFolder keys =
        KeyFolder.existing(directory, parent)
            .orElseThrow(() -> new StoreException(Fault.NO_ROOT_KEY, "the store", null));
    return open(directory, keys, keys.exportedTrust());
  }

  private static Auditing open(Path directory, @Nullable KeyFolder keys, Trust trust) {
    requireLedger(directory);
    Stores stores = new Stores();
    try {
      return new Auditing(stores, stores.add(StoreDirectory.open(directory)), keys, trust);
    } catch (RuntimeException | Error e) {
      stores.close();
      throw e;
    }
  }

  /** Opening makes what is absent, and an audit must not. */
  private static void requireLedger(Path directory) {
    if (!Files.isRegularFile(directory.resolve(LEDGER))) {
      throw new StoreException(Fault.FOREIGN, "the folder", null);
    }
  }

  /**
   * The log from outside.
   *
   * @return tree, checkpoints and proofs
   */
  public LogAudit log() {
    return log;
  }

  /**
   * Whose checkpoints are believed.
   *
   * @return the public key, and the changes since
   */
  public Trust trust() {
    return trust;
  }

  /**
   * Whether payloads can be opened.
   *
   * @return true if the keys are there
   */
  public boolean hasKeys() {
    return keys != null;
  }

  /**
   * Checks the tree, then opens every payload that can be opened.
   *
   * @param progress told the number of entries checked
   * @return what was found
   * @throws IllegalStateException if the keys are not there
   */
  public Verification verifyPayloads(LongConsumer progress) {
    KeyFolder present = keys;
    if (present == null) {
      throw new IllegalStateException("payloads are not opened without keys");
    }
    Verification tree = log.verify(progress);
    if (!tree.intact()) {
      return tree;
    }
    Ledger ledger = opened;
    if (ledger == null) {
      ledger = ledger(present);
      opened = ledger;
    }
    return ledger.verify(true, progress);
  }

  private Ledger ledger(KeyFolder present) {
    try {
      RootKey root = stores.add(present.rootKey(false));
      SqliteKeyStore keyStore = stores.add(SqliteKeyStore.open(directory));
      InstantSource clock = InstantSource.system();
      stores.vault(Opening.vault(root, keyStore, FileSlot.open(present.slot()), clock));
      Ledger ledger = Ledgers.open(store, stores, present, clock);
      stores.ledger(ledger);
      return ledger;
    } catch (CryptoException e) {
      throw KeyFolder.fault(e);
    }
  }

  @Override
  public void close() {
    stores.close();
  }
}
