package dev.roundtable.panelist;

import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a model rests after it failed several times in a row, so that its absence is named at once
 * instead of after a time-out. After that it has one try.
 */
final class Bench {
  static final int FAILURES = 3;
  static final Duration REST = Duration.ofMinutes(5);
  private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

  private final String model;
  private final Timer timer;
  private int failures;
  private Instant until = Instant.MIN;
  private String reason = "";

  Bench(String model, Timer timer) {
    this.model = model;
    this.timer = timer;
  }

  synchronized Optional<Failure> resting() {
    return timer.now().isBefore(until)
        ? Optional.of(new Failure.Benched(until, reason))
        : Optional.empty();
  }

  synchronized void answered() {
    failures = 0;
  }

  synchronized void failed(String why) {
    failures++;
    if (failures >= FAILURES) {
      reason = why;
      until = timer.now().plus(REST);
      LOG.warn("{} rests until {} after {} failures in a row: {}", model, until, failures, why);
    }
  }
}
