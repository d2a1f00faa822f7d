package dev.roundtable.panelist;

import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Rings in time, but lets the pauses between tries pass at once. */
final class PromptTimer implements Timer, AutoCloseable {
  private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1);
  private final long began = System.nanoTime();
  private Duration paused = Duration.ZERO;

  PromptTimer() {
    executor.setRemoveOnCancelPolicy(true);
  }

  @Override
  public synchronized Instant now() {
    return JumpingTimer.START.plus(paused).plusNanos(System.nanoTime() - began);
  }

  @Override
  public Alarm after(Duration delay, Runnable task) {
    var waiting = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    return () -> waiting.cancel(false);
  }

  @Override
  public synchronized void pause(Duration delay) {
    paused = paused.plus(delay);
  }

  /** How many alarms wait. */
  int alarms() {
    return executor.getQueue().size();
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
