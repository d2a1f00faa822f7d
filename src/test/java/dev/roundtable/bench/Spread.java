package dev.roundtable.bench;

import java.util.List;
import java.util.Locale;

/** Measured values in their order, in milliseconds. */
public record Spread(List<Double> sorted) {
  private static final double NANOS = 1e6;

  public Spread {
    sorted = sorted.stream().sorted().toList();
  }

  public static Spread ofNanos(List<Long> nanos) {
    return new Spread(nanos.stream().map(value -> value / NANOS).toList());
  }

  public int runs() {
    return sorted.size();
  }

  /** That part of them is not above this. */
  public double quantile(double part) {
    int index = (int) Math.ceil(part * sorted.size()) - 1;
    return sorted.get(Math.clamp(index, 0, sorted.size() - 1));
  }

  public double median() {
    return quantile(0.5);
  }

  public double max() {
    return sorted.getLast();
  }

  @Override
  public String toString() {
    var median = ms(median());
    return sorted.size() < 20
        ? "%s (%s to %s)".formatted(median, ms(sorted.getFirst()), ms(max()))
        : "p50 %s, p99 %s, max %s".formatted(median, ms(quantile(0.99)), ms(max()));
  }

  /** A time for people to read. */
  public static String ms(double millis) {
    return millis < 100
        ? String.format(Locale.ROOT, "%.1f ms", millis)
        : millis < 1000
            ? String.format(Locale.ROOT, "%.0f ms", millis)
            : String.format(Locale.ROOT, "%.2f s", millis / 1000);
  }
}
