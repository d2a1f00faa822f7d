package dev.roundtable.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.roundtable.debate.DebateId;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Why a debate cannot be shown where it was asked, for the one who asked. Whichever comes first,
 * the refusal or the one who wants to hear of it, waits for the other. A refusal that nobody here
 * waits for, because another replica was asked or a life of the bot before, is told by itself. Of a
 * debate one refusal is told: the others say the same.
 */
final class Refusals {
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  // For the answer to the question itself, which is on its way here at the same time.
  private static final Duration COURTESY = Duration.ofSeconds(2);
  private static final int MOST = 10_000;

  private final Cache<DebateId, String> reasons =
      Caffeine.newBuilder().expireAfterWrite(PATIENCE).maximumSize(MOST).build();
  private final Cache<DebateId, Consumer<String>> hearers =
      Caffeine.newBuilder().expireAfterWrite(PATIENCE).maximumSize(MOST).build();

  private final Cache<DebateId, Boolean> told =
      Caffeine.newBuilder().expireAfterWrite(PATIENCE).maximumSize(MOST).build();
  private Unheard unheard = (_, _) -> {};

  /** What happens to a refusal that nobody waits for; it may block. */
  @FunctionalInterface
  interface Unheard {
    void tell(DebateId debate, String reason);
  }

  synchronized void whereUnheard(Timer timer, Unheard teller) {
    unheard =
        (debate, _) ->
            timer.after(COURTESY, () -> Thread.ofVirtual().start(() -> tellLeft(debate, teller)));
  }

  private void tellLeft(DebateId debate, Unheard teller) {
    var left = reasons.asMap().remove(debate);
    if (left != null) {
      teller.tell(debate, left);
    }
  }

  synchronized void refused(DebateId debate, String reason) {
    boolean first = told.asMap().putIfAbsent(debate, true) == null;
    var hearer = hearers.asMap().remove(debate);
    if (hearer != null) {
      hearer.accept(reason);
    } else if (first) {
      reasons.put(debate, reason);
      unheard.tell(debate, reason);
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
