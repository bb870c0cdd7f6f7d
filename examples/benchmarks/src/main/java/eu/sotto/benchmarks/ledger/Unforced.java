package eu.sotto.benchmarks.ledger;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;

/**
 * SQLite's driver, but a store that asks for {@code synchronous=FULL} gets {@code synchronous=OFF}:
 * the same code as ever, and nothing is forced.
 */
public final class Unforced implements Driver {
  private static final String FULL = "PRAGMA synchronous=FULL";

  private final Driver real = new org.sqlite.JDBC();

  /** For service binding. */
  public Unforced() {}

  /** A folder that makes a JVM with it in front of its class path find this driver first. */
  static Path services(Path folder) throws IOException {
    Path file = folder.resolve("META-INF/services/java.sql.Driver");
    Files.createDirectories(file.getParent());
    Files.writeString(file, Unforced.class.getName() + "\n");
    return folder;
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    Connection connection = real.connect(url, info);
    return (Connection)
        Proxy.newProxyInstance(
            Unforced.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (self, method, arguments) -> {
              Object result = called(() -> method.invoke(connection, arguments));
              return method.getName().equals("createStatement")
                  ? unforced((Statement) result)
                  : result;
            });
  }

  private static Statement unforced(Statement statement) {
    return (Statement)
        Proxy.newProxyInstance(
            Unforced.class.getClassLoader(),
            new Class<?>[] {Statement.class},
            (self, method, arguments) ->
                method.getName().equals("execute") && FULL.equals(arguments[0])
                    ? statement.execute("PRAGMA synchronous=OFF")
                    : called(() -> method.invoke(statement, arguments)));
  }

  /** A call by reflection. */
  private interface Invocation {
    Object run() throws IllegalAccessException, InvocationTargetException;
  }

  private static Object called(Invocation invocation) throws Throwable {
    try {
      return invocation.run();
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public boolean acceptsURL(String url) throws SQLException {
    return real.acceptsURL(url);
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
    return real.getPropertyInfo(url, info);
  }

  @Override
  public int getMajorVersion() {
    return real.getMajorVersion();
  }

  @Override
  public int getMinorVersion() {
    return real.getMinorVersion();
  }

  @Override
  public boolean jdbcCompliant() {
    return real.jdbcCompliant();
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(Unforced.class.getName());
  }
}
