package dev.roundtable.discord;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;

/**
 * Five requests in a window for each kind of request and channel, as Discord's headers tell it, and
 * fifty in any second.
 */
final class FakeRates {
  private static final int LIMIT = 5;
  private static final int BOT = 50;
  private static final long SECOND_NANOS = 1_000_000_000;
  private static final Pattern CHANNEL = Pattern.compile("(\\w+) /channels/(\\d+)/(\\w+)(/.+)?");

  /** Whether a request may pass, and what its headers say. */
  record Permit(boolean granted, String bucket, int remaining, double afterSeconds) {
    MockResponse onto(MockResponse response) {
      if (bucket.isEmpty()) {
        return response;
      }
      return response
          .newBuilder()
          .setHeader("X-RateLimit-Limit", LIMIT)
          .setHeader("X-RateLimit-Remaining", remaining)
          .setHeader("X-RateLimit-Reset-After", String.format(Locale.ROOT, "%.3f", afterSeconds))
          .setHeader(
              "X-RateLimit-Reset",
              String.format(
                  Locale.ROOT, "%.3f", System.currentTimeMillis() / 1000.0 + afterSeconds))
          .setHeader("X-RateLimit-Bucket", Integer.toHexString(bucket.hashCode()))
          .build();
    }
  }

  private record Window(long endNanos, int used) {}

  private final long windowNanos;
  private final Deque<Long> latest = new ArrayDeque<>();
  private final Map<String, Window> windows = new HashMap<>();

  FakeRates(Duration window) {
    windowNanos = window.toNanos();
  }

  // Topics, Rate Limits: what goes by an interaction does not count.
  private boolean isFlooded(String line) {
    if (line.contains("/webhooks/") || line.contains("/interactions/")) {
      return false;
    }
    long now = System.nanoTime();
    latest.removeIf(at -> now - at >= SECOND_NANOS);
    boolean flooded = latest.size() >= BOT;
    if (!flooded) {
      latest.add(now);
    }
    return flooded;
  }

  synchronized Permit take(String line) {
    if (isFlooded(line)) {
      return new Permit(false, "", 0, 1);
    }
    var matched = CHANNEL.matcher(line);
    if (!matched.matches() || !matched.group(3).equals("messages")) {
      return new Permit(true, "", 0, 0);
    }
    var kind = matched.group(1) + (matched.group(4) == null ? "" : " one");
    long now = System.nanoTime();
    var key = kind + " " + matched.group(2);
    var window = windows.get(key);
    if (window == null || window.endNanos() <= now) {
      window = new Window(now + windowNanos, 0);
    }
    boolean granted = window.used() < LIMIT;
    windows.put(key, new Window(window.endNanos(), window.used() + (granted ? 1 : 0)));
    int remaining = LIMIT - window.used() - (granted ? 1 : 0);
    return new Permit(granted, kind, Math.max(0, remaining), (window.endNanos() - now) / 1e9);
  }
}
