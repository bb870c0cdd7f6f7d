package eu.sotto.session;

import eu.sotto.crypto.FileSlot;
import eu.sotto.crypto.RootKey;
import eu.sotto.records.Records;
import eu.sotto.store.SqliteKeyStore;
import eu.sotto.store.StoreDirectory;
import java.nio.file.Files;
import java.nio.file.Path;

/** A store in a folder that one process has open at a time. */
public final class FolderOpening extends Opening {
  private static final String KEY_STORE = "keys.db";

  private final Path directory;
  private boolean restoring;

  /**
   * For a store in a directory.
   *
   * @param directory where the data lies
   */
  public FolderOpening(Path directory) {
    this.directory = directory;
  }

  /** Takes up a ledger that was put back from a backup; refused if it is not behind its anchor. */
  public void restoring() {
    restoring = true;
  }

  @Override
  void fill(Stores stores, Settings settings) {
    StoreDirectory locked = stores.add(StoreDirectory.open(directory));
    KeyFolder keys = KeyFolder.of(locked.path(), keyFolders());
    boolean isNew = Files.notExists(locked.path().resolve(KEY_STORE));
    RootKey root = rootKey(stores, keys, isNew);
    SqliteKeyStore keyStore = stores.add(SqliteKeyStore.open(locked));
    stores.keyScrubbing(keyStore::scrub);
    stores.vault(vault(root, keyStore, FileSlot.open(keys.slot()), settings.clock()));
    stores.ledger(Ledgers.open(locked, stores, keys, settings.clock(), restoring));
    stores.records(
        Records.in(locked, stores.vault(), settings.register().retentionPolicy())
            .shield(stores.shield())
            .clock(settings.clock())
            .metadataClass(OwnRecords.metadataClass(settings.register()))
            .open());
    stores.tokens(TokenKeyFile.open(keys.path(), root, stores.records()));
  }
}
