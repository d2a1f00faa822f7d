package dev.roundtable.config;

import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** A timer whose time a test moves. */
final class SettableTimer implements Timer {
  private record Waiting(Instant at, Runnable task) {}

  private final PriorityQueue<Waiting> waiting =
      new PriorityQueue<>(Comparator.comparing(Waiting::at));
  private Instant now = Instant.parse("2026-11-23T00:00:00Z");

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized Alarm after(Duration delay, Runnable task) {
    var alarm = new Waiting(now.plus(delay), task);
    waiting.add(alarm);
    return () -> cancel(alarm);
  }

  private synchronized void cancel(Waiting alarm) {
    waiting.remove(alarm);
  }

  synchronized int alarms() {
    return waiting.size();
  }

  /** Rings everything that is due until then, on the caller's thread. */
  void pass(Duration time) {
    var until = now().plus(time);
    for (var next = due(until); next != null; next = due(until)) {
      next.task().run();
    }
  }

  private synchronized @Nullable Waiting due(Instant until) {
    var next = waiting.peek();
    if (next == null || next.at().isAfter(until)) {
      now = until;
      return null;
    }
    now = next.at();
    return waiting.poll();
  }
}
