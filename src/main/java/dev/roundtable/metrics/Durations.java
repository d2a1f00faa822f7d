package dev.roundtable.metrics;

import dev.roundtable.panelist.CallWatch;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** How long things take, with few enough buckets to be cheap and enough to tell a slow seat. */
final class Durations {
  private static final Duration[] SECONDS =
      Stream.of(1, 2, 5, 10, 20, 30, 60, 120, 300)
          .map(Duration::ofSeconds)
          .toArray(Duration[]::new);
  // Those that OpenTelemetry advises for both of its measures.
  private static final Duration[] CALLS =
      DoubleStream.iterate(0.01, d -> d < 82, d -> d * 2)
          .mapToObj(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
          .toArray(Duration[]::new);
  private static final double[] TOKENS =
      DoubleStream.iterate(1, d -> d < 67_108_865, d -> d * 4).toArray();

  private final MeterRegistry registry;

  Durations(MeterRegistry registry) {
    this.registry = registry;
  }

  void seat(String seat, Duration took) {
    Measure.SEAT_LATENCY
        .timer()
        .tag("seat", seat)
        .serviceLevelObjectives(SECONDS)
        .register(registry)
        .record(took);
  }

  void round(Duration took) {
    Measure.ROUND_DURATION.timer().serviceLevelObjectives(SECONDS).register(registry).record(took);
  }

  void call(Tags tags, CallWatch.Call call) {
    Measure.CALL_DURATION
        .timer()
        .tags(tags)
        .serviceLevelObjectives(CALLS)
        .register(registry)
        .record(call.took());
  }

  void tokens(Tags tags, long count) {
    Measure.CALL_TOKENS
        .summary()
        .tags(tags)
        .serviceLevelObjectives(TOKENS)
        .register(registry)
        .record((double) count);
  }
}
