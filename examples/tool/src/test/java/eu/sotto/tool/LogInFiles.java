package eu.sotto.tool;

import eu.sotto.crypto.FileRootKey;
import eu.sotto.crypto.FileSlot;
import eu.sotto.crypto.KeyVault;
import eu.sotto.ledger.Anchor;
import eu.sotto.ledger.Ledger;
import eu.sotto.ledger.Options;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.SqliteKeyStore;
import eu.sotto.store.SqliteLedgerStore;
import eu.sotto.store.StoreDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** The ledger of a closed store, for what an operator does to it without a register. */
final class LogInFiles {
  private static final String[] FILES = {"ledger.db", "ledger.db-wal", "ledger.db-shm"};

  private final Path data;
  private final Path keys;

  LogInFiles(Path data, Path parent) throws IOException {
    this.data = data;
    this.keys = parent.resolve(Files.readString(data.resolve("store.id")).strip());
  }

  /** How the log is opened. */
  interface Opener {
    Ledger open(LedgerStore store, KeyVault vault, Options options);
  }

  void run(Opener opener, Consumer<Ledger> work) {
    Options options = Options.of("default").withAnchor(Anchor.file(keys.resolve("anchor")));
    try (StoreDirectory directory = StoreDirectory.open(data);
        SqliteKeyStore keyStore = SqliteKeyStore.open(directory);
        FileRootKey root = FileRootKey.open(keys.resolve("root.key"));
        KeyVault vault =
            KeyVault.builder()
                .rootKey(root)
                .store(keyStore)
                .slot(FileSlot.open(keys.resolve("slot")))
                .open();
        SqliteLedgerStore store = SqliteLedgerStore.open(directory);
        Ledger ledger = opener.open(store, vault, options)) {
      work.accept(ledger);
    }
  }

  void backUp(Path to) throws IOException {
    copy(data, Files.createDirectories(to));
  }

  void putBack(Path from) throws IOException {
    copy(from, data);
  }

  /** The file that the store exports when it is opened. */
  Path changes() {
    return keys.resolve("verifier.changes");
  }

  private static void copy(Path from, Path to) throws IOException {
    for (String name : FILES) {
      Files.deleteIfExists(to.resolve(name));
      if (Files.exists(from.resolve(name))) {
        Files.copy(from.resolve(name), to.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
