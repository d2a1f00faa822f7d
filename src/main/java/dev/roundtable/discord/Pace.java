package dev.roundtable.discord;

import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets no second have more than 40 requests, of the 50 that Discord allows a bot (Topics, Rate
 * Limits): 15 at once, and 25 a second. Shared by all shards of the process.
 */
final class Pace {
  static final Duration INTERVAL = Duration.ofMillis(40);
  static final int BURST = 15;

  private final Timer timer;
  private Instant spent = Instant.MIN;

  Pace(Timer timer) {
    this.timer = timer;
  }

  /** Does it as soon as its turn comes, which may be now. */
  void run(Runnable task) {
    var wait = turn();
    if (wait.isPositive()) {
      var _ = timer.after(wait, task);
    } else {
      task.run();
    }
  }

  private synchronized Duration turn() {
    var now = timer.now();
    spent = (spent.isAfter(now) ? spent : now).plus(INTERVAL);
    return Duration.between(now, spent).minus(INTERVAL.multipliedBy(BURST));
  }
}
