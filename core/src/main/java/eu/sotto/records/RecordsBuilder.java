package eu.sotto.records;

import eu.sotto.crypto.KeyId;
import eu.sotto.crypto.KeyKind;
import eu.sotto.crypto.KeyVault;
import eu.sotto.retention.RetentionPolicy;
import eu.sotto.store.Database;
import eu.sotto.store.Registration;
import eu.sotto.store.Schema;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;

/** Collects what records need; used by one thread. */
public final class RecordsBuilder {
  static final String FILE = "records.db";
  static final Schema SCHEMA =
      Schema.of(
          0x536F7263,
          "/eu/sotto/records/records-001.sql",
          "/eu/sotto/records/records-002.sql",
          "/eu/sotto/records/records-003.sql",
          "/eu/sotto/records/records-004.sql",
          "/eu/sotto/records/records-005.sql");

  private static final String INDEX_KEY = "index-key";
  private static final String POLICY = "policy";

  private final KeyVault vault;
  private final RetentionPolicy policy;
  private final Supplier<Database> index;
  private Supplier<? extends ContentStore> contents;
  private Shield shield = Shield.NONE;
  private InstantSource clock = InstantSource.system();
  private Registration node = Registration.alone();
  private String metadataClass = "";

  RecordsBuilder(
      KeyVault vault,
      RetentionPolicy policy,
      Supplier<Database> index,
      Supplier<? extends ContentStore> contents) {
    this.vault = Objects.requireNonNull(vault, "vault");
    this.policy = Objects.requireNonNull(policy, "policy");
    this.index = index;
    this.contents = contents;
  }

  /**
   * Sets where sealed contents lie.
   *
   * @param store closed with the records
   * @return this
   */
  public RecordsBuilder contents(ContentStore store) {
    Objects.requireNonNull(store, "store");
    this.contents = () -> store;
    return this;
  }

  /**
   * Sets what keeps records from being disposed of.
   *
   * @param holds nothing if not set
   * @return this
   */
  public RecordsBuilder shield(Shield holds) {
    this.shield = Objects.requireNonNull(holds, "holds");
    return this;
  }

  /**
   * Sets the clock.
   *
   * @param source the system's if not set
   * @return this
   */
  public RecordsBuilder clock(InstantSource source) {
    this.clock = Objects.requireNonNull(source, "source");
    return this;
  }

  /**
   * Sets this node's place among those that share the records.
   *
   * @param registration one that nobody shares if not set
   * @return this
   */
  public RecordsBuilder node(Registration registration) {
    this.node = Objects.requireNonNull(registration, "registration");
    return this;
  }

  /**
   * Sets the retention class of call metadata; a call's number and times go with the last record of
   * it.
   *
   * @param retentionClass its own; where none is set they go once the call is over
   * @return this
   */
  public RecordsBuilder metadataClass(String retentionClass) {
    this.metadataClass = Objects.requireNonNull(retentionClass, "retentionClass");
    return this;
  }

  /**
   * Opens the records, and finishes what a crash or a changed register left undone.
   *
   * @return the records, to be closed
   * @throws eu.sotto.store.StoreException if the index cannot be opened
   * @throws RecordException if the contents or keys cannot be used
   */
  public Records open() {
    Database file = index.get();
    boolean opened = false;
    try {
      Terms terms = new Terms(policy);
      SecureRandom random = new SecureRandom();
      Seals seals = new Seals(vault, indexKey(file));
      Records records =
          new Records(
              new Parts(file, contents.get(), node, seals, terms, clock, random),
              shield,
              metadataClass);
      byte[] fingerprint = terms.fingerprint();
      boolean changed = !Arrays.equals(setting(file, POLICY), fingerprint);
      if (changed) {
        // Neither the old rules nor the new: a crash while days move must not look like either.
        set(file, POLICY, new byte[0]);
      }
      records.recover(changed);
      if (changed) {
        set(file, POLICY, fingerprint);
      }
      opened = true;
      return records;
    } finally {
      if (!opened) {
        file.close();
      }
    }
  }

  private KeyId indexKey(Database file) {
    return key(file, vault, INDEX_KEY, KeyKind.INDEX);
  }

  /** A key of the store's own, made where there is none. */
  static KeyId key(Database file, KeyVault vault, String name, KeyKind kind) {
    byte[] stored = setting(file, name);
    if (stored.length > 0) {
      return KeyId.of(stored);
    }
    KeyId made = Seals.create(vault, kind);
    file.write(
        connection ->
            Sql.update(
                connection,
                "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING",
                name,
                made.toBytes()));
    // Of several nodes that found the store at once the first one's key stays.
    return KeyId.of(setting(file, name));
  }

  static byte[] setting(Database file, String name) {
    return file.read(
        connection ->
            Sql.first(
                    connection,
                    row -> row.getBytes(1),
                    "SELECT value FROM setting WHERE name = ?",
                    name)
                .orElse(new byte[0]));
  }

  static void set(Database file, String name, byte[] value) {
    file.write(
        connection ->
            Sql.update(
                connection,
                "INSERT INTO setting (name, value) VALUES (?, ?)"
                    + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                name,
                value));
  }
}
