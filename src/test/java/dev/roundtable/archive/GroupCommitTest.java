package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Objects;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GroupCommitTest {
  private static final int WRITERS = 400;
  private static final int FAILS_EVERY = 10;

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
  void whoeverReadsDoesNotWaitForAWriter() throws Exception {
    try (var database = TestDatabases.open(TestDatabases.sqlite(folder))) {
      var read =
          database.write(
              _ -> database.read(handle -> handle.createQuery("select 1").mapTo(int.class).one()));

      assertThat(read).isEqualTo(1);
    }
  }
}
