package dev.roundtable.archive;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

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
   * @param turn is held by whoever has the connection
   */
  static DataSource of(DataSource pool, Dialect.Haste haste, Semaphore turn) {
    InvocationHandler handler =
        (_, method, arguments) ->
            method.getName().equals("getConnection")
                ? inTurn(() -> (Connection) call(pool, method, arguments), haste, turn)
                : call(pool, method, arguments);
    return proxy(DataSource.class, handler);
  }

  private interface Source {
    Connection connection() throws Throwable;
  }

  private static Connection inTurn(Source source, Dialect.Haste haste, Semaphore turn)
      throws Throwable {
    turn.acquireUninterruptibly();
    boolean given = false;
    try {
      var connection = source.connection();
      try {
        execute(connection, haste.begin());
        given = true;
      } finally {
        if (!given) {
          connection.close();
        }
      }
      return hasty(connection, haste, turn);
    } finally {
      if (!given) {
        turn.release();
      }
    }
  }

  private static Connection hasty(Connection connection, Dialect.Haste haste, Semaphore turn) {
    InvocationHandler handler =
        (_, method, arguments) ->
            method.getName().equals("close") && !connection.isClosed()
                ? close(connection, haste, turn)
                : call(connection, method, arguments);
    return proxy(Connection.class, handler);
  }

  private static @Nullable Object close(Connection connection, Dialect.Haste haste, Semaphore turn)
      throws SQLException {
    try (connection) {
      leave(connection, haste.end());
      return null;
    } finally {
      turn.release();
    }
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
