package dev.roundtable.archive;

import static dev.roundtable.session.Tables.votes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roundtable.FreePort;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.session.Admission;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.StoreException;
import dev.roundtable.session.Tables;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class TroubleTest {
  private static final DebateId ID = new DebateId("debate-1");

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  private static SqlArchive archive(Database database) {
    return new SqlArchive(database, new EventCodec(), ArchiveContract.CLOCK);
  }

  private static void append(SqlArchive archive) {
    archive.append(archive.lease(ID), ArchiveContract.opened(ID));
  }

  private static void inBackground(Database database, String sql) {
    database.write(handle -> handle.execute(sql));
  }

  @Test
  void anotherWriterWhoDoesNotLetGoIsNamed() throws SQLException {
    var url = TestDatabases.sqlite(folder);
    var impatient = new Properties();
    impatient.setProperty("busy_timeout", "20");
    try (var database = Database.open(url, impatient);
        var other = DriverManager.getConnection(url);
        var statement = other.createStatement()) {
      statement.execute("begin immediate");
      assertThatThrownBy(() -> append(archive(database))).isInstanceOf(StoreException.Locked.class);
      statement.execute("rollback");
      append(archive(database));

      assertThat(archive(database).read(ID)).hasSize(1);
    }
  }

  @Test
  void aFullDiskIsNamedAndNothingIsHalfWritten() {
    try (var database = TestDatabases.open(TestDatabases.sqlite(folder))) {
      var archive = archive(database);
      var lease = archive.lease(ID);
      inBackground(database, "pragma max_page_count = 1");
      int written = 0;
      StoreException failure = null;
      while (failure == null && written < 10_000) {
        try {
          archive.append(lease, Samples.ofEachType().getFirst());
          written++;
        } catch (StoreException e) {
          failure = e;
        }
      }

      assertThat(failure).isInstanceOf(StoreException.Full.class);
      assertThat(archive.read(ID)).hasSize(written);
      inBackground(database, "pragma max_page_count = 1000000");
      assertThat(archive.append(lease, Samples.ofEachType().get(1)).seq()).isEqualTo(written + 1L);
    }
  }

  @Test
  void aDatabaseThatAnswersButTakesNothingIsNotWellUntilItDoes() throws SQLException {
    var url = TestDatabases.sqlite(folder);
    try (var store = DebateStore.open(url, new Properties(), ArchiveContract.CLOCK);
        var other = DriverManager.getConnection(url);
        var statement = other.createStatement()) {
      statement.execute(
          "create trigger full before insert on memo begin select raise(abort, 'no room'); end");
      store.ping();
      assertThatThrownBy(() -> store.memo().write("a", "b"))
          .isInstanceOf(StoreException.Refused.class);
      assertThatThrownBy(store::ping).isInstanceOf(StoreException.Refused.class);
      statement.execute("drop trigger full");
      store.ping();

      assertThat(store.memo().read("a")).isEmpty();
    }
  }

  @Test
  void aConnectionLostInMidCommitIsUnsureAndTheNextOneIsSound() {
    try (var database = TestDatabases.open(TestDatabases.postgres())) {
      inBackground(
          database,
          """
          create function die() returns trigger language plpgsql as
          'begin perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1); return null; end'
          """);
      inBackground(
          database,
          """
          create constraint trigger dies after insert on debate_event
          deferrable initially deferred for each row execute function die()
          """);
      var archive = archive(database);
      assertThatThrownBy(() -> append(archive)).isInstanceOf(StoreException.Unsure.class);
      assertThat(archive.read(ID)).isEmpty();
      inBackground(database, "drop trigger dies on debate_event");
      append(archive);

      assertThat(archive.read(ID)).hasSize(1);
    }
  }

  @Test
  void aServerThatIsDownIsNamedAndUsedAgainWhenItIsBack() throws IOException {
    var data = Files.createDirectory(folder.resolve("data"));
    int port = FreePort.draw();
    Database database;
    try (var _ = server(data, port)) {
      database = TestDatabases.open("jdbc:postgresql://localhost:" + port + "/postgres");
      append(archive(database));
    }
    try (database) {
      assertThatThrownBy(() -> append(archive(database)))
          .isInstanceOf(StoreException.Unreachable.class)
          .hasMessageContaining("cannot be reached");
      try (var _ = server(data, port)) {
        assertThat(archive(database).read(ID)).hasSize(1);
      }
    }
  }

  @Test
  void aDebateWhoseServerRestartsGoesOnWithTheVotesThatItHas() throws IOException {
    var data = Files.createDirectory(folder.resolve("data"));
    var servers = new ArrayDeque<EmbeddedPostgres>();
    int port = FreePort.draw();
    servers.add(server(data, port));
    var asked = new AtomicInteger();
    Panelist restarts =
        brief -> {
          if (asked.incrementAndGet() == 1) {
            // On its own thread: the debate that loses its database ends this call.
            CompletableFuture.runAsync(() -> restart(servers, data, port)).join();
          }
          return votes("a").answer(brief);
        };
    var url = "jdbc:postgresql://localhost:" + port + "/postgres";
    try (var replica = Replica.of(url, Tables.of(votes("a"), restarts), ID).start()) {
      replica.open("m1", 1);

      assertThat(replica.settled(ID).rounds().getFirst().cast()).hasSize(2);
    } finally {
      servers.getLast().close();
    }
  }

  private static void restart(Deque<EmbeddedPostgres> servers, Path data, int port) {
    try {
      servers.removeFirst().close();
      servers.add(server(data, port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aDebateWhoseFileIsLockedForAWhileGoesOnWithTheVotesThatItHas() throws SQLException {
    var url = TestDatabases.sqlite(folder);
    var impatient = new Properties();
    impatient.setProperty("busy_timeout", "20");
    var asked = new AtomicInteger();
    var locked = new CountDownLatch(1);
    try (var other = DriverManager.getConnection(url);
        var statement = other.createStatement()) {
      Panelist locks =
          brief -> {
            if (asked.incrementAndGet() == 1) {
              execute(statement, "begin immediate");
              locked.countDown();
            }
            return votes("a").answer(brief);
          };
      var store = DebateStore.open(url, impatient, Replica.CLOCK);
      try (var replica = new Replica(store, Tables.of(locks, locks), ID).start()) {
        replica.open("m1", 1);
        locked.await();
        replica.sessions.whenIdle(ID).exceptionally(_ -> null).join();
        assertThat(store.archive().read(ID))
            .noneMatch(entry -> entry.event() instanceof DebateEvent.VerdictReached);
        execute(statement, "rollback");

        assertThat(replica.settled(ID).rounds().getFirst().cast()).hasSize(2);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aDebateThatCouldNotBeHandedToAWorkerRunsOnceTheDatabaseTakesItAgain() throws Exception {
    var url = TestDatabases.sqlite(folder);
    var strays = Replica.SETTINGS.heartbeat().multipliedBy(2);
    try (var replica = Replica.of(url, Tables.of(votes("a"), votes("a")), ID).start();
        var other = DriverManager.getConnection(url);
        var statement = other.createStatement()) {
      replica.timer.awaitAlarmIn(strays);
      execute(
          statement,
          """
          create trigger refuses before insert on scheduled_tasks
          begin select raise(abort, 'no room'); end
          """);
      assertThat(replica.open("m1", 1)).isEqualTo(new Admission.Opened(ID));
      replica.timer.advance(strays);
      replica.timer.awaitAlarmIn(strays);
      execute(statement, "drop trigger refuses");
      replica.timer.advance(strays);

      assertThat(replica.settled(ID).rulings()).hasSize(1);
    }
  }

  private static void execute(Statement statement, String sql) {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EmbeddedPostgres server(Path data, int port) throws IOException {
    return EmbeddedPostgres.builder()
        .setDataDirectory(data)
        .setCleanDataDirectory(false)
        .setPort(port)
        .start();
  }

  @Test
  void aStoreThatCannotBeOpenedSaysWhy() throws IOException {
    var notADatabase = folder.resolve("x.db");
    Files.writeString(notADatabase, "this is no database, it is a text of some length".repeat(100));

    assertThatThrownBy(() -> TestDatabases.open("jdbc:sqlite:" + notADatabase))
        .isInstanceOf(StoreException.Refused.class)
        .hasMessageContaining("26");
    assertThatThrownBy(() -> TestDatabases.open("jdbc:h2:mem:x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
