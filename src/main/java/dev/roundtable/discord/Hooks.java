package dev.roundtable.discord;

import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.RemoteId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which debates have a way back to what somebody did, and which messages went by one. Which
 * messages did is known to this process alone; elsewhere they are edited by the channel.
 */
final class Hooks {
  private static final int REMEMBERED = 10_000;
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final KeptHooks kept;
  private final Map<DebateId, Hook> ofDebates = recent();
  private final Map<DebateId, Boolean> lookedUp = recent();
  private final Map<RemoteId, Hook> ofMessages = recent();
  private final Map<String, Set<Claim>> claims = new ConcurrentHashMap<>();

  Hooks(KeptHooks kept) {
    this.kept = kept;
  }

  private static <K, V> Map<K, V> recent() {
    return Collections.synchronizedMap(
        new LinkedHashMap<K, V>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > REMEMBERED;
          }
        });
  }

  /** Somebody is asking in that channel, and it is not known yet whether a debate comes of it. */
  final class Claim implements AutoCloseable {
    private final String channel;
    private final CompletableFuture<Void> settled = new CompletableFuture<>();

    private Claim(String channel) {
      this.channel = channel;
    }

    @Override
    public void close() {
      claims.computeIfPresent(
          channel,
          (_, open) -> {
            open.remove(this);
            return open.isEmpty() ? null : open;
          });
      settled.complete(null);
    }
  }

  /** Until it is closed, a card for that channel waits for the hook that may be given to it. */
  Claim claim(String channel) {
    var claim = new Claim(channel);
    claims.compute(
        channel,
        (_, open) -> {
          var all = open == null ? ConcurrentHashMap.<Claim>newKeySet() : open;
          all.add(claim);
          return all;
        });
    return claim;
  }

  /** From now on the debate's posts may go by that hook. */
  void give(DebateId debate, Hook hook) {
    ofDebates.put(debate, hook);
    kept.keep(debate, hook);
  }

  /** Whether this one, and nobody else, is to put something in the place of “thinking”. */
  boolean takeThinking(DebateId debate, Hook hook) {
    boolean taken = hook.takeThinking() && kept.find(debate).map(Hook::takeThinking).orElse(true);
    if (taken) {
      kept.write(debate, hook);
    }
    return taken;
  }

  /** Nothing was put there after all. */
  void thinkAgain(DebateId debate, Hook hook) {
    hook.thinkAgain();
    kept.write(debate, hook);
  }

  private @Nullable Hook known(DebateId debate) {
    var hook = ofDebates.get(debate);
    if (hook == null && lookedUp.put(debate, true) == null) {
      kept.find(debate).ifPresent(found -> ofDebates.putIfAbsent(debate, found));
      hook = ofDebates.get(debate);
    }
    return hook;
  }

  /** The debate's hook, once it is known whether there is one. */
  Optional<Hook> of(DebateId debate, String channel) {
    var open = claims.get(channel);
    if (open != null && !ofDebates.containsKey(debate)) {
      for (var claim : Set.copyOf(open)) {
        var _ =
            claim
                .settled
                .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
      }
    }
    return Optional.ofNullable(known(debate)).filter(Hook::isOpen);
  }

  /** The debate's hook if there is no other way to where it was asked. */
  Optional<Hook> onlyWay(DebateId debate) {
    return Optional.ofNullable(known(debate)).filter(Hook::isOnlyWay);
  }

  void wentBy(Hook hook, RemoteId message) {
    ofMessages.put(message, hook);
  }

  /** The hook by which the message went, while it is open. */
  @Nullable Hook behind(RemoteId message) {
    var hook = ofMessages.get(message);
    return hook != null && hook.isOpen() ? hook : null;
  }
}
