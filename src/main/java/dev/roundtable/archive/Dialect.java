package dev.roundtable.archive;

import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.zaxxer.hikari.HikariConfig;
import dev.roundtable.session.StoreException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** What differs between the databases. */
interface Dialect {
  /** How connections are made and how many. */
  HikariConfig pool(String url);

  /** Further connections that only read, if those of the pool are too few for that. */
  Optional<HikariConfig> readers(String url);

  /** Whether its driver reads the words of a statement anew each time that it is run. */
  boolean forgetsStatements();

  /**
   * How one connection stops waiting for the disk at the end of each transaction, and begins again.
   *
   * @param begin a statement outside of any transaction
   * @param end likewise
   */
  record Haste(String begin, String end) {}

  /** If it has one writer at a time, so that those who wait had better write together. */
  Optional<Haste> writesTogether();

  /**
   * The pool for what the search for stray debates makes up for when the machine loses its power.
   *
   * @param turn is held by whoever writes, if there is one writer at a time
   */
  DataSource forSchedules(DataSource pool, Semaphore turn);

  /**
   * What the library of the schedules has to know of it. Left to find out by itself, it would go on
   * as with any other database whenever this one does not answer just then.
   */
  JdbcCustomization schedules();

  /** What the migrations call column types, by placeholder. */
  Map<String, String> types();

  /** What a select ends with whose rows nobody else may change until the transaction ends. */
  String locking();

  /** What has to be run, outside of a transaction, so that deleted text is gone from the disk. */
  List<String> scrub();

  /** What copies the whole database into the file that is its argument, if anything does. */
  Optional<String> backup();

  /** What a failure means when nothing was being committed. */
  StoreException named(SQLException failure);

  /** The dialect that the URL asks for. */
  static Dialect of(String url) {
    if (url.startsWith("jdbc:sqlite:")) {
      return new SqliteDialect();
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return new PostgresDialect();
    }
    throw new IllegalArgumentException("neither SQLite nor PostgreSQL: " + url);
  }
}
