package dev.roundtable.discord;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs tasks on virtual threads; those of one lane one after the other. */
final class Lanes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, CompletableFuture<Void>> tails = new ConcurrentHashMap<>();

  void run(String lane, Runnable task) {
    var mine =
        tails.compute(
            lane,
            (_, tail) -> {
              var before = tail == null ? CompletableFuture.<Void>completedFuture(null) : tail;
              return before.thenRunAsync(() -> guarded(task), threads);
            });
    var _ = mine.whenComplete((_, _) -> tails.remove(lane, mine));
  }

  /** Nothing comes of it once this is closed. */
  void run(Runnable task) {
    if (!threads.isShutdown()) {
      threads.execute(() -> guarded(task));
    }
  }

  // Whoever did something that breaks us must not keep the next one waiting.
  private static void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException e) {
      LOG.error("an event from Discord could not be dealt with", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
