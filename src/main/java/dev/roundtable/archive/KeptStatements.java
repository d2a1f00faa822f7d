package dev.roundtable.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilder;
import org.jdbi.v3.core.statement.StatementBuilderFactory;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Keeps what was prepared on a connection for whoever needs it next, for drivers that read the
 * words of a statement anew each time that it is run. Nobody else uses the connection meanwhile.
 */
final class KeptStatements extends DefaultStatementBuilder {
  // More than there are; a list of values in the text makes a statement for each of its lengths.
  private static final int MOST = 200;
  // Others leave something open when they end, or are run once.
  private static final Pattern KEPT = Pattern.compile("\\s*(?i:select|insert|update|delete)\\b");

  private final Connection connection;
  private final LinkedHashMap<String, PreparedStatement> idle = new LinkedHashMap<>();
  private final IdentityHashMap<Statement, String> inUse = new IdentityHashMap<>();

  private KeptStatements(Connection connection) {
    this.connection = connection;
  }

  /** For the connections of a pool, each of which keeps its own for as long as it lives. */
  static StatementBuilderFactory ofPool() {
    var known = new ConcurrentHashMap<Connection, StatementBuilder>();
    return pooled -> {
      var connection = unwrapped(pooled);
      var kept = known.get(connection);
      if (kept == null) {
        known.keySet().removeIf(KeptStatements::isClosed);
        kept = new KeptStatements(connection);
        known.put(connection, kept);
      }
      return kept;
    };
  }

  // The pool ends what was prepared through it when the connection goes back.
  private static Connection unwrapped(Connection pooled) {
    try {
      return pooled.unwrap(Connection.class);
    } catch (SQLException e) {
      throw new IllegalStateException("a connection is one", e);
    }
  }

  private static boolean isClosed(Connection connection) {
    try {
      return connection.isClosed();
    } catch (SQLException _) {
      return true;
    }
  }

  @Override
  public PreparedStatement create(Connection pooled, String sql, StatementContext context)
      throws SQLException {
    if (!KEPT.matcher(sql).lookingAt()) {
      return super.create(pooled, sql, context);
    }
    var kept = idle.remove(sql);
    var statement = kept == null || kept.isClosed() ? connection.prepareStatement(sql) : kept;
    inUse.put(statement, sql);
    return statement;
  }

  // What is handed in as its text are the words before its names became question marks.
  @Override
  public void close(Connection pooled, String written, Statement statement) throws SQLException {
    var sql = inUse.remove(statement);
    boolean free = sql != null && !statement.isClosed() && !idle.containsKey(sql);
    if (free && statement instanceof PreparedStatement prepared) {
      prepared.clearParameters();
      idle.put(sql, prepared);
      endOldest();
    } else {
      super.close(pooled, written, statement);
    }
  }

  private void endOldest() throws SQLException {
    if (idle.size() > MOST) {
      idle.pollFirstEntry().getValue().close();
    }
  }
}
