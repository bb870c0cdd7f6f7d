package eu.sotto.store;

import eu.sotto.crypto.CryptoException;
import java.sql.Connection;

/**
 * Wrapped keys in one SQLite file of their own; {@link #scrub()} clears what was replaced or
 * removed out of it. Thread-safe.
 */
public final class SqliteKeyStore extends SqlKeyStore {
  private static final String NAME = "keys.db";
  private static final Schema SCHEMA = Schema.of(0x534b4559, "/eu/sotto/store/keys-001.sql");

  private final SqliteFile file;

  private SqliteKeyStore(SqliteFile file) {
    super(file);
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

  /** A transaction of the file is its only one from the beginning. */
  @Override
  void lock(Connection connection) {
    // Nothing to add.
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
}
