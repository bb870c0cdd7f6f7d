package eu.sotto.store;

import eu.sotto.crypto.Bytes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/** Waiting events in the table {@code sotto.outbox}. Thread-safe. */
public final class PostgresOutbox implements OutboxRows {
  private final PostgresTransactions transactions;

  /**
   * For a database with the schema; nothing is read yet.
   *
   * @param source a pool whose connections log in as {@code sotto_app}; it stays the host's
   */
  public PostgresOutbox(DataSource source) {
    this.transactions = new PostgresTransactions(source);
  }

  /** Names the schema, since the host's own connection need not have it in its search path. */
  @Override
  public void add(Connection connection, Bytes sealed) {
    try {
      Rows.update(connection, "INSERT INTO sotto.outbox(sealed) VALUES (?)", sealed);
    } catch (SQLException e) {
      throw PostgresFaults.of(e);
    }
  }

  @Override
  public List<Waiting> waiting(long after, int limit) {
    return transactions.read(
        connection ->
            Rows.of(
                    connection,
                    "SELECT id, sealed FROM outbox WHERE id > ? ORDER BY id LIMIT ?",
                    after,
                    limit)
                .list(row -> new Waiting(row.getLong(1), Rows.bytes(row, 2))));
  }

  @Override
  public void remove(Collection<Long> ids) {
    transactions.write(
        connection -> {
          for (long id : ids) {
            Rows.update(connection, "DELETE FROM outbox WHERE id = ?", id);
          }
          return ids;
        });
  }
}
