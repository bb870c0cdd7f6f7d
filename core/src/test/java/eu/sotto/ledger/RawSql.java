package eu.sotto.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** What somebody with the file in hand can do to a log, and undo. */
final class RawSql implements AutoCloseable {
  private static final String[] TABLES = {
    "property", "leaf", "payload", "term", "chain", "request", "checkpoint"
  };

  private final Connection connection;

  RawSql(Path folder) throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("data/ledger.db"));
    run("PRAGMA busy_timeout=5000");
  }

  void run(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Remembers every row. */
  void save() throws SQLException {
    for (String table : TABLES) {
      run(
          "DROP TABLE IF EXISTS temp.saved_" + table,
          "CREATE TEMP TABLE saved_" + table + " AS SELECT * FROM main." + table);
    }
  }

  /** Puts every row back. */
  void restore() throws SQLException {
    run("BEGIN IMMEDIATE");
    for (String table : TABLES) {
      run(
          "DELETE FROM main." + table,
          "INSERT INTO main." + table + " SELECT * FROM temp.saved_" + table);
    }
    run("COMMIT");
  }

  /** Cuts the log to a size as cleanly as it can be done without any key. */
  void cut(long size) throws SQLException {
    run(
        "DELETE FROM leaf WHERE idx >= " + size,
        "DELETE FROM payload WHERE idx >= " + size,
        "DELETE FROM term WHERE idx >= " + size,
        "DELETE FROM request WHERE idx >= " + size,
        "DELETE FROM checkpoint WHERE size > " + size);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
