package dev.roundtable.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** When what went wrong is worth another try. */
final class Patience {
  private static final Duration FIRST = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int DOUBLINGS = 7;

  private record Pause(Instant until, int failures) {}

  private final Map<String, Pause> pauses = new HashMap<>();

  /** The time from which on it may be tried. */
  Instant until(String key) {
    var pause = pauses.get(key);
    return pause == null ? Instant.MIN : pause.until();
  }

  /** It was told to wait, which is no failure. */
  void hold(String key, Instant until) {
    var before = pauses.get(key);
    pauses.put(key, new Pause(until, before == null ? 0 : before.failures()));
  }

  /**
   * It failed, maybe not for the first time.
   *
   * @param atLeast what the other side asked for
   * @return how long to wait
   */
  Duration failed(String key, Instant now, Duration atLeast) {
    var before = pauses.get(key);
    int failures = before == null ? 0 : before.failures();
    var grown = growing(failures);
    var pause = atLeast.compareTo(grown) > 0 ? atLeast : grown;
    pauses.put(key, new Pause(now.plus(pause), failures + 1));
    return pause;
  }

  void succeeded(String key) {
    pauses.remove(key);
  }

  private static Duration growing(int failures) {
    var grown = FIRST.multipliedBy(1L << Math.min(failures, DOUBLINGS));
    return grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
  }
}
