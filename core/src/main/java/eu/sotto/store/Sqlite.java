package eu.sotto.store;

import eu.sotto.store.StoreException.Fault;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Connections of the driver that service binding finds, with the settings every store needs. */
final class Sqlite {
  static final String MEMORY = "jdbc:sqlite::memory:";

  private static final String PREFIX = "jdbc:sqlite:";
  private static final int MAX_BROKEN = 100;

  /** How many pages wait in the log: one that changes often is written back less often. */
  private static final int LOG_PAGES = 8_000;

  private Sqlite() {}

  static String url(java.nio.file.Path file) {
    return PREFIX + file.toAbsolutePath();
  }

  /** A bare connection. */
  static Connection connect(String url, String store) {
    try {
      Driver driver = driver(url);
      Connection connection = driver == null ? null : driver.connect(url, new Properties());
      if (connection != null) {
        return connection;
      }
    } catch (SQLException e) {
      throw Faults.of(store, e);
    } catch (LinkageError e) {
      throw new StoreException(Fault.NO_DRIVER, store, e);
    }
    throw new StoreException(Fault.NO_DRIVER, store, null);
  }

  /** The first that takes the URL; a driver of the host's that cannot be loaded is passed over. */
  private static @Nullable Driver driver(String url) throws SQLException {
    // The loader of this class, not the thread's: in an application server they differ.
    Iterator<Driver> drivers =
        ServiceLoader.load(Driver.class, Sqlite.class.getClassLoader()).iterator();
    for (int broken = 0; broken < MAX_BROKEN; ) {
      try {
        if (!drivers.hasNext()) {
          return null;
        }
        Driver driver = drivers.next();
        if (driver.acceptsURL(url)) {
          return driver;
        }
      } catch (ServiceConfigurationError e) {
        broken++;
      }
    }
    return null;
  }

  /** Erased content is overwritten, a commit is forced, nothing spills into temporary files. */
  static void configure(Connection connection) throws SQLException {
    execute(connection, "PRAGMA busy_timeout=1000");
    execute(connection, "PRAGMA trusted_schema=OFF");
    execute(connection, "PRAGMA cell_size_check=ON");
    execute(connection, "PRAGMA temp_store=MEMORY");
    execute(connection, "PRAGMA foreign_keys=ON");
    execute(connection, "PRAGMA secure_delete=ON");
    execute(connection, "PRAGMA journal_mode=WAL");
    execute(connection, "PRAGMA synchronous=FULL");
    execute(connection, "PRAGMA wal_autocheckpoint=" + LOG_PAGES);
  }

  static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? result.getLong(1) : 0;
    }
  }

  static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return result.next() ? String.valueOf(result.getString(1)) : "";
    }
  }

  static void closeQuietly(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      System.getLogger(Sqlite.class.getName())
          .log(System.Logger.Level.WARNING, "a store's connection did not close cleanly", e);
    }
  }
}
