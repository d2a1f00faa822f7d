package dev.roundtable.session;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions at work in this process. By itself it works on every debate that is opened or woken,
 * each on a virtual thread of its own; somebody who hands debates out to several processes calls
 * {@link #write} and {@link #work} instead.
 */
public final class Sessions implements DebateWork {
  private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

  private record Running(DebateSession session, CompletableFuture<Void> ended) {
    Running(DebateSession session) {
      this(session, new CompletableFuture<>());
    }
  }

  private final Ports ports;
  private final SessionSettings settings;
  private final Map<DebateId, Running> running = new ConcurrentHashMap<>();

  public Sessions(Ports ports, SessionSettings settings) {
    this.ports = ports;
    this.settings = settings;
  }

  @Override
  public void open(DebateEvent.Opened opened) {
    running.compute(opened.id(), (_, _) -> start(DebateSession.open(ports, settings, opened)));
  }

  /** Writes the opening down, and returns once it is durable; nobody works on the debate yet. */
  public void write(DebateEvent.Opened opened) {
    DebateSession.open(ports, settings, opened).tellOpening();
  }

  @Override
  public void wake(DebateId debate) {
    running.compute(
        debate,
        (id, current) -> {
          if (current == null) {
            return DebateSession.resume(ports, settings, id).map(this::start).orElse(null);
          }
          current.session().poke();
          return current;
        });
  }

  /** Says that something waits for the debate; false if it is not worked on in this process. */
  public boolean poke(DebateId debate) {
    var current = running.get(debate);
    if (current != null) {
      current.session().poke();
    }
    return current != null;
  }

  /** The debates that are worked on in this process. */
  public Set<DebateId> atWork() {
    return Set.copyOf(running.keySet());
  }

  /**
   * Takes the debate over and works on it, on this thread, until nothing is left to do.
   *
   * @throws LeaseLostException if another holder took over meanwhile
   * @throws StoreException if the archive failed; the debate goes on when it is taken over again
   * @throws InterruptedException if it was told to end; calls under way are ended
   */
  public void work(DebateId debate) throws InterruptedException {
    // A session that this process still has under an older lease notices when it appends.
    var current =
        running.compute(
            debate,
            (id, _) -> DebateSession.resume(ports, settings, id).map(Running::new).orElse(null));
    if (current != null) {
      attend(current);
    }
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
    var fresh = new Running(session);
    Thread.ofVirtual().name("debate-" + session.id()).start(() -> workAlone(fresh));
    return fresh;
  }

  private void workAlone(Running current) {
    try {
      attend(current);
    } catch (LeaseLostException e) {
      LOG.info("{}", e.getMessage());
    } catch (InterruptedException | RuntimeException | Error e) {
      LOG.error("debate {} stopped; it goes on when it is woken", current.session().id(), e);
    }
  }

  private void attend(Running current) throws InterruptedException {
    @Nullable Throwable broken = null;
    try {
      current.session().run(() -> leaveIfIdle(current));
    } catch (LeaseLostException e) {
      throw e;
    } catch (InterruptedException | RuntimeException | Error e) {
      broken = e;
      throw e;
    } finally {
      running.remove(current.session().id(), current);
      if (broken == null) {
        current.ended().complete(null);
      } else {
        current.ended().completeExceptionally(broken);
      }
    }
  }

  // Under the map's lock, so that nothing can come in between the look and the leaving.
  private boolean leaveIfIdle(Running current) {
    var left =
        running.computeIfPresent(
            current.session().id(),
            (id, now) -> current.equals(now) && ports.inbox().waiting(id).isEmpty() ? null : now);
    return !current.equals(left);
  }
}
