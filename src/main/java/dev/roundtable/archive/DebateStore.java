package dev.roundtable.archive;

import dev.roundtable.chat.Drafts;
import dev.roundtable.chat.PastDebates;
import dev.roundtable.chat.SettingsStore;
import dev.roundtable.delivery.DeliveryLog;
import dev.roundtable.session.Archive;
import dev.roundtable.session.Inbox;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.StoreException;
import dev.roundtable.session.Timer;
import java.time.InstantSource;
import java.util.Properties;

/** Everything that one database keeps. */
public final class DebateStore implements AutoCloseable {
  private final Database database;
  private final SqlArchive archive;
  private final SqlInbox inbox;
  private final SqlDeliveryLog deliveries;
  private final DebateRecords records;
  private final SqlSettings settings;
  private final SqlDrafts drafts;
  private final SqlPastDebates past;

  private DebateStore(Database database, InstantSource clock) {
    var codec = new EventCodec();
    this.database = database;
    var seen = new SeenMessages();
    this.archive = new SqlArchive(database, codec, clock, seen);
    this.inbox = new SqlInbox(database, codec, clock, seen);
    this.deliveries = new SqlDeliveryLog(database, clock);
    this.records = new DebateRecords(database, codec, clock);
    this.settings = new SqlSettings(database);
    this.drafts = new SqlDrafts(database, clock);
    this.past = new SqlPastDebates(database, codec);
  }

  /**
   * Connects and brings the tables up to date.
   *
   * @param url of SQLite, whose file and folder are made if need be, or of PostgreSQL
   * @param login properties of the driver that are not for the configuration, such as user and
   *     password
   * @throws StoreException if that fails
   */
  public static DebateStore open(String url, Properties login, InstantSource clock) {
    return new DebateStore(Database.open(url, login), clock);
  }

  /**
   * Returns if the database answers.
   *
   * @throws StoreException if it does not
   */
  public void ping() {
    database.read(handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
  }

  public Archive archive() {
    return archive;
  }

  public Inbox inbox() {
    return inbox;
  }

  /** What was posted where. */
  public DeliveryLog deliveries() {
    return deliveries;
  }

  /** What was chosen in chat. */
  public SettingsStore settings() {
    return settings;
  }

  public Drafts drafts() {
    return drafts;
  }

  /** Finds debates for people in a chat. */
  public PastDebates past() {
    return past;
  }

  /** Finds and forgets debates for operators. */
  public DebateRecords records() {
    return records;
  }

  /**
   * Leases the debates of this store to its replicas, of which this process is one once it is
   * started.
   *
   * @param sessions works on those that this replica gets; its archive and inbox are this store's
   */
  public LeasedSessions lease(Sessions sessions, Timer timer, LeaseSettings settings) {
    Runnable readInbox =
        () -> {
          if (!sessions.atWork().isEmpty()) {
            inbox.debatesWithMail().forEach(sessions::poke);
          }
        };
    var mail = new Watch("inbox-watch", timer, settings.inboxReading(), readInbox);
    return new LeasedSessions(database, sessions, mail, timer, settings);
  }

  @Override
  public void close() {
    database.close();
  }
}
