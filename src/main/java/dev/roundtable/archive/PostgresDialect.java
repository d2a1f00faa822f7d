package dev.roundtable.archive;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.zaxxer.hikari.HikariConfig;
import dev.roundtable.session.StoreException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** A server. Its SQLSTATE codes are those of appendix A of its manual, "Error Codes". */
final class PostgresDialect implements Dialect {
  private static final int CONNECTIONS = 10;
  private static final Set<String> BUSY = Set.of("40001", "40P01", "55P03", "57014");
  private static final Set<String> DOWN = Set.of("53300", "57P01", "57P02", "57P03", "57P05");
  private static final Set<String> NO_ROOM = Set.of("53100");
  private static final String CONNECTION = "08";

  @Override
  public HikariConfig pool(String url) {
    var pool = new HikariConfig();
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.addDataSourceProperty("ApplicationName", "roundtable");
    // Seconds. A server that vanished without a word must not hold a debate for long.
    pool.addDataSourceProperty("connectTimeout", "5");
    pool.addDataSourceProperty("socketTimeout", "20");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    return pool;
  }

  @Override
  public Optional<HikariConfig> readers(String url) {
    return Optional.empty();
  }

  @Override
  public boolean forgetsStatements() {
    return false;
  }

  @Override
  public Optional<Haste> writesTogether() {
    return Optional.empty();
  }

  @Override
  public DataSource forSchedules(DataSource pool, Semaphore turn) {
    return pool;
  }

  @Override
  public JdbcCustomization schedules() {
    return new PostgreSqlJdbcCustomization(false, false);
  }

  @Override
  public Map<String, String> types() {
    return Map.of(
        "identity", "bigint generated always as identity primary key",
        "instant", "timestamp with time zone",
        "bytes", "bytea",
        "flag", "boolean");
  }

  @Override
  public String locking() {
    return " for update";
  }

  @Override
  public List<String> scrub() {
    return List.of("vacuum debate_event", "vacuum inbox", "vacuum debate");
  }

  @Override
  public Optional<String> backup() {
    return Optional.empty();
  }

  @Override
  public StoreException named(SQLException failure) {
    var state = failure.getSQLState();
    if (failure instanceof SQLTransientConnectionException || state == null) {
      return new StoreException.Unreachable(failure);
    }
    if (state.startsWith(CONNECTION) || DOWN.contains(state)) {
      return new StoreException.Unreachable(failure);
    }
    if (BUSY.contains(state)) {
      return new StoreException.Locked(failure);
    }
    return NO_ROOM.contains(state)
        ? new StoreException.Full(failure)
        : new StoreException.Refused("PostgreSQL error " + state + ".", failure);
  }
}
