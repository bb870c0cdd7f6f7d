package eu.sotto.benchmarks.ledger;

import eu.sotto.crypto.FileRootKey;
import eu.sotto.crypto.FileSlot;
import eu.sotto.crypto.KeyKind;
import eu.sotto.crypto.KeyVault;
import eu.sotto.ledger.Anchor;
import eu.sotto.ledger.Event;
import eu.sotto.ledger.EventKeys;
import eu.sotto.ledger.EventKind;
import eu.sotto.ledger.IndexTerm;
import eu.sotto.ledger.KeyClass;
import eu.sotto.ledger.Ledger;
import eu.sotto.ledger.Options;
import eu.sotto.store.SqliteKeyStore;
import eu.sotto.store.SqliteLedgerStore;
import eu.sotto.store.StoreDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** A log in files as the embedded default has it: vault, key store, anchor, all indices. */
final class Rig implements AutoCloseable {
  private static final EventKind STEP =
      EventKind.of("step_taken", 1, KeyClass.CONTENT, "call", "what", "text");
  private static final String TEXT = "x".repeat(240);
  private static final int SUBJECTS = 64;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  final Subjects subjects;
  final Ledger ledger;

  Rig(Path folder) {
    Path root = folder.resolve("root");
    Path key = root.resolve("root.key");
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    StoreDirectory directory = opened(StoreDirectory.open(folder.resolve("data")));
    KeyVault vault =
        opened(
            KeyVault.builder()
                .rootKey(
                    opened(Files.exists(key) ? FileRootKey.open(key) : FileRootKey.create(key)))
                .store(opened(SqliteKeyStore.open(directory)))
                .slot(FileSlot.open(root.resolve("slot")))
                .open());
    SqliteLedgerStore store = opened(SqliteLedgerStore.open(directory));
    Options options = Options.of("tenant").withAnchor(Anchor.file(root.resolve("anchor")));
    ledger = opened(Ledger.open(store, vault, options));
    subjects = new Subjects(vault);
  }

  /** Whose events are appended. */
  static final class Subjects {
    private final EventKeys[] keys = new EventKeys[SUBJECTS];

    Subjects(KeyVault vault) {
      for (int i = 0; i < SUBJECTS; i++) {
        var made = vault.createAll(List.of(KeyKind.CONTENT, KeyKind.EVIDENCE));
        keys[i] = new EventKeys(made.get(0), made.get(1));
      }
    }

    /** An event of about 300 bytes, with two index terms and an idempotency key. */
    Event event(int thread, long number) {
      String call = "call-" + thread + "-" + number / 10;
      return Event.of(STEP, Instant.EPOCH)
          .about(keys[thread % SUBJECTS])
          .with("call", call)
          .with("what", "step")
          .with("text", TEXT)
          .indexed(IndexTerm.of("call", call))
          .indexed(IndexTerm.of("subject", "subject-" + thread))
          .once(thread + "/" + number);
    }
  }

  private <T extends AutoCloseable> T opened(T resource) {
    open.push(resource);
    return resource;
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  static Path folder(Path parent) {
    try {
      return Files.createTempDirectory(parent, "sotto-log");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
