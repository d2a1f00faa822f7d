package dev.roundtable.web;

import dev.roundtable.debate.DebateId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens that are gone with the process. */
public final class MemoryPageTokens implements PageTokens {
  private final InstantSource clock;
  private final Duration holdsFor;
  private final SecureRandom random = new SecureRandom();
  private final Map<DebateId, Pass> passes = new ConcurrentHashMap<>();

  public MemoryPageTokens(InstantSource clock, Duration holdsFor) {
    this.clock = clock;
    this.holdsFor = holdsFor;
  }

  @Override
  public String of(DebateId debate) {
    var now = clock.instant();
    return passes
        .compute(
            debate,
            (_, pass) ->
                pass != null && pass.holds(now) ? pass : Pass.draw(random, now.plus(holdsFor)))
        .token();
  }

  @Override
  public Optional<DebateId> debate(String token) {
    return passes.entrySet().stream()
        .filter(entry -> entry.getValue().token().equals(token))
        .filter(entry -> entry.getValue().holds(clock.instant()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  @Override
  public void revoke(DebateId debate) {
    passes.remove(debate);
  }
}
