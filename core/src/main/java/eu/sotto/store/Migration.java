package eu.sotto.store;

import eu.sotto.store.StoreException.Fault;
import java.sql.Connection;
import java.sql.SQLException;

/** Brings a file to its schema's version, or refuses what is not ours or too new. */
final class Migration {
  private Migration() {}

  /** Changes nothing. */
  static void check(Connection connection, String name, Schema schema) throws SQLException {
    long application = Sqlite.number(connection, "PRAGMA application_id");
    long tables = Sqlite.number(connection, "SELECT count(*) FROM sqlite_master");
    if (application != schema.applicationId() && (application != 0 || tables != 0)) {
      throw new StoreException(Fault.FOREIGN, name, null);
    }
    if (version(connection) > schema.version()) {
      throw new StoreException(Fault.TOO_NEW, name, null);
    }
  }

  static void apply(Connection connection, Schema schema) throws SQLException {
    for (int script = (int) version(connection); script < schema.version(); script++) {
      Sqlite.execute(connection, "BEGIN IMMEDIATE");
      try {
        for (String statement : schema.statements(script)) {
          Sqlite.execute(connection, statement);
        }
        Sqlite.execute(connection, "PRAGMA application_id=" + schema.applicationId());
        Sqlite.execute(connection, "PRAGMA user_version=" + (script + 1));
        Sqlite.execute(connection, "COMMIT");
      } catch (SQLException e) {
        Sqlite.execute(connection, "ROLLBACK");
        throw e;
      }
    }
  }

  private static long version(Connection connection) throws SQLException {
    return Sqlite.number(connection, "PRAGMA user_version");
  }
}
