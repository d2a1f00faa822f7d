package dev.roundtable.session;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions at work in this process, each on a virtual thread of its own. */
public final class Sessions {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  private record Running(DebateSession session, CompletableFuture<Void> ended) {}

  private final Ports ports;
  private final SessionSettings settings;
  private final Map<DebateId, Running> running = new ConcurrentHashMap<>();

  public Sessions(Ports ports, SessionSettings settings) {
    this.ports = ports;
    this.settings = settings;
  }

  /** Writes the opening down, and returns once it is durable; the debate then runs. */
  void open(DebateEvent.Opened opened) {
    running.compute(opened.id(), (_, _) -> start(DebateSession.open(ports, settings, opened)));
  }

  /** Sees that the debate is worked on. */
  public void wake(DebateId debate) {
    running.compute(
        debate,
        (id, current) -> {
          if (current == null) {
            return start(DebateSession.resume(ports, settings, id));
          }
          current.session().poke();
          return current;
        });
  }

  /**
   * Completes when nothing is left to do in the debate, or with what broke it. A debate that nobody
   * works on is complete.
   */
  public CompletableFuture<Void> whenIdle(DebateId debate) {
    var current = running.get(debate);
    return current == null ? CompletableFuture.completedFuture(null) : current.ended();
  }

  private Running start(DebateSession session) {
    var ended = new CompletableFuture<Void>();
    Thread.ofVirtual().name("debate-" + session.id()).start(() -> work(session, ended));
    return new Running(session, ended);
  }

  private void work(DebateSession session, CompletableFuture<Void> ended) {
    try {
      session.run(() -> leaveIfIdle(session));
      ended.complete(null);
    } catch (LeaseLostException e) {
      LOG.info("{}", e.getMessage());
      leave(session);
      ended.complete(null);
    } catch (InterruptedException | RuntimeException | Error e) {
      LOG.error("debate {} stopped; it goes on when it is woken", session.id(), e);
      leave(session);
      ended.completeExceptionally(e);
    }
  }

  // Under the map's lock, so that nothing can come in between the look and the leaving.
  private boolean leaveIfIdle(DebateSession session) {
    var left =
        running.computeIfPresent(
            session.id(),
            (id, current) ->
                current.session() == session && ports.inbox().waiting(id).isEmpty()
                    ? null
                    : current);
    return left == null || left.session() != session;
  }

  private void leave(DebateSession session) {
    running.computeIfPresent(
        session.id(), (_, current) -> current.session() == session ? null : current);
  }
}
