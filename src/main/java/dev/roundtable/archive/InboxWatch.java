package dev.roundtable.archive;

import dev.roundtable.session.Sessions;
import dev.roundtable.session.StoreException;
import dev.roundtable.session.Timer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the sessions of this process what was put into the inbox by others. */
final class InboxWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);

  private final SqlInbox inbox;
  private final Sessions sessions;
  private final Timer timer;
  private final Duration every;
  private final Thread thread = Thread.ofVirtual().name("inbox-watch").unstarted(this::watch);

  InboxWatch(SqlInbox inbox, Sessions sessions, Timer timer, Duration every) {
    this.inbox = inbox;
    this.sessions = sessions;
    this.timer = timer;
    this.every = every;
  }

  void start() {
    thread.start();
  }

  private void watch() {
    try {
      while (true) {
        timer.pause(every);
        look();
      }
    } catch (InterruptedException _) {
      // It is closed.
    }
  }

  private void look() {
    try {
      if (!sessions.atWork().isEmpty()) {
        inbox.debatesWithMail().forEach(sessions::poke);
      }
    } catch (StoreException e) {
      LOG.warn("the inbox cannot be read: {}", e.sentence());
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
