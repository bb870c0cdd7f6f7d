package eu.sotto.store;

import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the records in PostgreSQL, shared by all nodes: one write transaction at a time, by
 * a transaction-level advisory lock. A node asks for that lock with one connection at a time.
 * Thread-safe.
 */
public final class PostgresDatabase implements Database {
  private final PostgresTransactions transactions;
  private final ReentrantLock writing = new ReentrantLock();

  private PostgresDatabase(PostgresTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Opens the tables.
   *
   * @param source a pool of at least four connections that log in as {@code sotto_app}; it stays
   *     the host's
   * @return the tables
   * @throws StoreException as {@link PostgresLedgerStore#open(DataSource)} does
   */
  public static PostgresDatabase open(DataSource source) {
    PostgresTransactions transactions = new PostgresTransactions(source);
    transactions.read(
        connection -> {
          PostgresSchema.require(connection);
          return source;
        });
    return new PostgresDatabase(transactions);
  }

  /**
   * The random id that the schema drew, after which a node's key folder is named.
   *
   * @return 32 hexadecimal digits
   */
  public String storeId() {
    return transactions.read(
        connection ->
            Sqlite.text(
                connection, "SELECT encode(value, 'hex') FROM setting WHERE name = 'store-id'"));
  }

  /**
   * Whether no key was ever kept in the database.
   *
   * @return true of a database that only has the schema
   */
  public boolean isNew() {
    return transactions.read(
        connection ->
            Sqlite.text(connection, "SELECT (NOT EXISTS (SELECT 1 FROM key_row))::text")
                .equals("true"));
  }

  @Override
  public <T extends @Nullable Object> T write(SqliteFile.Work<T> work) {
    if (transactions.isHeld()) {
      return transactions.write(work);
    }
    writing.lock();
    try {
      return transactions.write(
          connection -> {
            PostgresTransactions.lock(connection, PostgresTransactions.RECORDS);
            return work.with(connection);
          });
    } finally {
      writing.unlock();
    }
  }

  @Override
  public <T extends @Nullable Object> T read(SqliteFile.Work<T> work) {
    return transactions.read(work);
  }

  @Override
  public void exclusively(Runnable work) {
    writing.lock();
    try {
      transactions.holding(
          connection -> {
            PostgresTransactions.lock(connection, PostgresTransactions.RECORDS);
            work.run();
            return connection;
          });
    } finally {
      writing.unlock();
    }
  }

  /** Dead rows, the server's log and its backups are the operator's; they open nothing. */
  @Override
  public boolean truncateLog() {
    return true;
  }

  /** The pool stays the host's. */
  @Override
  public void close() {
    transactions.close();
  }
}
