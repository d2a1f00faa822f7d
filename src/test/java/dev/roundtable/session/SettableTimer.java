package dev.roundtable.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Queue;

/** A timer whose time passes only when a test says so. */
public final class SettableTimer implements Timer {
  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");

  private record Waiting(Instant due, long number, Runnable task) {}

  private final Queue<Waiting> waiting =
      new PriorityQueue<>(Comparator.comparing(Waiting::due).thenComparingLong(Waiting::number));
  private Instant now = START;
  private long set;

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized Alarm after(Duration delay, Runnable task) {
    var alarm = new Waiting(now.plus(delay), set++, task);
    waiting.add(alarm);
    notifyAll();
    return () -> cancel(alarm);
  }

  private synchronized void cancel(Waiting alarm) {
    waiting.remove(alarm);
    notifyAll();
  }

  /** Lets time pass and rings on this thread what falls due, in order. */
  public void advance(Duration duration) {
    var end = now().plus(duration);
    for (var due = due(end); due.isPresent(); due = due(end)) {
      due.get().task().run();
    }
    synchronized (this) {
      now = end;
    }
  }

  private synchronized Optional<Waiting> due(Instant end) {
    var first = waiting.peek();
    if (first == null || first.due().isAfter(end)) {
      return Optional.empty();
    }
    waiting.remove();
    now = first.due().isAfter(now) ? first.due() : now;
    notifyAll();
    return Optional.of(first);
  }

  /** Blocks until at least that many alarms wait. */
  public synchronized void awaitAlarms(int atLeast) throws InterruptedException {
    while (waiting.size() < atLeast) {
      wait();
    }
  }

  /** Blocks until an alarm waits that is due in exactly that time. */
  public synchronized void awaitAlarmIn(Duration delay) throws InterruptedException {
    while (waiting.stream().noneMatch(alarm -> alarm.due().equals(now.plus(delay)))) {
      wait();
    }
  }

  /** How many alarms wait. */
  public synchronized int alarms() {
    return waiting.size();
  }
}
