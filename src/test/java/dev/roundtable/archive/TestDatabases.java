package dev.roundtable.archive;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** Fresh databases of both kinds, as several processes would open them. */
public final class TestDatabases {
  // Several may start at once, on a machine that does much else.
  private static final Duration START = Duration.ofMinutes(1);
  private static final AtomicInteger MADE = new AtomicInteger();

  private TestDatabases() {}

  // Started once for all tests, and ended by its own shutdown hook.
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setPGStartupWait(START).start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static String sqlite(Path folder) {
    return "jdbc:sqlite:" + folder.resolve("roundtable-" + MADE.incrementAndGet() + ".db");
  }

  /**
   * One that loses with its server what was committed last: the server of the tests is in haste.
   */
  public static String postgres() {
    var name = "roundtable" + MADE.incrementAndGet();
    run("create database " + name);
    return "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/" + name;
  }

  /** One that waits for the disk, as PostgreSQL does unless it is told otherwise. */
  public static String durablePostgres() {
    var url = postgres();
    var name = url.substring(url.lastIndexOf('/') + 1);
    run("alter database " + name + " set synchronous_commit = on");
    return url;
  }

  private static void run(String statement) {
    try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var one = connection.createStatement()) {
      one.execute(statement);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Database open(String url) {
    return Database.open(url, login(url));
  }

  public static Properties login(String url) {
    var login = new Properties();
    if (url.startsWith("jdbc:postgresql:")) {
      login.setProperty("user", "postgres");
      login.setProperty("password", "postgres");
    }
    return login;
  }
}
