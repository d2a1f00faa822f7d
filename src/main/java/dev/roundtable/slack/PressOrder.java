package dev.roundtable.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets the last of several quick presses count, in whatever order they come in: each is dealt with
 * on a thread of its own.
 */
final class PressOrder {
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final int MOST = 10_000;

  private final Cache<String, Latest> latest =
      Caffeine.newBuilder().expireAfterAccess(REMEMBERED).maximumSize(MOST).build();

  private static final class Latest {
    private String ts = "";
  }

  /**
   * Does it unless a later press of the same was dealt with already.
   *
   * @param what whose press of what
   * @param ts when, as Slack says; its time stamps are of one length, so they compare as text
   */
  <T> Optional<T> unlessLate(String what, String ts, Supplier<T> act) {
    var known = latest.get(what, _ -> new Latest());
    synchronized (known) {
      if (ts.compareTo(known.ts) < 0) {
        return Optional.empty();
      }
      known.ts = ts;
      return Optional.of(act.get());
    }
  }
}
