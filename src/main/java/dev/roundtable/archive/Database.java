package dev.roundtable.archive;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.roundtable.session.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionException;

/** A pool of connections to one database, whose tables are those of this version. */
final class Database implements AutoCloseable {
  private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(5);

  private final Dialect dialect;
  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(Dialect dialect, HikariDataSource pool) {
    this.dialect = dialect;
    this.pool = pool;
    this.jdbi = Jdbi.create(pool);
  }

  /**
   * Connects and brings the tables up to date.
   *
   * @param login properties of the driver that are not for the configuration, such as user and
   *     password
   * @throws StoreException if that fails
   */
  static Database open(String url, Properties login) {
    var dialect = Dialect.of(url);
    var config = dialect.pool(url);
    login
        .stringPropertyNames()
        .forEach(name -> config.addDataSourceProperty(name, login.getProperty(name)));
    config.setPoolName("roundtable");
    config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
    return named(
        dialect,
        () -> {
          var database = new Database(dialect, new HikariDataSource(config));
          try {
            database.migrate();
          } catch (FlywayException e) {
            database.close();
            throw e;
          }
          return database;
        });
  }

  private void migrate() {
    Flyway.configure()
        .dataSource(pool)
        .locations("classpath:dev/roundtable/archive/migration")
        .placeholders(dialect.types())
        .load()
        .migrate();
  }

  Dialect dialect() {
    return dialect;
  }

  DataSource dataSource() {
    return pool;
  }

  /** Runs statements that belong together; all of them are durable on return, or none is. */
  <T> T write(HandleCallback<T, RuntimeException> statements) {
    return freshAfterLoss(() -> jdbi.inTransaction(statements));
  }

  /** Runs a query. */
  <T> T read(HandleCallback<T, RuntimeException> query) {
    return freshAfterLoss(() -> jdbi.withHandle(query));
  }

  // A server that restarted has ended all connections, not only the one that noticed.
  private <T> T freshAfterLoss(Supplier<T> action) {
    try {
      return named(dialect, action);
    } catch (StoreException.Unreachable | StoreException.Unsure e) {
      pool.getHikariPoolMXBean().softEvictConnections();
      throw e;
    }
  }

  /** Wipes from the disk what was deleted. */
  void scrub() {
    read(handle -> {
      dialect.scrub().forEach(handle::execute);
      return dialect;
    });
  }

  /** False if the dialect has no statement for it. */
  boolean backUp(Path file) {
    var statement = dialect.backup();
    statement.ifPresent(copy -> read(handle -> handle.execute(copy, file.toString())));
    return statement.isPresent();
  }

  private static <T> T named(Dialect dialect, Supplier<T> action) {
    try {
      return action.get();
    } catch (JdbiException | FlywayException | PoolInitializationException e) {
      throw named(dialect, e);
    }
  }

  private static StoreException named(Dialect dialect, RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        var named = dialect.named(sql);
        return named instanceof StoreException.Unreachable
                && failure instanceof TransactionException
            ? new StoreException.Unsure(failure)
            : named;
      }
    }
    return new StoreException.Refused(String.valueOf(failure.getMessage()), failure);
  }

  @Override
  public void close() {
    pool.close();
  }
}
