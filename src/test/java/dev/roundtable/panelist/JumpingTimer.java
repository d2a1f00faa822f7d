package dev.roundtable.panelist;

import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Does not wait: whoever asks to be woken is woken at once, that much later. */
final class JumpingTimer implements Timer {
  static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  private final List<Duration> pauses = new ArrayList<>();
  private Instant now = START;

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public Alarm after(Duration delay, Runnable task) {
    synchronized (this) {
      now = now.plus(delay);
      pauses.add(delay);
    }
    task.run();
    return () -> {};
  }

  synchronized void pass(Duration time) {
    now = now.plus(time);
  }

  synchronized List<Duration> pauses() {
    return List.copyOf(pauses);
  }
}
