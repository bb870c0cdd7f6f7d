package eu.sotto.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Wrapped keys in PostgreSQL, shared by all nodes. What was replaced or removed stays in dead rows,
 * in the server's log and in its backups until those are gone; without the slot's new content it
 * opens nothing. Thread-safe.
 */
public final class PostgresKeyStore extends SqlKeyStore {
  private PostgresKeyStore(PostgresTransactions transactions) {
    super(transactions);
  }

  /**
   * Opens the store.
   *
   * @param source a pool whose connections log in as {@code sotto_app}; it stays the host's
   * @return the store
   * @throws StoreException as {@link PostgresLedgerStore#open(DataSource)} does
   */
  public static PostgresKeyStore open(DataSource source) {
    PostgresTransactions transactions = new PostgresTransactions(source);
    transactions.read(
        connection -> {
          PostgresSchema.require(connection);
          return source;
        });
    return new PostgresKeyStore(transactions);
  }

  @Override
  public String name() {
    return PostgresFaults.NAME;
  }

  @Override
  void lock(Connection connection) throws SQLException {
    PostgresTransactions.lock(connection, PostgresTransactions.KEYS);
  }
}
