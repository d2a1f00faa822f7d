package dev.roundtable.slack;

import com.sun.management.OperatingSystemMXBean;
import dev.roundtable.session.Timer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A timer whose time passes only while a test waits for something, and only when nothing else goes
 * on: then it jumps to whatever falls due next.
 */
final class IdleTimer implements Timer {
  private static final OperatingSystemMXBean PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
  private static final long IDLE_NANOS = Duration.ofMillis(30).toNanos();
  // The further it would jump, the surer it must be that nothing else goes on.
  private static final long IDLE_NANOS_PER_SECOND = Duration.ofMillis(8).toNanos();
  private static final long MOST_SECONDS = 70;
  private static final long PATIENCE_NANOS = Duration.ofSeconds(90).toNanos();
  private static final long LOOK_NANOS = Duration.ofMillis(3).toNanos();
  // Of a window, what others than the test may have worked while nothing goes on. The window is as
  // short as a process that counts its work in hundredths of a second allows.
  private static final double IDLE_SHARE = 0.5;

  private record Waiting(Instant due, long number, Runnable task) {}

  private final Queue<Waiting> waiting =
      new PriorityQueue<>(Comparator.comparing(Waiting::due).thenComparingLong(Waiting::number));
  private Instant now = START;
  private long set;
  private long touched = System.nanoTime();
  private long looked = touched;
  private long worked = workOfOthers();

  @Override
  public synchronized Instant now() {
    touched = System.nanoTime();
    return now;
  }

  @Override
  public synchronized Alarm after(Duration delay, Runnable task) {
    touched = System.nanoTime();
    var alarm = new Waiting(now.plus(delay), set++, task);
    waiting.add(alarm);
    return () -> {
      synchronized (this) {
        waiting.remove(alarm);
      }
    };
  }

  /** Lets time pass until it is so. */
  void until(BooleanSupplier so) throws InterruptedException {
    var end = System.nanoTime() + PATIENCE_NANOS;
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it never came");
      }
      var due = next();
      if (due != null) {
        due.task().run();
      }
    }
  }

  /** Lets that much time pass. */
  void pass(Duration duration) throws InterruptedException {
    var reached = new boolean[1];
    var _ = after(duration, () -> reached[0] = true);
    until(() -> reached[0]);
  }

  private long idle(Waiting next) {
    var jump = Math.clamp(Duration.between(now, next.due()).toSeconds(), 0, MOST_SECONDS);
    return IDLE_NANOS + jump * IDLE_NANOS_PER_SECOND;
  }

  // A request that is being written or read touches no timer, on a slow machine for long.
  private void look() {
    var at = System.nanoTime();
    if (at - looked < IDLE_NANOS) {
      return;
    }
    var work = workOfOthers();
    if (work - worked > IDLE_SHARE * (at - looked)) {
      touched = at;
    }
    looked = at;
    worked = work;
  }

  private static long workOfOthers() {
    return PROCESS.getProcessCpuTime() - THREADS.getCurrentThreadCpuTime();
  }

  private synchronized @Nullable Waiting next() throws InterruptedException {
    var end = System.nanoTime() + LOOK_NANOS;
    while (System.nanoTime() < end) {
      wait(1);
    }
    look();
    var first = waiting.peek();
    if (first == null || System.nanoTime() - touched < idle(first)) {
      return null;
    }
    waiting.remove();
    now = first.due().isAfter(now) ? first.due() : now;
    touched = System.nanoTime();
    return first;
  }
}
