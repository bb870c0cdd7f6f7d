package eu.sotto.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Transactions on connections of a host's pool. Within {@link #holding} everything that the thread
 * does joins one transaction. Thread-safe.
 */
final class PostgresTransactions implements Transactions {
  /** Advisory locks of this library: "SOTT", and what is locked. */
  private static final int LOCKS = 0x534f5454;

  static final int LEDGER = 1;
  static final int KEYS = 2;
  static final int RECORDS = 3;

  private final DataSource source;
  private final Map<Thread, Connection> held = new ConcurrentHashMap<>();

  PostgresTransactions(DataSource source) {
    this.source = source;
  }

  /** Keeps others out until the transaction ends. */
  static void lock(Connection connection, int what) throws SQLException {
    Rows.of(connection, "SELECT pg_advisory_xact_lock(?::int, ?::int)", LOCKS, what)
        .each(row -> {});
  }

  /** Whether this thread is within {@link #holding}. */
  boolean isHeld() {
    return held.containsKey(Thread.currentThread());
  }

  /** As {@link #write}, and all that the work does through this object belongs to it. */
  <T extends @Nullable Object> T holding(SqliteFile.Work<T> work) {
    if (isHeld()) {
      return write(work);
    }
    return write(
        connection -> {
          held.put(Thread.currentThread(), connection);
          try {
            return work.with(connection);
          } finally {
            held.remove(Thread.currentThread());
          }
        });
  }

  @Override
  public <T extends @Nullable Object> T write(SqliteFile.Work<T> work) {
    Connection open = held.get(Thread.currentThread());
    try {
      if (open != null) {
        return work.with(open);
      }
      try (Connection connection = source.getConnection()) {
        connection.setAutoCommit(false);
        return committed(connection, work);
      }
    } catch (SQLException e) {
      throw PostgresFaults.of(e);
    }
  }

  private static <T extends @Nullable Object> T committed(
      Connection connection, SqliteFile.Work<T> work) throws SQLException {
    boolean done = false;
    try {
      T result = work.with(connection);
      commit(connection);
      done = true;
      return result;
    } finally {
      if (!done) {
        rollback(connection);
      }
    }
  }

  private static void commit(Connection connection) {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw PostgresFaults.ofCommit(e);
    }
  }

  private static void rollback(Connection connection) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      // The connection is gone, and its transaction with it.
    }
  }

  @Override
  public <T extends @Nullable Object> T read(SqliteFile.Work<T> work) {
    Connection open = held.get(Thread.currentThread());
    try {
      if (open != null) {
        return work.with(open);
      }
      try (Connection connection = source.getConnection()) {
        connection.setAutoCommit(true);
        return work.with(connection);
      }
    } catch (SQLException e) {
      throw PostgresFaults.of(e);
    }
  }

  /** The pool stays the host's. */
  @Override
  public void close() {
    // Nothing of it is open between two transactions.
  }
}
