package eu.sotto.store;

import eu.sotto.store.StoreException.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/**
 * What a PostgreSQL database must hold: numbered scripts, each run exactly once, by its owner or,
 * printed, by an operator. Versions 15 to 18 of the server.
 */
public final class PostgresSchema {
  private static final List<String> SCRIPTS =
      List.of(
          "/eu/sotto/store/postgres/001-tables.sql",
          "/eu/sotto/store/postgres/002-roles.sql",
          "/eu/sotto/store/postgres/003-records.sql",
          "/eu/sotto/store/postgres/004-nodes.sql",
          "/eu/sotto/store/postgres/005-contact.sql",
          "/eu/sotto/store/postgres/006-disposal.sql",
          "/eu/sotto/store/postgres/007-asked.sql");

  private PostgresSchema() {}

  /**
   * Everything that an empty database needs, for an operator to read and to run.
   *
   * @return SQL, one transaction per script
   */
  public static String script() {
    StringBuilder script = new StringBuilder();
    for (int version = 1; version <= SCRIPTS.size(); version++) {
      script.append("BEGIN;\n\n").append(step(version)).append("\nCOMMIT;\n\n");
    }
    return script.toString();
  }

  private static String step(int version) {
    return Schema.text(SCRIPTS.get(version - 1))
        + "\nINSERT INTO sotto.schema_version (version) VALUES ("
        + version
        + ");\n";
  }

  /**
   * Runs the scripts that the database has not seen.
   *
   * @param owner connects as somebody who may create the schema and, for the roles, roles
   * @throws StoreException {@link Fault#TOO_NEW} or {@link Fault#UNAVAILABLE}
   */
  public static void apply(DataSource owner) {
    try (Connection connection = owner.getConnection()) {
      for (long version = version(connection) + 1; version <= SCRIPTS.size(); version++) {
        connection.setAutoCommit(false);
        Sqlite.execute(connection, step((int) version));
        connection.commit();
      }
    } catch (SQLException e) {
      throw PostgresFaults.of(e);
    }
  }

  /** Refuses a database without this schema, and settings under which a commit may be lost. */
  static void require(Connection connection) throws SQLException {
    long version = version(connection);
    boolean found = Sqlite.text(connection, "SELECT current_schema()").equals("sotto");
    if (!found || version != SCRIPTS.size()) {
      Fault fault = version > SCRIPTS.size() ? Fault.TOO_NEW : Fault.FOREIGN;
      throw new StoreException(fault, PostgresFaults.NAME, null);
    }
    if (!Sqlite.text(connection, "SELECT pg_is_in_recovery()::text").equals("false")) {
      throw new StoreException(Fault.UNAVAILABLE, "the database, a standby,", null);
    }
    for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
      requireOn(setting, Sqlite.text(connection, "SHOW " + setting));
    }
    // What is read behind an advisory lock must be what its last holder committed.
    String isolation = Sqlite.text(connection, "SHOW transaction_isolation");
    if (!isolation.equals("read committed")) {
      throw new StoreException(
          Fault.UNSAFE_SETTINGS, PostgresFaults.NAME + " at isolation " + isolation, null);
    }
  }

  static void requireOn(String setting, String value) {
    if (value.equals("off")) {
      throw new StoreException(
          Fault.UNSAFE_SETTINGS, PostgresFaults.NAME + " with " + setting + "=off", null);
    }
  }

  private static long version(Connection connection) throws SQLException {
    boolean none =
        Sqlite.text(connection, "SELECT (to_regclass('sotto.schema_version') IS NULL)::text")
            .equals("true");
    return none ? 0 : Rows.number(connection, "SELECT max(version) FROM sotto.schema_version");
  }
}
