package dev.roundtable.archive;

import dev.roundtable.session.Inbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class PostgresInboxTest extends InboxContract {

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
  Inbox inbox() {
    return new SqlInbox(database, new EventCodec(), ArchiveContract.CLOCK);
  }
}
