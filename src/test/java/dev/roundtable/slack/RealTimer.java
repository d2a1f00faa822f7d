package dev.roundtable.slack;

import dev.roundtable.session.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Time as it is, for what waits for a real connection. */
final class RealTimer implements Timer {
  @Override
  public Instant now() {
    return Clock.systemUTC().instant();
  }

  @Override
  public Alarm after(Duration delay, Runnable task) {
    var later = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
    var alarm = CompletableFuture.runAsync(task, later);
    return () -> alarm.cancel(false);
  }
}
