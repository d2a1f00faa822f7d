package dev.roundtable;

import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The machine's own time. */
public final class SystemTimer implements Timer {
  private final ScheduledThreadPoolExecutor executor =
      new ScheduledThreadPoolExecutor(
          1, task -> Thread.ofPlatform().daemon().name("timer").unstarted(task));

  public SystemTimer() {
    executor.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public Alarm after(Duration delay, Runnable task) {
    var waiting = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> waiting.cancel(false);
  }
}
