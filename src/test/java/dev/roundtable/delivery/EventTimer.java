package dev.roundtable.delivery;

import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** A time that passes from event to event, and stands still while a thread has work to do. */
final class EventTimer implements Timer {
  /** A task that waits, and the thread that waits for it. */
  record Event(Instant due, long number, Thread owner, Runnable task) {}

  private final PriorityQueue<Event> events =
      new PriorityQueue<>(Comparator.comparing(Event::due).thenComparingLong(Event::number));
  private final Map<Thread, Integer> waits = new HashMap<>();
  private final Map<String, Thread> latest = new HashMap<>();
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");
  private long set;

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized Alarm after(Duration delay, Runnable task) {
    var event = new Event(now.plus(delay), ++set, Thread.currentThread(), task);
    events.add(event);
    latest.put(event.owner().getName(), event.owner());
    waits.merge(event.owner(), 1, Integer::sum);
    notifyAll();
    return () -> cancel(event);
  }

  private synchronized void cancel(Event event) {
    events.remove(event);
  }

  /** How often that thread has begun to wait. */
  synchronized int waits(Thread thread) {
    return waits.getOrDefault(thread, 0);
  }

  /** The thread of that name that began to wait last. */
  synchronized @Nullable Thread latest(String name) {
    return latest.get(name);
  }

  /** Blocks until it holds; whoever makes it hold begins to wait or ends. */
  synchronized void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      wait(1);
    }
  }

  /** Takes out what is due next before then, if anything is, and lets the time pass until it. */
  synchronized Optional<Event> next(Instant before) {
    var first = events.peek();
    if (first == null || !first.due().isBefore(before)) {
      now = before.isAfter(now) ? before : now;
      return Optional.empty();
    }
    events.remove(first);
    now = first.due().isAfter(now) ? first.due() : now;
    return Optional.of(first);
  }

  /** Whoever waits, waits for ever. */
  synchronized void clear() {
    events.clear();
  }
}
