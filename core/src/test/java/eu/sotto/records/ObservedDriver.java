package eu.sotto.records;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;

/** SQLite's driver, told before each commit; it stands aside unless the current thread asked. */
public final class ObservedDriver implements Driver {
  private static final ThreadLocal<Steps> STEPS = new ThreadLocal<>();
  private static final ThreadLocal<Boolean> ALL = ThreadLocal.withInitial(() -> false);

  /** For the service loader. */
  public ObservedDriver() {}

  /** Observes the connections that this thread opens from now on. */
  static void observe(Steps steps) {
    STEPS.set(steps);
  }

  /** Observes records, ledger and keys that this thread opens from now on. */
  public static void observeAll(Steps steps) {
    STEPS.set(steps);
    ALL.set(true);
  }

  /** Observes nothing more that is opened. */
  public static void standAside() {
    STEPS.remove();
    ALL.remove();
  }

  @Override
  public boolean acceptsURL(String url) {
    return STEPS.get() != null
        && url.startsWith("jdbc:sqlite:")
        && (url.endsWith("records.db")
            || (ALL.get() && (url.endsWith("ledger.db") || url.endsWith("keys.db"))));
  }

  @Override
  public Connection connect(String url, Properties info) throws SQLException {
    Steps steps = STEPS.get();
    for (Driver driver : ServiceLoader.load(Driver.class)) {
      if (!(driver instanceof ObservedDriver) && driver.acceptsURL(url)) {
        return observed(driver.connect(url, info), steps);
      }
    }
    throw new SQLException("no driver");
  }

  private static Connection observed(Connection real, Steps steps) {
    return proxy(
        Connection.class,
        real,
        (method, arguments, result) ->
            result instanceof Statement statement && method.equals("createStatement")
                ? observed(statement, steps)
                : result,
        (method, arguments) -> {});
  }

  private static Statement observed(Statement real, Steps steps) {
    return proxy(
        Statement.class,
        real,
        (method, arguments, result) -> result,
        (method, arguments) -> {
          if (method.equals("execute") && "COMMIT".equals(arguments[0])) {
            commit(steps);
          }
        });
  }

  private static void commit(Steps steps) throws SQLException {
    try {
      steps.before("commit");
    } catch (Steps.Injected e) {
      throw new SQLException("[SQLITE_FULL] database or disk is full", null, 13);
    }
  }

  private interface After {
    Object of(String method, Object[] arguments, Object result);
  }

  private interface Before {
    void of(String method, Object[] arguments) throws SQLException;
  }

  private static <T> T proxy(Class<T> type, T real, After after, Before before) {
    return type.cast(
        Proxy.newProxyInstance(
            ObservedDriver.class.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              before.of(method.getName(), arguments);
              return after.of(method.getName(), arguments, invoke(real, method, arguments));
            }));
  }

  private static Object invoke(Object real, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) {
    return new DriverPropertyInfo[0];
  }

  @Override
  public int getMajorVersion() {
    return 1;
  }

  @Override
  public int getMinorVersion() {
    return 0;
  }

  @Override
  public boolean jdbcCompliant() {
    return false;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getGlobal();
  }
}
