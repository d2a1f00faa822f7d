package dev.roundtable.panelist;

import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;

/**
 * On whose behalf models are asked, and until when.
 *
 * @param allowed how long all of it may take
 */
record Errand(String debate, Instant began, Duration allowed) {
  static Errand begin(String debate, Duration allowed, Timer timer) {
    return new Errand(debate, timer.now(), allowed);
  }

  /** What is left, not below zero. */
  Duration left(Timer timer) {
    var left = Duration.between(timer.now(), began.plus(allowed));
    return left.isNegative() ? Duration.ZERO : left;
  }
}
