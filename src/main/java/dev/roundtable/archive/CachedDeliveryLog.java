package dev.roundtable.archive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.Delivery;
import dev.roundtable.delivery.DeliveryLog;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.Permit;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.Rate;
import dev.roundtable.delivery.RemoteId;
import dev.roundtable.session.Lease;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Remembers for a moment whose thread a busy thread is. What was not found is asked for again, and
 * what was found counts only while the debate is there.
 */
final class CachedDeliveryLog implements DeliveryLog {
  // For so long may a thread in which another replica opened a second debate belong to the first.
  private static final Duration KEPT = Duration.ofSeconds(10);
  private static final int MOST = 10_000;

  private record Key(String platform, String channel, String threadOrMessage) {}

  private final Cache<Key, DebateId> found =
      Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MOST).build();
  private final DeliveryLog log;
  private final Predicate<DebateId> isThere;

  /**
   * In front of another log.
   *
   * @param isThere whether the debate was opened and is not forgotten
   */
  CachedDeliveryLog(DeliveryLog log, Predicate<DebateId> isThere) {
    this.log = log;
    this.isThere = isThere;
  }

  @Override
  public Optional<DebateId> find(String platform, String channel, String threadOrMessage) {
    var key = new Key(platform, channel, threadOrMessage);
    var known = found.getIfPresent(key);
    if (known != null && isThere.test(known)) {
      return Optional.of(known);
    }
    var fresh = log.find(platform, channel, threadOrMessage);
    fresh.ifPresentOrElse(debate -> found.put(key, debate), () -> found.invalidate(key));
    return fresh;
  }

  @Override
  public Permit beginSend(Lease lease, Destination to, Post post, List<Rate> rates) {
    var permit = log.beginSend(lease, to, post, rates);
    var thread = to.venue().thread();
    if (thread != null) {
      found.invalidate(new Key(to.venue().platform(), to.venue().channel(), thread));
    }
    return permit;
  }

  @Override
  public void forget(DebateId debate) {
    log.forget(debate);
    found.asMap().values().removeIf(debate::equals);
  }

  @Override
  public List<Delivery> read(DebateId debate) {
    return log.read(debate);
  }

  @Override
  public Permit beginChange(Lease lease, List<Rate> rates) {
    return log.beginChange(lease, rates);
  }

  @Override
  public void sent(DebateId debate, String key, RemoteId message, String hash) {
    log.sent(debate, key, message, hash);
  }

  @Override
  public void unsent(Lease lease, String key) {
    log.unsent(lease, key);
  }

  @Override
  public void removed(Lease lease, String key) {
    log.removed(lease, key);
  }

  @Override
  public void failed(Lease lease, String key, String reason) {
    log.failed(lease, key, reason);
  }
}
