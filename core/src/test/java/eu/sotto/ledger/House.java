package eu.sotto.ledger;

import eu.sotto.crypto.FileRootKey;
import eu.sotto.crypto.FileSlot;
import eu.sotto.crypto.KeyKind;
import eu.sotto.crypto.KeyStore;
import eu.sotto.crypto.KeyVault;
import eu.sotto.crypto.MemorySlot;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.SqliteKeyStore;
import eu.sotto.store.SqliteLedgerStore;
import eu.sotto.store.StoreDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A log with its vault and stores, in files or in memory, to be closed and opened again. */
final class House implements AutoCloseable {
  static final Duration LONG = Duration.ofSeconds(20);
  static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  static final EventKind SAID = EventKind.of("said", 1, KeyClass.CONTENT, "text", "count", "loud");
  static final EventKind CONSENTED =
      EventKind.of("consent_given", 2, KeyClass.EVIDENCE, "purpose", "answer");
  static final EventKind SWEPT = EventKind.of("swept", 1, KeyClass.PROOF, "keys");

  final KeyVault vault;
  final LedgerStore store;
  final Ledger ledger;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  private House(Path root, Anchor anchor, InstantSource clock, StoreDirectory directory) {
    boolean files = directory != null;
    try {
      if (files) {
        open.push(directory);
      }
      KeyStore keys = opened(files ? SqliteKeyStore.open(directory) : SqliteKeyStore.inMemory());
      vault =
          opened(
              KeyVault.builder()
                  .rootKey(opened(rootKey(root.resolve("root.key"))))
                  .store(keys)
                  .slot(files ? FileSlot.open(root.resolve("slot")) : new MemorySlot())
                  .open());
      store = opened(files ? SqliteLedgerStore.open(directory) : SqliteLedgerStore.inMemory());
      ledger =
          opened(
              Ledger.open(
                  store, vault, Options.of("tenant-1").withAnchor(anchor).withClock(clock)));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private <T extends AutoCloseable> T opened(T resource) {
    open.push(resource);
    return resource;
  }

  private static FileRootKey rootKey(Path file) {
    return Files.exists(file) ? FileRootKey.open(file) : FileRootKey.create(file);
  }

  /** In files below a folder: {@code data}, and {@code root} with key, slot and anchor. */
  static House in(Path folder) {
    return in(folder, true, InstantSource.fixed(NOON));
  }

  static House in(Path folder, boolean anchored, InstantSource clock) {
    Path root = folder.resolve("root");
    try {
      Files.createDirectories(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Anchor anchor = anchored ? Anchor.file(root.resolve("anchor")) : Anchor.none();
    return new House(root, anchor, clock, StoreDirectory.open(folder.resolve("data")));
  }

  static House inMemory(Path folder) {
    return new House(folder, Anchor.none(), InstantSource.fixed(NOON), null);
  }

  /** A new subject's keys. */
  EventKeys subject() {
    var keys = vault.createAll(List.of(KeyKind.CONTENT, KeyKind.EVIDENCE));
    return new EventKeys(keys.get(0), keys.get(1));
  }

  static Event said(EventKeys subject, String text) {
    return Event.of(SAID, NOON).about(subject).with("text", text).with("count", 3);
  }

  static Event consented(EventKeys subject, String purpose) {
    return Event.of(CONSENTED, NOON).about(subject).with("purpose", purpose).with("answer", "ja");
  }

  static Event swept(long keys) {
    return Event.of(SWEPT, NOON).with("keys", keys);
  }

  Appended append(Event event) {
    return ledger.append(event, LONG);
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
}
