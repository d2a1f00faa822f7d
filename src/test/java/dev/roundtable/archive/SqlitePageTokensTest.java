package dev.roundtable.archive;

import dev.roundtable.web.PageTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqlitePageTokensTest extends PageTokensContract {
  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @BeforeEach
  void open() {
    database = TestDatabases.open(TestDatabases.sqlite(folder));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  PageTokens tokens(InstantSource clock, Duration holdsFor) {
    return new SqlPageTokens(database, clock, holdsFor);
  }
}
