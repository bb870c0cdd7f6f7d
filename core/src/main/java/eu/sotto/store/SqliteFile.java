package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import eu.sotto.store.StoreException.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite database: a commit has been forced to disk when {@link #write} returns, and what was
 * deleted is overwritten.
 *
 * <p>Thread-safe: one writer at a time, one reader beside it. After a failed force it refuses every
 * change ({@link Fault#POISONED}); opening it anew copies the content to a new file, forces that,
 * checks it and puts it in the old one's place, because the page cache of the operating system
 * proves nothing about what the disk holds.
 */
public final class SqliteFile implements Database {
  private final String name;
  private final @Nullable Path path;
  private final Connection writer;
  private final Connection reader;
  private final ReentrantLock writing = new ReentrantLock();
  private final ReentrantLock reading;
  private final boolean recovered;
  private volatile @Nullable Fault refusal;

  /**
   * What is done in one transaction.
   *
   * @param <T> what it returns
   */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object> {
    /**
     * Does it.
     *
     * @param connection for this transaction only; neither committed nor closed by the work
     * @return the result
     * @throws SQLException to roll back
     */
    T with(Connection connection) throws SQLException;
  }

  SqliteFile(
      String name, @Nullable Path path, Connection writer, Connection reader, boolean recovered) {
    this.name = name;
    this.path = path;
    this.writer = writer;
    this.reader = reader;
    this.reading = writer == reader ? writing : new ReentrantLock();
    this.recovered = recovered;
  }

  /**
   * Opens a file of a locked folder, creates it if it is absent, and applies the scripts that it
   * has not seen.
   *
   * @param directory the locked folder; it must outlive this file
   * @param name the file's name, without personal data, for example {@code records.db}
   * @param schema what it must hold
   * @return the open file
   * @throws StoreException {@link Fault#FOREIGN}, {@link Fault#CORRUPTED}, {@link Fault#TOO_NEW},
   *     {@link Fault#FULL}, {@link Fault#NO_DRIVER} or {@link Fault#UNAVAILABLE}; the file is as it
   *     was
   */
  public static SqliteFile open(StoreDirectory directory, String name, Schema schema) {
    Path path = directory.path().resolve(name);
    try {
      boolean recovered = Recovery.of(path, name).finish();
      StoreDirectory.createOwnerOnly(path);
      return connect(path, name, schema, recovered);
    } catch (IOException e) {
      throw new StoreException(Fault.UNAVAILABLE, name, e);
    }
  }

  private static SqliteFile connect(Path path, String name, Schema schema, boolean recovered) {
    Connection writer = Sqlite.connect(Sqlite.url(path), name);
    try {
      Migration.check(writer, name, schema);
      Sqlite.configure(writer);
      Migration.apply(writer, schema);
      Connection reader = Sqlite.connect(Sqlite.url(path), name);
      Sqlite.configure(reader);
      Sqlite.execute(reader, "PRAGMA query_only=ON");
      return new SqliteFile(name, path, writer, reader, recovered);
    } catch (SQLException e) {
      Sqlite.closeQuietly(writer);
      throw Faults.of(name, e);
    } catch (RuntimeException e) {
      Sqlite.closeQuietly(writer);
      throw e;
    }
  }

  /**
   * Opens an empty database in memory, for tests.
   *
   * @param name a short name for messages
   * @param schema what it must hold
   * @return the database; its content ends with {@link #close()}
   */
  public static SqliteFile inMemory(String name, Schema schema) {
    Connection connection = Sqlite.connect(Sqlite.MEMORY, name);
    try {
      Sqlite.configure(connection);
      Migration.apply(connection, schema);
      return new SqliteFile(name, null, connection, connection, false);
    } catch (SQLException e) {
      Sqlite.closeQuietly(connection);
      throw Faults.of(name, e);
    }
  }

  /**
   * Does the work in one transaction and returns once that is forced to disk.
   *
   * @param work what to do; if it throws, nothing of it stays
   * @param <T> the result's type
   * @return the work's result
   * @throws StoreException {@link Fault#OUTCOME_UNKNOWN} if the force failed, {@link
   *     Fault#POISONED} ever after; with any other fault nothing was changed
   * @throws IllegalStateException if called within another work of this file
   */
  @Override
  public <T extends @Nullable Object> T write(Work<T> work) {
    refuseNesting();
    writing.lock();
    try {
      refuseIfNeeded();
      return transaction(work);
    } finally {
      writing.unlock();
    }
  }

  private <T extends @Nullable Object> T transaction(Work<T> work) {
    boolean done = false;
    try {
      Sqlite.execute(writer, "BEGIN IMMEDIATE");
      T result = work.with(writer);
      commit();
      done = true;
      return result;
    } catch (SQLException e) {
      throw Faults.of(name, e);
    } finally {
      if (!done) {
        rollback();
      }
    }
  }

  private void commit() {
    try {
      Sqlite.execute(writer, "COMMIT");
    } catch (SQLException e) {
      StoreException fault = Faults.ofCommit(name, e);
      if (fault.fault() == Fault.OUTCOME_UNKNOWN) {
        poison();
      }
      throw fault;
    }
  }

  /** The folder's lock keeps everybody else out, and the caller's own locks its threads. */
  @Override
  public void exclusively(Runnable work) {
    work.run();
  }

  private void poison() {
    refusal = Fault.POISONED;
    if (path != null) {
      Recovery.of(path, name).order();
    }
  }

  private void rollback() {
    try {
      Sqlite.execute(writer, "ROLLBACK");
    } catch (SQLException e) {
      // The engine has rolled back by itself, or no transaction had begun.
    }
  }

  /**
   * Reads as of one moment.
   *
   * @param work what to read; it holds a snapshot, so it should end within a second
   * @param <T> the result's type
   * @return the work's result
   * @throws StoreException if the content cannot be read
   * @throws IllegalStateException if called within another work of this file
   */
  @Override
  public <T extends @Nullable Object> T read(Work<T> work) {
    refuseNesting();
    reading.lock();
    try {
      if (refusal == Fault.CLOSED) {
        throw new StoreException(Fault.CLOSED, name, null);
      }
      Sqlite.execute(reader, "BEGIN");
      try {
        return work.with(reader);
      } finally {
        Sqlite.execute(reader, "ROLLBACK");
      }
    } catch (SQLException e) {
      throw Faults.of(name, e);
    } finally {
      reading.unlock();
    }
  }

  /**
   * Moves everything from the write-ahead log to the main file and empties the log, so that content
   * deleted before is in neither.
   *
   * @return false if a reader of another process stood in the way; call again later
   * @throws StoreException if the disk fails
   */
  @Override
  public boolean truncateLog() {
    refuseNesting();
    writing.lock();
    reading.lock();
    try {
      refuseIfNeeded();
      return Sqlite.number(writer, "PRAGMA wal_checkpoint(TRUNCATE)") == 0;
    } catch (SQLException e) {
      throw Faults.of(name, e);
    } finally {
      reading.unlock();
      writing.unlock();
    }
  }

  /**
   * Looks for the deleted content in gaps of pages, where the engine does not overwrite it. Time
   * grows with the file.
   */
  @Override
  public boolean scrub(Collection<Bytes> deleted) {
    boolean truncated = truncateLog();
    if (path == null || deleted.isEmpty()) {
      return truncated;
    }
    Residue residue = new Residue(deleted);
    if (residue(residue)) {
      rewrite();
      truncated = truncateLog();
    }
    return truncated && !residue(residue);
  }

  private boolean residue(Residue residue) {
    try {
      return residue.isIn(Objects.requireNonNull(path));
    } catch (IOException e) {
      throw new StoreException(Fault.UNAVAILABLE, name, e);
    }
  }

  /** Copies everything that is there, and nothing else, page by page in the same file. */
  @Override
  public void rewrite() {
    refuseNesting();
    writing.lock();
    reading.lock();
    try {
      refuseIfNeeded();
      Sqlite.execute(writer, "VACUUM");
    } catch (SQLException e) {
      throw Faults.of(name, e);
    } finally {
      reading.unlock();
      writing.unlock();
    }
  }

  /**
   * Whether opening had to rebuild the file after a failed force.
   *
   * @return true if its content should be verified as a whole before use
   */
  public boolean recovered() {
    return recovered;
  }

  private void refuseNesting() {
    if (writing.isHeldByCurrentThread() || reading.isHeldByCurrentThread()) {
      throw new IllegalStateException("a work must not begin another one on the same store");
    }
  }

  private void refuseIfNeeded() {
    Fault refused = refusal;
    if (refused != null) {
      throw new StoreException(refused, name, null);
    }
  }

  /** Ends both connections once running work has ended; calling it again does nothing. */
  @Override
  public void close() {
    writing.lock();
    reading.lock();
    try {
      if (refusal != Fault.CLOSED) {
        refusal = Fault.CLOSED;
        Sqlite.closeQuietly(reader);
        Sqlite.closeQuietly(writer);
      }
    } finally {
      reading.unlock();
      writing.unlock();
    }
  }
}
