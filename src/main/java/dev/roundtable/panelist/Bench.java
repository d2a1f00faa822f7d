package dev.roundtable.panelist;

import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a model rests after it failed several times in a row, so that its absence is named at once
 * instead of after a time-out. After that it has one try. Whoever rests because of its key is back
 * once there is another.
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
  private @Nullable KeyPrint rejected;

  Bench(String model, Timer timer) {
    this.model = model;
    this.timer = timer;
  }

  /** Why it is not to be asked; {@code key} is looked at only if the last one was rejected. */
  synchronized Optional<Failure> resting(Supplier<KeyPrint> key) {
    if (rejected != null && !rejected.equals(key.get())) {
      answered();
    }
    return timer.now().isBefore(until)
        ? Optional.of(new Failure.Benched(until, reason))
        : Optional.empty();
  }

  synchronized void answered() {
    failures = 0;
    until = Instant.MIN;
    rejected = null;
  }

  synchronized void failed(String why) {
    fail(why);
    rejected = null;
  }

  /** It failed because of that key. */
  synchronized void rejected(String why, KeyPrint key) {
    fail(why);
    rejected = key;
  }

  private void fail(String why) {
    failures++;
    if (failures >= FAILURES) {
      reason = why;
      until = timer.now().plus(REST);
      LOG.warn("{} rests until {} after {} failures in a row: {}", model, until, failures, why);
    }
  }
}
