package dev.roundtable.export;

import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;

/** A timer on which no time passes. */
public final class StillTimer implements Timer {
  @Override
  public Instant now() {
    return Instant.EPOCH;
  }

  @Override
  public Alarm after(Duration delay, Runnable task) {
    return () -> {};
  }
}
