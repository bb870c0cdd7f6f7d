package eu.sotto.records;

import com.zaxxer.hikari.HikariDataSource;
import eu.sotto.crypto.FileRootKey;
import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyVault;
import eu.sotto.crypto.RootKey;
import eu.sotto.retention.EventName;
import eu.sotto.retention.Hold;
import eu.sotto.retention.HoldGround;
import eu.sotto.retention.RetentionClass;
import eu.sotto.retention.RetentionPolicy;
import eu.sotto.retention.RetentionRule;
import eu.sotto.retention.Trigger;
import eu.sotto.retention.calendar.RetentionTerm;
import eu.sotto.store.PostgresDatabase;
import eu.sotto.store.PostgresLedgerStore;
import eu.sotto.store.PostgresServer;
import eu.sotto.store.StoreDirectory;
import eu.sotto.vocabulary.CallId;
import eu.sotto.vocabulary.PurposeId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Records in a folder or in memory, with a vault in memory, a clock that is set, and holds. */
final class Rig implements AutoCloseable {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final PurposeId QUALITY = PurposeId.of("quality");
  static final EventName ENDED = EventName.of("call-ended");
  static final EventName LAST_CONTACT = EventName.of("last-contact");
  static final String RECORDING = "recording";
  static final String CUSTOMER = "customer";
  static final Instant START = Instant.parse("2026-03-10T09:00:00Z");
  static final RootKey ROOT = rootKey();

  ObservedKeys keys = new ObservedKeys();
  final Set<RecordId> held = ConcurrentHashMap.newKeySet();
  volatile Instant now = START;
  Shield shield = this::holdsOn;
  RetentionPolicy policy = policy("P3M");
  ContentStore contents = new MemoryContentStore();
  StoreDirectory folder;
  String database;
  PostgresLedgerStore node;
  private HikariDataSource pool;
  KeyVault vault;
  Records records;

  /** Everything in memory; it cannot be opened again. */
  static Rig inMemory() {
    Rig rig = new Rig();
    rig.openVault();
    rig.records =
        Records.inMemory(rig.vault, rig.policy)
            .contents(rig.contents)
            .shield(entry -> rig.shield.holdsOn(entry))
            .clock(() -> rig.now)
            .open();
    return rig;
  }

  /** Index and contents in a folder. */
  static Rig in(Path path) {
    Rig rig = new Rig();
    rig.folder = StoreDirectory.open(path);
    rig.contents = new FileContentStore(path.resolve("content"));
    rig.open();
    return rig;
  }

  /** Index in a database of its own, contents in a folder. */
  static Rig onPostgres(Path path) {
    Rig rig = new Rig();
    rig.database = PostgresServer.newDatabase();
    rig.contents = new FileContentStore(path.resolve("content"));
    rig.open();
    return rig;
  }

  /** Another node on the same database, keys and contents. */
  Rig secondNode() {
    Rig rig = new Rig();
    rig.keys = keys;
    rig.database = database;
    rig.contents = contents;
    rig.now = now;
    rig.open();
    return rig;
  }

  /** Index and contents in a folder; every durable step is told. */
  static Rig observed(Path path, ObservedKeys keys, Steps steps) {
    return observed(path, path.resolve("content"), keys, steps);
  }

  /** The same, with the contents elsewhere. */
  static Rig observed(Path path, Path content, ObservedKeys keys, Steps steps) {
    Rig rig = new Rig();
    rig.keys = keys;
    rig.folder = StoreDirectory.open(path);
    ObservedContents contents = new ObservedContents(new FileContentStore(content));
    rig.contents = contents;
    rig.keys.steps = steps;
    contents.steps = steps;
    ObservedDriver.observe(steps);
    try {
      rig.open();
    } finally {
      ObservedDriver.standAside();
    }
    return rig;
  }

  void open() {
    openVault();
    records =
        begin().contents(contents).shield(entry -> shield.holdsOn(entry)).clock(() -> now).open();
  }

  private RecordsBuilder begin() {
    if (database == null) {
      return Records.in(folder, vault, policy);
    }
    pool = PostgresServer.pool(database);
    node = PostgresLedgerStore.open(pool);
    return Records.on(PostgresDatabase.open(pool), contents, vault, policy).node(node);
  }

  private void openVault() {
    vault = KeyVault.builder().rootKey(ROOT).store(keys.store()).slot(keys.slot()).open();
  }

  void reopen() {
    closeRecords();
    open();
  }

  void reopen(RetentionPolicy changed) {
    policy = changed;
    reopen();
  }

  /** Plants a fault: contents go, but their slots are never destroyed. */
  void forgetToDestroySlots() {
    Parts real = records.parts();
    KeyId indexKey =
        real.index()
            .read(
                connection ->
                    Sql.first(
                        connection,
                        row -> KeyId.of(row.getBytes(1)),
                        "SELECT value FROM setting WHERE name = 'index-key'"))
            .orElseThrow();
    Seals forgetful =
        new Seals(vault, indexKey) {
          @Override
          void destroySlots(Collection<RecordId> ids) {}
        };
    records =
        new Records(
            new Parts(
                real.index(),
                real.contents(),
                real.node(),
                forgetful,
                real.terms(),
                real.clock(),
                real.random()),
            entry -> shield.holdsOn(entry));
  }

  /** Plants a fault: slots are destroyed, but contents are never removed. */
  void forgetToRemoveContents() {
    contents =
        new ObservedContents(contents) {
          @Override
          public void remove(RecordId id) {}
        };
    reopen();
  }

  static RootKey rootKey() {
    try {
      Path path = Files.createTempDirectory("root").resolve("key");
      RootKey key = FileRootKey.create(path);
      Files.delete(path);
      Files.delete(path.getParent());
      return key;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Recordings for a period after the call's end; customer data for a year after last contact. */
  static RetentionPolicy policy(String recordings) {
    return RetentionPolicy.of(
        List.of(
            RetentionRule.forClass(RetentionClass.ofCalls(RECORDING))
                .mustDeleteBy()
                .trigger(Trigger.event(ENDED).backstop(RetentionTerm.parse("P4M")))
                .period(Period.parse(recordings))
                .source("notice")
                .build(),
            RetentionRule.forClass(RetentionClass.ofData(CUSTOMER))
                .mustDeleteBy()
                .trigger(Trigger.event(LAST_CONTACT).backstop(RetentionTerm.parse("P2M")))
                .period(Period.ofYears(1))
                .source("notice")
                .build()),
        BERLIN);
  }

  private List<Hold> holdsOn(RecordEntry entry) {
    return held.contains(entry.id())
        ? List.of(Hold.since("case-1", HoldGround.LEGAL_HOLD, Instant.EPOCH))
        : List.of();
  }

  void damageIndexEntry(RecordId id) {
    records
        .parts()
        .index()
        .write(
            connection ->
                Sql.update(
                    connection,
                    "UPDATE record SET sealed = ? WHERE id = ?",
                    new byte[100],
                    id.toBytes()));
  }

  SubjectEntry answer(String party, String call) {
    SubjectEntry subject = records.subjects().resolve(party);
    records.calls().answered(CallId.of(call), subject, now, Map.of());
    return subject;
  }

  RecordId keep(String call, byte[] content) {
    return records.keep(recording(call), content);
  }

  static NewRecord recording(String call) {
    return NewRecord.of(CallId.of(call), RecordKind.RECORDING, QUALITY, RECORDING);
  }

  void end(String call) {
    records.triggered(CallId.of(call), ENDED, now);
  }

  byte[] read(RecordId id) {
    try (InputStream in = Channels.newInputStream(records.open(id))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void pass(Period period) {
    now = now.atZone(BERLIN).plus(period).toInstant();
  }

  void pass(Duration duration) {
    now = now.plus(duration);
  }

  SweepReport sweep() {
    return records.lifetimes().execute(records.lifetimes().plan(now));
  }

  private void closeRecords() {
    records.close();
    vault.close();
    if (database != null) {
      node.close();
      pool.close();
    }
  }

  @Override
  public void close() {
    closeRecords();
    if (folder != null) {
      folder.close();
    }
  }
}
