package dev.roundtable.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.archive.TestDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ballots and posts survive the sudden death of whoever works on them. */
class SurvivalTest {
  private static final long SEED = Long.getLong("chaos.seed", 20261123);

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  private void survives(String name, String url, Chaos.Size size)
      throws IOException, InterruptedException {
    var findings = Chaos.run(url, size, SEED, Path.of("target", "survival-" + name + ".txt"));
    System.out.println(name + ": " + findings);

    assertThat(findings.clean()).as(findings.toString()).isTrue();
    assertThat(findings.debates()).isGreaterThanOrEqualTo(size.debates());
    assertThat(findings.ballots()).isGreaterThanOrEqualTo(2 * size.debates());
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void aFewDeathsOnSqlite() throws Exception {
    survives("SQLite", TestDatabases.sqlite(folder), new Chaos.Size(1, 3, 6));
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void aFewDeathsOnPostgres() throws Exception {
    survives("PostgreSQL", TestDatabases.durablePostgres(), new Chaos.Size(1, 3, 6));
  }

  @Test
  @Tag("chaos")
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void aHundredDeathsOnSqlite() throws Exception {
    survives("SQLite", TestDatabases.sqlite(folder), new Chaos.Size(1, 100, 100));
  }

  @Test
  @Tag("chaos")
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void aHundredDeathsOnPostgres() throws Exception {
    survives("PostgreSQL", TestDatabases.durablePostgres(), new Chaos.Size(1, 100, 100));
  }

  @Test
  @Tag("chaos")
  @Timeout(value = 30, unit = TimeUnit.MINUTES)
  void thirtyDeathsAmongThreeReplicas() throws Exception {
    survives("replicas", TestDatabases.durablePostgres(), new Chaos.Size(3, 30, 60));
  }
}
