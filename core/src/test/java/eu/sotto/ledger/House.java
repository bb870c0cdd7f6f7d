package eu.sotto.ledger;

import eu.sotto.crypto.DestroyableSlot;
import eu.sotto.crypto.FileRootKey;
import eu.sotto.crypto.FileSlot;
import eu.sotto.crypto.KeyKind;
import eu.sotto.crypto.KeyStore;
import eu.sotto.crypto.KeyVault;
import eu.sotto.crypto.MemorySlot;
import eu.sotto.store.LedgerStore;
import eu.sotto.store.PostgresKeyStore;
import eu.sotto.store.PostgresLedgerStore;
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
import java.util.function.Function;
import javax.sql.DataSource;

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

  /** What a house is built on: pushes what it opens. */
  private interface Ground {
    KeyStore keys();

    DestroyableSlot slot();

    LedgerStore store();
  }

  /** How the log is opened. */
  private interface Opener {
    Ledger open(LedgerStore store, KeyVault vault, Options options);
  }

  private House(Path root, Anchor anchor, InstantSource clock, Function<House, Ground> grounds) {
    this(root, Options.of("tenant-1").withAnchor(anchor).withClock(clock), grounds, Ledger::open);
  }

  private House(Path root, Options options, Function<House, Ground> grounds, Opener opener) {
    try {
      Ground ground = grounds.apply(this);
      KeyStore keys = ground.keys();
      vault =
          opened(
              KeyVault.builder()
                  .rootKey(opened(rootKey(root.resolve("root.key"))))
                  .store(keys)
                  .slot(ground.slot())
                  .open());
      store = opened(ground.store());
      ledger = opened(opener.open(store, vault, options));
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  private Ground files(Path folder) {
    StoreDirectory directory = opened(StoreDirectory.open(folder.resolve("data")));
    return new Ground() {
      @Override
      public KeyStore keys() {
        return opened(SqliteKeyStore.open(directory));
      }

      @Override
      public DestroyableSlot slot() {
        return FileSlot.open(folder.resolve("root/slot"));
      }

      @Override
      public LedgerStore store() {
        return SqliteLedgerStore.open(directory);
      }
    };
  }

  private Ground memory() {
    return new Ground() {
      @Override
      public KeyStore keys() {
        return opened(SqliteKeyStore.inMemory());
      }

      @Override
      public DestroyableSlot slot() {
        return new MemorySlot();
      }

      @Override
      public LedgerStore store() {
        return SqliteLedgerStore.inMemory();
      }
    };
  }

  private static Ground server(DataSource pool, DestroyableSlot slot) {
    return new Ground() {
      @Override
      public KeyStore keys() {
        return PostgresKeyStore.open(pool);
      }

      @Override
      public DestroyableSlot slot() {
        return slot;
      }

      @Override
      public LedgerStore store() {
        return PostgresLedgerStore.open(pool);
      }
    };
  }

  private <T extends AutoCloseable> T opened(T resource) {
    open.push(resource);
    return resource;
  }

  static FileRootKey rootKey(Path file) {
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
    return new House(root, anchor, clock, house -> house.files(folder));
  }

  /** In files put back from a backup. */
  static House restoring(Path folder) {
    Path root = folder.resolve("root");
    Options options =
        Options.of("tenant-1")
            .withAnchor(Anchor.file(root.resolve("anchor")))
            .withClock(InstantSource.fixed(NOON));
    return new House(root, options, house -> house.files(folder), LogRestore::open);
  }

  static House inMemory(Path folder) {
    return new House(folder, Anchor.none(), InstantSource.fixed(NOON), House::memory);
  }

  /** A node on a database, whose slot it shares with the others; the pool stays the caller's. */
  static House on(DataSource pool, DestroyableSlot slot, Path folder) {
    return on(pool, slot, folder, InstantSource.fixed(NOON));
  }

  static House on(DataSource pool, DestroyableSlot slot, Path folder, InstantSource clock) {
    return new House(folder, Anchor.none(), clock, house -> server(pool, slot));
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
