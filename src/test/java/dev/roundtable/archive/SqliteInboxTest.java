package dev.roundtable.archive;

import dev.roundtable.session.Inbox;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteInboxTest extends InboxContract {
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
  Inbox inbox() {
    return new SqlInbox(database, new EventCodec(), ArchiveContract.CLOCK);
  }
}
