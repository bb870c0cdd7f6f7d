package eu.sotto.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicReference;

/** A connection whose next statement with a given text fails with a given code. */
final class FaultyConnection {
  private final AtomicReference<String> text = new AtomicReference<>("");
  private volatile int code;

  /** Arms the fault for one statement. */
  void failNext(String statement, int sqliteCode) {
    code = sqliteCode;
    text.set(statement);
  }

  Connection around(Connection real) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object result = method.invoke(real, arguments);
          return result instanceof Statement s && method.getName().equals("createStatement")
              ? around(s)
              : result;
        });
  }

  private Statement around(Statement real) {
    return proxy(
        Statement.class,
        (method, arguments) -> {
          if (method.getName().equals("execute") && text.compareAndSet((String) arguments[0], "")) {
            throw new SQLException("[SQLITE_INJECTED] injected", null, code);
          }
          return method.invoke(real, arguments);
        });
  }

  private interface Call {
    Object of(java.lang.reflect.Method method, Object[] arguments) throws Throwable;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return call.of(method, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
