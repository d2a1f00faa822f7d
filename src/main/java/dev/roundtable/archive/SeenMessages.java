package dev.roundtable.archive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.roundtable.debate.MessageId;
import java.time.Duration;

/**
 * Messages that the database certainly knows, so that a repeat, which comes soon if at all, is not
 * asked for there. Of a message that is not here, the database decides.
 */
final class SeenMessages {
  private static final Duration KEPT = Duration.ofHours(1);
  private static final int MOST = 100_000;

  private final Cache<MessageId, Boolean> seen =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();

  boolean contains(MessageId message) {
    return seen.getIfPresent(message) != null;
  }

  void add(MessageId message) {
    seen.put(message, true);
  }
}
