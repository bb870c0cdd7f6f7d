package eu.sotto.store;

import org.jspecify.annotations.Nullable;

/** How a store comes to its database. Thread-safe. */
public interface Transactions extends AutoCloseable {
  /**
   * Does the work in one transaction; it is forced to disk on return.
   *
   * @param work what to do; if it throws, nothing of it stays
   * @param <T> the result's type
   * @return the work's result
   * @throws StoreException if it could not be done
   */
  <T extends @Nullable Object> T write(SqliteFile.Work<T> work);

  /**
   * Reads what was committed.
   *
   * @param work what to read
   * @param <T> the result's type
   * @return the work's result
   * @throws StoreException if it cannot be read
   */
  <T extends @Nullable Object> T read(SqliteFile.Work<T> work);

  /** Releases what is open; the content stays. */
  @Override
  void close();
}
