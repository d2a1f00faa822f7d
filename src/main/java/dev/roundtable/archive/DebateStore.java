package dev.roundtable.archive;

import dev.roundtable.chat.Drafts;
import dev.roundtable.chat.Memo;
import dev.roundtable.chat.PastDebates;
import dev.roundtable.chat.Repeats;
import dev.roundtable.chat.SettingsStore;
import dev.roundtable.delivery.DeliveryLog;
import dev.roundtable.limits.Ledger;
import dev.roundtable.session.Archive;
import dev.roundtable.session.Inbox;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.StoreException;
import dev.roundtable.session.Timer;
import dev.roundtable.session.Turns;
import dev.roundtable.web.PageTokens;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Properties;
import java.util.function.IntSupplier;

/** Everything that one database keeps. */
public final class DebateStore implements AutoCloseable {
  private final Database database;
  private final SqlArchive archive;
  private final SqlInbox inbox;
  private final EventCodec codec = new EventCodec();
  private final InstantSource clock;
  private final DeliveryLog deliveries;
  private final DebateRecords records;
  private final SqlSettings settings;
  private final SqlDrafts drafts;
  private final SqlPastDebates past;
  private final SqlMemo memo;
  private final SqlLedger ledger;

  private DebateStore(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
    var seen = new SeenMessages();
    this.archive = new SqlArchive(database, codec, clock, seen);
    this.inbox = new SqlInbox(database, codec, clock, seen);
    this.records = new DebateRecords(database, codec, clock);
    this.settings = new SqlSettings(database, clock);
    this.drafts = new SqlDrafts(database, clock);
    this.past = new SqlPastDebates(database, codec);
    this.deliveries =
        new CachedDeliveryLog(
            new SqlDeliveryLog(database, clock), debate -> past.opened(debate).isPresent());
    this.memo = new SqlMemo(database);
    this.ledger = new SqlLedger(database);
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

  /** Loads what opening any store needs, so that it opens sooner; opens nothing. */
  public static void readied() {
    Database.readied();
  }

  /**
   * Returns if the database answers and takes what is written to it.
   *
   * @throws StoreException if it does not
   */
  public void ping() {
    database.read(handle -> handle.createQuery("select 1").mapTo(Integer.class).one());
    // Nothing else may be written for hours, so whether it works again has to be tried.
    if (database.failedToWrite()) {
      memo.write("health", "written");
    }
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

  /** What front ends remember. */
  public Memo memo() {
    return memo;
  }

  public Drafts drafts() {
    return drafts;
  }

  /** What came before. */
  public Repeats repeats() {
    return new SqlRepeats(database, clock);
  }

  /**
   * By which token each page is reached.
   *
   * @param holdsFor how long a token holds
   */
  public PageTokens pageTokens(Duration holdsFor) {
    return new SqlPageTokens(database, clock, holdsFor);
  }

  /** Who spent what. */
  public Ledger ledger() {
    return ledger;
  }

  /** Finds debates for people in a chat. */
  public PastDebates past() {
    return past;
  }

  /**
   * Lets only so many debates run in a channel; the rest stand in line.
   *
   * @param atOnce how many
   */
  public Turns turns(IntSupplier atOnce) {
    return new SqlTurns(database, atOnce);
  }

  /** Finds and forgets debates for operators. */
  public DebateRecords records() {
    return records;
  }

  /** Tells how far debates have come that other processes work on. */
  public LogTail tail(Timer timer) {
    return new LogTail(database, timer);
  }

  /**
   * Copies everything as it stands now into a new file, while others go on writing.
   *
   * @return false if the database is a server, which has its own tools for it
   * @throws StoreException if that fails
   */
  public boolean backUp(Path file) {
    return database.backUp(file);
  }

  /** The same as the other, and no debate is ever forgotten by itself. */
  public LeasedSessions lease(Sessions sessions, Timer timer, LeaseSettings settings) {
    return lease(sessions, timer, settings, Optional.empty());
  }

  /**
   * Leases the debates of this store to its replicas, of which this process is one once it is
   * started.
   *
   * @param sessions works on those that this replica gets; its archive and inbox are this store's
   * @param retention after which a debate in which nothing happens is forgotten, nothing for never
   */
  public LeasedSessions lease(
      Sessions sessions, Timer timer, LeaseSettings settings, Optional<Duration> retention) {
    Runnable readInbox =
        () -> {
          if (!sessions.atWork().isEmpty()) {
            inbox.debatesWithMail().forEach(sessions::poke);
          }
        };
    var mail = new Watch("inbox-watch", timer, settings.inboxReading(), readInbox);
    return new LeasedSessions(database, sessions, mail, timer, settings, () -> tidy(retention));
  }

  private void tidy(Optional<Duration> retention) {
    drafts.expire();
    retention.ifPresent(kept -> records.forgetIdleSince(clock.instant().minus(kept)));
  }

  @Override
  public void close() {
    database.close();
  }
}
