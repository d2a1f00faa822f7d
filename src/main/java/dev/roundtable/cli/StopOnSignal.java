package dev.roundtable.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** When the process is told to end, stops the work and gives it time to print what stands. */
final class StopOnSignal implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final CountDownLatch finished = new CountDownLatch(1);
  private final Duration patience;
  private final Thread hook;

  StopOnSignal(Runnable stop) {
    this(stop, PATIENCE);
  }

  StopOnSignal(Runnable stop, Duration patience) {
    this.patience = patience;
    hook = Thread.ofPlatform().unstarted(() -> stopAndWait(stop));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stopAndWait(Runnable stop) {
    stop.run();
    try {
      if (!finished.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println("It did not stop within " + patience.toSeconds() + " s.");
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    finished.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // The process is ending already, which is what the hook is for.
    }
  }
}
