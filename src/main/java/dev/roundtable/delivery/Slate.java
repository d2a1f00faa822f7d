package dev.roundtable.delivery;

import dev.roundtable.session.Lease;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** The latest order for a debate, on which whoever gives orders and whoever obeys them agree. */
final class Slate {
  private final Timer timer;
  private final Semaphore bell = new Semaphore(0);
  private Order order;
  private boolean obeyed;
  private boolean closed;
  private CompletableFuture<Void> whenObeyed = new CompletableFuture<>();

  Slate(Order first, Timer timer) {
    this.order = first;
    this.timer = timer;
  }

  /** Replaces the order, unless it was given under a later lease. */
  synchronized void write(Order next) {
    if (next.lease().epoch() < order.lease().epoch()) {
      return;
    }
    order = next;
    // Whoever waits for the order before is told outside of the lock, perhaps only now.
    if (obeyed) {
      whenObeyed = new CompletableFuture<>();
    }
    obeyed = false;
    bell.release();
  }

  synchronized Order order() {
    return order;
  }

  /** Completes once the order of then, or a later one, is obeyed or never can be. */
  synchronized CompletableFuture<Void> whenObeyed() {
    return whenObeyed;
  }

  synchronized boolean obeyed() {
    return obeyed;
  }

  /** Notes that the order is obeyed, if it is still the latest. */
  void obey(Order done) {
    CompletableFuture<Void> told;
    synchronized (this) {
      if (!done.equals(order)) {
        return;
      }
      obeyed = true;
      told = whenObeyed;
    }
    told.complete(null);
  }

  /** Nothing more is done under this lease. */
  void letGo(Lease lost) {
    var latest = order();
    if (latest.lease().equals(lost)) {
      obey(latest);
    }
  }

  /** Whoever waits is told that it came to this. */
  void fail(Throwable broken) {
    whenObeyed().completeExceptionally(broken);
  }

  synchronized void close() {
    closed = true;
    bell.release();
  }

  synchronized boolean closed() {
    return closed;
  }

  /** Blocks for the time, or until something is written; false if the time is not over. */
  boolean await(Duration time) throws InterruptedException {
    var over = new AtomicBoolean();
    var alarm =
        timer.after(
            time,
            () -> {
              over.set(true);
              bell.release();
            });
    try {
      bell.acquire();
      bell.drainPermits();
    } finally {
      alarm.cancel();
    }
    return over.get();
  }
}
