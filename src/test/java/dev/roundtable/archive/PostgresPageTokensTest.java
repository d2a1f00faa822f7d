package dev.roundtable.archive;

import dev.roundtable.web.PageTokens;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresPageTokensTest extends PageTokensContract {

  @SuppressWarnings("NullAway.Init")
  private Database database;

  @BeforeEach
  void open() {
    database = TestDatabases.open(TestDatabases.postgres());
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
