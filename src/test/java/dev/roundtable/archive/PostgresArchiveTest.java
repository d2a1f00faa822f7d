package dev.roundtable.archive;

import dev.roundtable.session.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresArchiveTest extends ArchiveContract {

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
  Archive archive() {
    return new SqlArchive(database, new EventCodec(), CLOCK);
  }
}
