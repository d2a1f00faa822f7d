package dev.roundtable.cli;

import dev.roundtable.archive.DebateStore;
import dev.roundtable.metrics.Metrics;
import dev.roundtable.web.WebServer;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/**
 * What a bot needs whatever its configuration says. It is made on the side while the configuration
 * is read, because loading it takes longer than that does.
 */
public final class HeadStart implements AutoCloseable {
  private final CompletableFuture<ILoggerFactory> log = new CompletableFuture<>();
  private final CompletableFuture<Instant> born = new CompletableFuture<>();
  private final CompletableFuture<Metrics> metrics = new CompletableFuture<>();
  private boolean begun;

  /** Begins, unless it has begun, and returns at once. */
  public synchronized void begin() {
    if (!begun) {
      begun = true;
      // Class loading holds a thread of the machine, which a virtual one would borrow from others.
      Thread.ofPlatform().daemon().name("head-start").start(this::make);
    }
  }

  // In the order in which it is needed.
  private void make() {
    log.completeAsync(LoggerFactory::getILoggerFactory, Runnable::run);
    born.completeAsync(HeadStart::startOfProcess, Runnable::run);
    try {
      DebateStore.readied();
    } finally {
      metrics.completeAsync(Metrics::new, Runnable::run);
    }
    WebServer.readied();
  }

  /** Begins, and returns once the log is there, which two threads cannot set up side by side. */
  void awaitLog() {
    begin();
    log.join();
  }

  // The handle of the process knows it only to the second on Linux.
  private static Instant startOfProcess() {
    return Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
  }

  /** When the process was started. */
  Instant born() {
    begin();
    return born.join();
  }

  Metrics metrics() {
    begin();
    return metrics.join();
  }

  /** Closes what was made, if it was begun. */
  @Override
  public synchronized void close() {
    if (begun) {
      metrics.join().close();
    }
  }
}
