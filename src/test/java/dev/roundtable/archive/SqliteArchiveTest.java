package dev.roundtable.archive;

import dev.roundtable.session.Archive;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteArchiveTest extends ArchiveContract {
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
  Archive archive() {
    return new SqlArchive(database, new EventCodec(), CLOCK);
  }
}
