package dev.roundtable.slack;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Slack's time stamps: seconds, and after a point what is left of them. */
final class SlackTime {
  private static final int NANOS = 9;

  private SlackTime() {}

  /** The moment, nothing if that is no time stamp. */
  static Optional<Instant> of(String ts) {
    try {
      var seconds = new BigDecimal(ts);
      var rest = seconds.remainder(BigDecimal.ONE).movePointRight(NANOS).intValue();
      return Optional.of(Instant.ofEpochSecond(seconds.longValue(), rest));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
