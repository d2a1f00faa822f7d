package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  private static List<String> strings(Database database, String sql) {
    return database.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}
