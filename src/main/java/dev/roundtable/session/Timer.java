package dev.roundtable.session;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** The time, and being told when some of it has passed. */
public interface Timer {
  /** A task that waits for its time. */
  interface Alarm {
    /** Does nothing if it has rung. */
    void cancel();
  }

  Instant now();

  /** Runs the task once after the delay. It must be quick. */
  Alarm after(Duration delay, Runnable task);

  /** Blocks for the delay. */
  default void pause(Duration delay) throws InterruptedException {
    if (delay.isPositive()) {
      var rung = new CountDownLatch(1);
      var alarm = after(delay, rung::countDown);
      try {
        rung.await();
      } finally {
        alarm.cancel();
      }
    }
  }
}
