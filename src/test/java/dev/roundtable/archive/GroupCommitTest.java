package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roundtable.session.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GroupCommitTest {
  private static final int WRITERS = 400;
  private static final int FAILS_EVERY = 10;
  private static final int STORM = 40;
  private static final int LEASES = 200;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  private static int write(Database database, int number) {
    return database.write(handle -> {
      handle.execute("insert into numbers (n) values (?)", number);
      if (number % FAILS_EVERY == 0) {
        throw new IllegalStateException("number " + number);
      }
      return number;
    });
  }

  @Test
  void ofManyWhoWriteAtOnceWhoeverFailsDoesSoAloneAndWithItsOwnReason() throws Exception {
    var written = new TreeSet<Integer>();
    var failures = new ArrayList<String>();
    try (var database = TestDatabases.open(TestDatabases.sqlite(folder))) {
      database.write(handle -> handle.execute("create table numbers (n integer primary key)"));
      var writers = new ArrayList<Future<Integer>>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 1; i <= WRITERS; i++) {
          int number = i;
          writers.add(threads.submit(() -> write(database, number)));
        }
      }
      for (var writer : writers) {
        try {
          written.add(writer.get());
        } catch (ExecutionException e) {
          failures.add(Objects.requireNonNull(e.getCause()).getMessage());
        }
      }
      var stored =
          database.read(
              handle -> handle.createQuery("select n from numbers").mapTo(Integer.class).set());

      assertThat(stored).isEqualTo(written).hasSize(WRITERS - WRITERS / FAILS_EVERY);
      assertThat(failures).doesNotHaveDuplicates().hasSize(WRITERS / FAILS_EVERY);
    }
  }

  @Test
  void whoeverLeasesDebatesIsNotKeptWaitingByAStormOfWrites() throws Exception {
    try (var database = TestDatabases.open(TestDatabases.sqlite(folder));
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      database.write(handle -> handle.execute("create table numbers (n integer)"));
      var storm = new AtomicBoolean(true);
      var writers = new ArrayList<Future<Integer>>();
      for (int i = 0; i < STORM; i++) {
        writers.add(
            threads.submit(() -> {
              int written = 0;
              while (storm.get()) {
                written +=
                    database.write(handle -> handle.execute("insert into numbers values (1)"));
              }
              return written;
            }));
      }
      int leased = 0;
      for (; leased < LEASES; leased++) {
        // Who waits too long is refused.
        try (var connection = database.forSchedules().getConnection();
            var statement = connection.createStatement()) {
          statement.execute("insert into numbers values (2)");
        }
      }
      storm.set(false);
      int written = 0;
      for (var writer : writers) {
        written += writer.get();
      }
      var stored =
          database.read(handle ->
              handle
                  .createQuery("select n, count(*) from numbers group by n order by n")
                  .map((row, _) -> row.getInt(2))
                  .list());
      assertThat(stored).containsExactly(written, leased);
    }
  }

  @Test
  void whatIsWrittenHastilyIsSeenAtOnceAndFailsAlone() throws Exception {
    try (var database = TestDatabases.open(TestDatabases.sqlite(folder))) {
      database.write(handle -> handle.execute("create table numbers (n integer primary key)"));
      assertThat(database.<Integer>writeHastily(handle -> insert(handle, 1))).isEqualTo(1);
      assertThatThrownBy(() -> database.writeHastily(handle -> insert(handle, 1)))
          .isInstanceOf(StoreException.class);
      assertThat(database.<Integer>write(handle -> insert(handle, 2))).isEqualTo(1);
      var level =
          database.<Integer>write(
              handle -> handle.createQuery("pragma synchronous").mapTo(Integer.class).one());

      assertThat(level).as("FULL").isEqualTo(2);
    }
  }

  private static int insert(Handle handle, int number) {
    return handle.execute("insert into numbers (n) values (?)", number);
  }

  @Test
  void whoeverReadsDoesNotWaitForAWriter() throws Exception {
    try (var database = TestDatabases.open(TestDatabases.sqlite(folder))) {
      var read =
          database.write(
              _ -> database.read(handle -> handle.createQuery("select 1").mapTo(int.class).one()));

      assertThat(read).isEqualTo(1);
    }
  }
}
