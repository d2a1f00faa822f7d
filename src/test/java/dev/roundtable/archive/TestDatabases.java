package dev.roundtable.archive;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;

/** Fresh databases of both kinds, as several processes would open them. */
public final class TestDatabases {
  private static final AtomicInteger MADE = new AtomicInteger();

  private TestDatabases() {}

  // Started once for all tests, and ended by its own shutdown hook.
  private static final class Server {
    static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public static String sqlite(Path folder) {
    return "jdbc:sqlite:" + folder.resolve("roundtable-" + MADE.incrementAndGet() + ".db");
  }

  public static String postgres() {
    var name = "roundtable" + MADE.incrementAndGet();
    try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
        var statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
    return "jdbc:postgresql://localhost:" + Server.POSTGRES.getPort() + "/" + name;
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
