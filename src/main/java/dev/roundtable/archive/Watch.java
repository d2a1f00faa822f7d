package dev.roundtable.archive;

import dev.roundtable.session.StoreException;
import dev.roundtable.session.Timer;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the database again and again, on a thread of its own. */
final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private final String name;
  private final Timer timer;
  private final Duration every;
  private final Runnable look;
  private final Thread thread;
  private volatile boolean closed;

  Watch(String name, Timer timer, Duration every, Runnable look) {
    this.name = name;
    this.timer = timer;
    this.every = every;
    this.look = look;
    this.thread = Thread.ofVirtual().name(name).unstarted(this::watch);
  }

  /** Looks for the first time at once. */
  void start() {
    thread.start();
  }

  private void watch() {
    try {
      while (!closed) {
        look();
        timer.pause(every);
      }
    } catch (InterruptedException _) {
      // It is closed.
    }
  }

  private void look() {
    try {
      look.run();
    } catch (StoreException e) {
      // A query that is broken off by the closing is nobody's trouble.
      if (!closed) {
        LOG.warn("{} looks again in {}: {}", name, every, e.sentence());
      }
    } catch (RuntimeException e) {
      // The boundary of its thread: a look that broke must not be the last.
      LOG.error("{} broke, and looks again in {}", name, every, e);
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
  }
}
