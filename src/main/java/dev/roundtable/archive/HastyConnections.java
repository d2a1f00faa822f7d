package dev.roundtable.archive;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * The connections of a pool for statements whose loss, when the machine loses its power, does no
 * harm: they do not wait for the disk. What was written before still reaches it before them.
 */
final class HastyConnections {
  private HastyConnections() {}

  /**
   * A view of the pool.
   *
   * @param haste ends before a connection goes back
   */
  static DataSource of(DataSource pool, Dialect.Haste haste) {
    InvocationHandler handler =
        (_, method, arguments) -> {
          var result = call(pool, method, arguments);
          return result instanceof Connection connection ? hasty(connection, haste) : result;
        };
    return proxy(DataSource.class, handler);
  }

  private static Connection hasty(Connection connection, Dialect.Haste haste) throws SQLException {
    execute(connection, haste.begin());
    InvocationHandler handler =
        (_, method, arguments) -> {
          if (method.getName().equals("close") && !connection.isClosed()) {
            leave(connection, haste.end());
          }
          return call(connection, method, arguments);
        };
    return proxy(Connection.class, handler);
  }

  // What is not committed by now never will be, and the setting holds only outside of it.
  private static void leave(Connection connection, String end) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.rollback();
      connection.setAutoCommit(true);
    }
    execute(connection, end);
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Object call(Object of, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(of, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    var loader = HastyConnections.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, handler));
  }
}
