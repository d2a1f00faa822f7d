package dev.roundtable.archive;

import dev.roundtable.delivery.Permit;
import dev.roundtable.delivery.Rate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Counts actions over all replicas by the generic cell rate algorithm: a bucket's one number is the
 * time at which its next action would be due if all were evenly spaced.
 */
record SqlRates(Handle handle, Dialect dialect, Instant now) {
  private record Taken(Rate rate, Instant due) {}

  /** Uses every rate, or none and says how long to wait. Part of its caller's transaction. */
  Permit use(List<Rate> rates) {
    // In one order everywhere, so that two transactions never wait for each other.
    var taken =
        rates.stream()
            .sorted(Comparator.comparing(Rate::bucket))
            .map(rate -> new Taken(rate, due(rate.bucket())))
            .toList();
    var wait = taken.stream().map(this::wait).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    if (wait.isPositive()) {
      return new Permit.Wait(wait);
    }
    taken.forEach(this::advance);
    return new Permit.Granted();
  }

  private Instant due(String bucket) {
    return known(bucket).orElseGet(() -> first(bucket));
  }

  private Optional<Instant> known(String bucket) {
    var sql = "select due_micros from delivery_rate where bucket = :bucket" + dialect.locking();
    return handle
        .createQuery(sql)
        .bind("bucket", bucket)
        .mapTo(Long.class)
        .findOne()
        .map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }

  // Somebody else may be making the row too; then the second look waits for it.
  private Instant first(String bucket) {
    handle.execute(
        "insert into delivery_rate (bucket, due_micros) values (?, 0) on conflict do nothing",
        bucket);
    return known(bucket).orElseThrow();
  }

  private Duration wait(Taken taken) {
    var head = taken.rate().interval().multipliedBy(taken.rate().burst() - 1L);
    return Duration.between(now, taken.due().minus(head));
  }

  private void advance(Taken taken) {
    var from = taken.due().isAfter(now) ? taken.due() : now;
    handle
        .createUpdate("update delivery_rate set due_micros = :due where bucket = :bucket")
        .bind("bucket", taken.rate().bucket())
        .bind("due", ChronoUnit.MICROS.between(Instant.EPOCH, from.plus(taken.rate().interval())))
        .execute();
  }
}
