package eu.sotto.store;

import org.jspecify.annotations.Nullable;

/** How a store comes to its database. Thread-safe. */
interface Transactions extends AutoCloseable {
  /** Does the work in one transaction; it is forced to disk on return. */
  <T extends @Nullable Object> T write(SqliteFile.Work<T> work);

  /** Reads what was committed. */
  <T extends @Nullable Object> T read(SqliteFile.Work<T> work);

  @Override
  void close();
}
