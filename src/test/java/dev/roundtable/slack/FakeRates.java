package dev.roundtable.slack;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Slack's limits: a message a second in each channel, and so many calls of a method a minute. */
final class FakeRates {
  private static final int BURST = 3;
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Map<String, Integer> PER_MINUTE =
      Map.of(
          "chat.update", 50,
          "chat.delete", 50,
          "conversations.history", 50,
          "conversations.replies", 50,
          "reactions.add", 50,
          "chat.postEphemeral", 100,
          "users.info", 100,
          "views.open", 100,
          "views.update", 100);

  private final InstantSource clock;
  private final Map<String, Deque<Instant>> calls = new HashMap<>();
  private final Map<String, Instant> credit = new HashMap<>();

  FakeRates(InstantSource clock) {
    this.clock = clock;
  }

  /** How long to wait, nothing if the call may be made now. */
  synchronized Optional<Duration> take(String method, String channel) {
    var now = clock.instant();
    if (method.equals("chat.postMessage")) {
      return inChannel(channel, now);
    }
    var most = PER_MINUTE.get(method);
    if (most == null) {
      return Optional.empty();
    }
    var recent = calls.computeIfAbsent(method, _ -> new ArrayDeque<>());
    while (!recent.isEmpty() && !recent.getFirst().isAfter(now.minus(MINUTE))) {
      recent.removeFirst();
    }
    if (recent.size() >= most) {
      return Optional.of(Duration.between(now, recent.getFirst().plus(MINUTE)));
    }
    recent.addLast(now);
    return Optional.empty();
  }

  private Optional<Duration> inChannel(String channel, Instant now) {
    var free = credit.getOrDefault(channel, now.minusSeconds(BURST));
    var from = free.isBefore(now.minusSeconds(BURST)) ? now.minusSeconds(BURST) : free;
    var next = from.plusSeconds(1);
    if (next.isAfter(now)) {
      return Optional.of(Duration.between(now, next));
    }
    credit.put(channel, next);
    return Optional.empty();
  }
}
