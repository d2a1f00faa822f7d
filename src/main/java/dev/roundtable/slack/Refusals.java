package dev.roundtable.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.roundtable.debate.DebateId;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Why a debate cannot be shown where it was asked, for the one who asked. Whichever comes first,
 * the refusal or the one who wants to hear of it, waits for the other.
 */
final class Refusals {
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final int MOST = 10_000;

  private final Cache<DebateId, String> reasons =
      Caffeine.newBuilder().expireAfterWrite(PATIENCE).maximumSize(MOST).build();
  private final Cache<DebateId, Consumer<String>> hearers =
      Caffeine.newBuilder().expireAfterWrite(PATIENCE).maximumSize(MOST).build();

  synchronized void refused(DebateId debate, String reason) {
    var hearer = hearers.asMap().remove(debate);
    if (hearer == null) {
      reasons.put(debate, reason);
    } else {
      hearer.accept(reason);
    }
  }

  synchronized void tell(DebateId debate, Consumer<String> hearer) {
    var reason = reasons.asMap().remove(debate);
    if (reason == null) {
      hearers.put(debate, hearer);
    } else {
      hearer.accept(reason);
    }
  }
}
