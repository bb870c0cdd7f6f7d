package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import eu.sotto.crypto.CryptoException;
import eu.sotto.crypto.KeyStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/**
 * Wrapped keys in one SQLite file of their own; {@link #scrub()} clears what was replaced or
 * removed out of it. Thread-safe.
 */
public final class SqliteKeyStore implements KeyStore, AutoCloseable {
  private static final String NAME = "keys.db";
  private static final Schema SCHEMA = Schema.of(0x534b4559, "/eu/sotto/store/keys-001.sql");

  private static final String AFTER_ASCII = "\u0080";

  private final SqliteFile file;

  private SqliteKeyStore(SqliteFile file) {
    this.file = file;
  }

  /**
   * Opens {@code keys.db} of a locked folder, or makes it.
   *
   * @param directory the locked folder; it must outlive the store
   * @return the store
   * @throws StoreException as {@link SqliteFile#open} does
   */
  public static SqliteKeyStore open(StoreDirectory directory) {
    return new SqliteKeyStore(SqliteFile.open(directory, NAME, SCHEMA));
  }

  /**
   * An empty store in memory, for tests.
   *
   * @return the store; its content ends with {@link #close()}
   */
  public static SqliteKeyStore inMemory() {
    return new SqliteKeyStore(SqliteFile.inMemory(NAME, SCHEMA));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Row> read(Collection<String> names) {
    return answer(
        () ->
            file.read(
                connection -> {
                  List<Row> rows = new ArrayList<>();
                  for (String name : names) {
                    rows.addAll(row(connection, name));
                  }
                  return rows;
                }));
  }

  private static List<Row> row(Connection connection, String name) throws SQLException {
    return Rows.of(connection, "SELECT version, value FROM key_row WHERE name = ?", name)
        .list(row -> new Row(name, row.getLong(1), Rows.bytes(row, 2)));
  }

  @Override
  public List<Row> scan(String prefix, String after, int limit) {
    return answer(
        () ->
            file.read(
                connection ->
                    Rows.of(
                            connection,
                            "SELECT name, version, value FROM key_row WHERE name >= ? AND name < ?"
                                + " AND name > ? ORDER BY name LIMIT ?",
                            prefix,
                            prefix + AFTER_ASCII,
                            after,
                            limit)
                        .list(
                            row -> new Row(row.getString(1), row.getLong(2), Rows.bytes(row, 3)))));
  }

  @Override
  public boolean apply(List<? extends Change> changes) {
    return answer(() -> file.<Boolean>write(connection -> applied(connection, changes)));
  }

  /** Nothing is written unless every version is the expected one. */
  private static boolean applied(Connection connection, List<? extends Change> changes)
      throws SQLException {
    for (Change change : changes) {
      List<Row> found = row(connection, change.name());
      long version = found.isEmpty() ? 0 : found.get(0).version();
      if (version != change.expected()) {
        return false;
      }
    }
    for (Change change : changes) {
      if (change instanceof Put put) {
        put(connection, put);
      } else if (change instanceof Remove remove) {
        Rows.update(connection, "DELETE FROM key_row WHERE name = ?", remove.name());
      }
    }
    return true;
  }

  private static void put(Connection connection, Put put) throws SQLException {
    Bytes value = put.value();
    Rows.update(
        connection,
        "INSERT OR REPLACE INTO key_row(name, version, value) VALUES (?, ?, ?)",
        put.name(),
        put.expected() + 1,
        value);
  }

  /**
   * Rewrites the file and empties its write-ahead log, so that nothing replaced or removed is left
   * in any file; to be called after keys were destroyed.
   *
   * @return false if a reader of another process stood in the way; call again later
   * @throws CryptoException.Unavailable if the disk fails
   */
  public boolean scrub() {
    return answer(
        () -> {
          file.rewrite();
          return file.truncateLog();
        });
  }

  private static <T> T answer(Supplier<T> work) {
    try {
      return work.get();
    } catch (StoreException e) {
      throw new CryptoException.Unavailable("key store: " + e.fault(), e);
    }
  }

  /** Releases the file; the content stays. */
  @Override
  public void close() {
    file.close();
  }
}
