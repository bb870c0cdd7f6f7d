package eu.sotto.session;

import eu.sotto.crypto.DestroyableSlot;
import eu.sotto.crypto.RootKey;
import eu.sotto.records.ContentStore;
import eu.sotto.records.FileContentStore;
import eu.sotto.records.Records;
import eu.sotto.store.PostgresDatabase;
import eu.sotto.store.PostgresKeyStore;
import eu.sotto.store.PostgresLedgerStore;
import eu.sotto.store.PostgresSlot;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A node on a PostgreSQL that it shares with others. */
public final class NodeOpening extends Opening {
  private final DataSource source;
  private @Nullable Supplier<ContentStore> contents;
  private @Nullable Supplier<DestroyableSlot> slot;

  /**
   * For a database with the schema.
   *
   * @param source the host's pool
   */
  public NodeOpening(DataSource source) {
    this.source = source;
  }

  /**
   * Sets a folder that all nodes share.
   *
   * @param folder where sealed contents lie
   */
  public void contents(Path folder) {
    contents = () -> new FileContentStore(folder);
  }

  /**
   * Sets where sealed contents lie.
   *
   * @param store the host's; closed with the engine
   */
  public void contents(ContentStore store) {
    contents = () -> store;
  }

  /**
   * Sets the slot.
   *
   * @param shared the same for all nodes; closed with the engine
   */
  public void keySlot(DestroyableSlot shared) {
    slot = () -> shared;
  }

  /**
   * Puts the slot into the database.
   *
   * @param kept how long the server's log and backups are kept
   */
  public void keySlotInDatabase(Duration kept) {
    PostgresSlot inDatabase = new PostgresSlot(source, kept);
    slot = () -> inDatabase;
  }

  @Override
  void fill(Stores stores, Settings settings) {
    ContentStore lying = given(contents, "no place for contents was given").get();
    DestroyableSlot shared =
        given(slot, "neither a key slot was given nor how long the database's backups are kept")
            .get();
    PostgresDatabase database = PostgresDatabase.open(source);
    KeyFolder keys = KeyFolder.named(database.storeId(), keyFolders());
    PostgresKeyStore keyStore = stores.add(PostgresKeyStore.open(source));
    // One node at a time, so that of several on a new database one founds the keys.
    AtomicReference<@Nullable RootKey> opened = new AtomicReference<>();
    database.exclusively(
        () -> {
          RootKey root = rootKey(stores, keys, database.isNew());
          opened.set(root);
          stores.vault(vault(root, keyStore, shared, settings.clock()));
        });
    RootKey root = given(opened.get(), "the root key was not opened");
    PostgresLedgerStore log = stores.add(PostgresLedgerStore.open(source));
    stores.ledger(Ledgers.open(log, stores, keys, settings.clock()));
    stores.records(
        Records.on(database, lying, stores.vault(), settings.register().retentionPolicy())
            .shield(stores.shield())
            .node(log)
            .clock(settings.clock())
            .metadataClass(OwnRecords.metadataClass(settings.register()))
            .open());
    stores.tokens(TokenKeyFile.openIfThere(keys.path(), root, stores.records()));
    stores.nodes(Nodes.of(log));
  }

  private static <T> T given(@Nullable T value, String otherwise) {
    if (value == null) {
      throw new IllegalStateException(otherwise);
    }
    return value;
  }
}
