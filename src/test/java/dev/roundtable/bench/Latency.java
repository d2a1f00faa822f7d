package dev.roundtable.bench;

import java.time.Duration;
import java.util.Objects;
import java.util.Random;

/** How long a model takes: lognormal with a mean of one second and a sigma of 0.35. */
record Latency(long seed) {
  static final double SIGMA = 0.35;
  static final Duration MEAN = Duration.ofSeconds(1);

  /** The same for the same call of the same debate. */
  Duration of(String debate, String model, int round) {
    var random = new Random(seed * 31 + Objects.hash(debate, model, round));
    // The first draws of neighbouring seeds are alike.
    random.nextLong();
    double factor = Math.exp(SIGMA * random.nextGaussian() - SIGMA * SIGMA / 2);
    return Duration.ofNanos((long) (MEAN.toNanos() * factor));
  }
}
