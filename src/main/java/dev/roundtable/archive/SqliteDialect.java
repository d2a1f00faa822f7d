package dev.roundtable.archive;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.zaxxer.hikari.HikariConfig;
import dev.roundtable.session.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** A file. Its result codes are those of sqlite.org/rescode.html. */
final class SqliteDialect implements Dialect {
  private static final int PERMISSION = 3;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READ_ONLY = 8;
  private static final int IO_ERROR = 10;
  private static final int FULL = 13;
  private static final int CANNOT_OPEN = 14;
  private static final int READERS = 2;
  // What NORMAL may lose, says sqlite.org/pragma.html#pragma_synchronous, are the last commits
  // before a loss of power; a process that dies loses none.
  private static final Haste HASTE =
      new Haste("pragma synchronous = normal", "pragma synchronous = full");

  @Override
  public HikariConfig pool(String url) {
    SqliteLibrary.locate();
    makeFolder(url.substring("jdbc:sqlite:".length()).replaceFirst("\\?.*", ""));
    // One writer: a second connection would only wait for the lock of the first.
    return connections(url, 1);
  }

  // With a write-ahead log, whoever reads waits for nobody.
  @Override
  public Optional<HikariConfig> readers(String url) {
    return Optional.of(connections(url, READERS));
  }

  private static HikariConfig connections(String url, int most) {
    var pool = new HikariConfig();
    pool.setJdbcUrl(url);
    pool.setMaximumPoolSize(most);
    pool.addDataSourceProperty("journal_mode", "WAL");
    pool.addDataSourceProperty("synchronous", "FULL");
    pool.addDataSourceProperty("transaction_mode", "IMMEDIATE");
    pool.addDataSourceProperty("busy_timeout", "5000");
    pool.addDataSourceProperty("secure_delete", "true");
    return pool;
  }

  @Override
  public boolean forgetsStatements() {
    return true;
  }

  @Override
  public Optional<Haste> writesTogether() {
    return Optional.of(HASTE);
  }

  @Override
  public DataSource forSchedules(DataSource pool, Semaphore turn) {
    return HastyConnections.of(pool, HASTE, turn);
  }

  @Override
  public JdbcCustomization schedules() {
    return new SqliteSchedules();
  }

  private static void makeFolder(String file) {
    var folder = Path.of(file).toAbsolutePath().getParent();
    if (folder != null) {
      try {
        Files.createDirectories(folder);
      } catch (IOException e) {
        throw new StoreException.Refused("the folder " + folder + " cannot be made.", e);
      }
    }
  }

  @Override
  public Map<String, String> types() {
    return Map.of(
        "identity", "integer primary key autoincrement",
        "instant", "timestamp",
        "bytes", "blob",
        "flag", "bit");
  }

  // Its transactions are immediate: there is one at a time.
  @Override
  public String locking() {
    return "";
  }

  @Override
  public List<String> scrub() {
    return List.of("pragma wal_checkpoint(truncate)");
  }

  @Override
  public Optional<String> backup() {
    return Optional.of("vacuum into ?");
  }

  @Override
  public StoreException named(SQLException failure) {
    if (failure instanceof SQLTransientConnectionException) {
      return new StoreException.Locked(failure);
    }
    return switch (failure.getErrorCode() & 0xff) {
      case BUSY, LOCKED -> new StoreException.Locked(failure);
      case FULL -> new StoreException.Full(failure);
      case CANNOT_OPEN -> new StoreException.Unreachable(failure);
      case PERMISSION, READ_ONLY ->
          new StoreException.Refused("its file may not be written to.", failure);
      case IO_ERROR -> new StoreException.Refused("its disk has an error.", failure);
      default ->
          new StoreException.Refused("SQLite result code " + failure.getErrorCode() + ".", failure);
    };
  }
}
