package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TablesTest {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @ParameterizedTest
  @CsvSource({"journal_mode,wal", "synchronous,2", "secure_delete,1"})
  void sqliteLosesNothingAndForgetsForGood(String pragma, String value) {
    try (var database = TestDatabases.open(TestDatabases.sqlite(folder))) {
      assertThat(strings(database, "pragma " + pragma)).containsExactly(value);
    }
  }

  @Test
  void theFolderOfTheFileIsMadeAndAnotherStartChangesNothing() {
    var url = TestDatabases.sqlite(folder.resolve("data/below"));
    var steps = "select installed_rank || ' ' || version from flyway_schema_history order by 1";
    List<String> before;
    try (var first = TestDatabases.open(url)) {
      before = strings(first, steps);
    }
    try (var again = TestDatabases.open(url)) {
      assertThat(strings(again, steps)).isEqualTo(before).isNotEmpty();
    }
  }

  @Test
  void postgresIsOfTheVersionThatIsSupported() {
    try (var database = TestDatabases.open(TestDatabases.postgres())) {
      assertThat(strings(database, "show server_version").getFirst()).startsWith("18.");
    }
  }

  // What is asked for every message and every second must not read whole tables.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "select payload from debate_event where debate_id = 'a' order by seq",
        "select payload from inbox where debate_id = 'a' and waits order by arrival",
        "select distinct debate_id from inbox where waits",
        "select arrival from inbox where message_id = 'a'",
        "update debate set last_seq = 1 where id = 'a' and epoch = 1",
        "select 1 from delivery where platform = 'a' and channel = 'b' and thread = 'c'",
        "select 1 from delivery where platform = 'a' and channel = 'b' and message_id = 'c'",
        "select post_key from delivery where debate_id = 'a'",
        "select due_micros from delivery_rate where bucket = 'a'",
        "select id from debate order by opened_millis desc limit 20"
      })
  void lookUpsUseAnIndex(String sql) {
    try (var database = TestDatabases.open(TestDatabases.sqlite(folder))) {
      List<String> plan =
          database.read(handle ->
              handle
                  .createQuery("explain query plan " + sql)
                  .map((row, _) -> row.getString("detail"))
                  .list());

      assertThat(plan).allSatisfy(line -> assertThat(line).contains("INDEX"));
    }
  }

  private static List<String> strings(Database database, String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}
