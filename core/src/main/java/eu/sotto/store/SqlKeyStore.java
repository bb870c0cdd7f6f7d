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

/** Wrapped keys in a table: what both databases understand. */
abstract class SqlKeyStore implements KeyStore, AutoCloseable {
  private static final String AFTER_ASCII = "\u0080";

  private final Transactions transactions;

  SqlKeyStore(Transactions transactions) {
    this.transactions = transactions;
  }

  /** Keeps other writers out of the transaction from here on. */
  abstract void lock(Connection connection) throws SQLException;

  @Override
  public List<Row> read(Collection<String> names) {
    return answer(
        () ->
            transactions.read(
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
            transactions.read(
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
    return answer(() -> transactions.<Boolean>write(connection -> applied(connection, changes)));
  }

  /** Nothing is written unless every version is the expected one. */
  private boolean applied(Connection connection, List<? extends Change> changes)
      throws SQLException {
    lock(connection);
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
        "INSERT INTO key_row(name, version, value) VALUES (?, ?, ?) ON CONFLICT (name)"
            + " DO UPDATE SET version = excluded.version, value = excluded.value",
        put.name(),
        put.expected() + 1,
        value);
  }

  static <T> T answer(Supplier<T> work) {
    try {
      return work.get();
    } catch (StoreException e) {
      throw new CryptoException.Unavailable("key store: " + e.fault(), e);
    }
  }

  /** Releases the store; the content stays. */
  @Override
  public void close() {
    transactions.close();
  }
}
