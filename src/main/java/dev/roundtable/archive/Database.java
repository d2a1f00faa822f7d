package dev.roundtable.archive;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.roundtable.session.StoreException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pool of connections to one database, whose tables are those of this version. */
final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(5);

  private final Dialect dialect;
  private final HikariDataSource pool;
  private final Optional<HikariDataSource> readers;
  private final Jdbi writing;
  private final Jdbi reading;
  // In order of arrival: the pool would give the one connection back to whoever had it last, and
  // let others wait until they give up.
  private final Semaphore turn = new Semaphore(1, true);
  private final Optional<GroupCommit> together;
  private volatile boolean failedToWrite;

  private Database(Dialect dialect, HikariDataSource pool, Optional<HikariDataSource> readers) {
    this.dialect = dialect;
    this.pool = pool;
    this.readers = readers;
    this.writing = Jdbi.create(pool);
    this.reading = readers.map(Jdbi::create).orElse(writing);
    if (dialect.forgetsStatements()) {
      writing.setStatementBuilderFactory(KeptStatements.ofPool());
      reading.setStatementBuilderFactory(KeptStatements.ofPool());
    }
    this.together = dialect.writesTogether().map(haste -> new GroupCommit(writing, haste, turn));
  }

  // Whatever fails here fails again, and is told, where it is needed.
  static void readied() {
    SqliteLibrary.locate();
    try (var connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      Jdbi.create(connection);
      Flyway.configure().load();
    } catch (SQLException e) {
      LOG.info("SQLite is not there", e);
    }
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
    var config = configured(dialect.pool(url), login);
    return named(
        dialect,
        () -> {
          var pool = new HikariDataSource(config);
          try {
            migrate(dialect, pool);
            var readers = dialect.readers(url).map(more -> configured(more, login));
            return new Database(dialect, pool, readers.map(HikariDataSource::new));
          } catch (FlywayException | PoolInitializationException e) {
            pool.close();
            throw e;
          }
        });
  }

  private static HikariConfig configured(HikariConfig config, Properties login) {
    login
        .stringPropertyNames()
        .forEach(name -> config.addDataSourceProperty(name, login.getProperty(name)));
    config.setPoolName("roundtable");
    config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
    return config;
  }

  private static void migrate(Dialect dialect, DataSource pool) {
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

  /** Connections for leasing debates out. */
  DataSource forSchedules() {
    return dialect.forSchedules(pool, turn);
  }

  /**
   * Runs statements that belong together; all of them are durable on return, or none is. They may
   * be run more than once, and touch nothing but the handle.
   */
  <T> T write(HandleCallback<T, RuntimeException> statements) {
    return write(statements, false);
  }

  /**
   * The same for what may be lost with the power of the machine, as long as nothing that is written
   * later outlives it. Others see it at once, and a process that dies loses none of it.
   */
  <T> T writeHastily(HandleCallback<T, RuntimeException> statements) {
    return write(statements, true);
  }

  private <T> T write(HandleCallback<T, RuntimeException> statements, boolean hasty) {
    try {
      var written =
          freshAfterLoss(() ->
              together.isPresent()
                  ? together.get().write(statements, hasty)
                  : writing.inTransaction(statements));
      failedToWrite = false;
      return written;
    } catch (StoreException.Locked e) {
      throw e;
    } catch (StoreException e) {
      failedToWrite = true;
      throw e;
    }
  }

  /** Whether what was written last failed for a reason that may not have passed. */
  boolean failedToWrite() {
    return failedToWrite;
  }

  /** Runs a query. */
  <T> T read(HandleCallback<T, RuntimeException> query) {
    return freshAfterLoss(() -> reading.withHandle(query));
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
    freshAfterLoss(() ->
        writing.withHandle(handle -> {
          dialect.scrub().forEach(handle::execute);
          return dialect;
        }));
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
    together.ifPresent(GroupCommit::close);
    readers.ifPresent(HikariDataSource::close);
    pool.close();
  }
}
