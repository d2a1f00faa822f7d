package dev.roundtable.session;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import java.util.Map;
import java.util.Optional;
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

  /** How a session comes about; nothing if there is no such debate. */
  @FunctionalInterface
  private interface Beginning {
    Optional<DebateSession> session();
  }

  private final Ports ports;
  private final SessionSettings settings;
  private final Map<DebateId, Running> running = new ConcurrentHashMap<>();
  private volatile boolean leaving;

  public Sessions(Ports ports, SessionSettings settings) {
    this.ports = ports;
    this.settings = settings;
  }

  @Override
  public boolean open(MessageId message, DebateEvent.Opened opened) {
    var session = begin(message, opened);
    if (session.isPresent()) {
      var fresh = new Running();
      running.put(opened.id(), fresh);
      start(opened.id(), fresh, () -> session);
    }
    return session.isPresent();
  }

  /**
   * Writes the opening down, and returns once it is durable; nobody works on the debate yet.
   *
   * @return false, and nothing is written, if the message was seen before
   */
  public boolean write(MessageId message, DebateEvent.Opened opened) {
    var session = begin(message, opened);
    session.ifPresent(DebateSession::tellOpening);
    return session.isPresent();
  }

  private Optional<DebateSession> begin(MessageId message, DebateEvent.Opened opened) {
    return ports
        .archive()
        .open(message, opened)
        .map(opening -> DebateSession.begin(ports, settings, opening));
  }

  @Override
  public void wake(DebateId debate) {
    var fresh = new Running();
    var current =
        running.compute(
            debate,
            (_, now) -> {
              if (now == null) {
                return fresh;
              }
              now.poke();
              return now;
            });
    if (current == fresh) {
      start(debate, fresh, () -> DebateSession.resume(ports, settings, debate));
    }
  }

  /** Says that something waits for the debate; false if it is not worked on in this process. */
  public boolean poke(DebateId debate) {
    var poked =
        running.computeIfPresent(
            debate,
            (_, now) -> {
              now.poke();
              return now;
            });
    return poked != null;
  }

  /** The debates that are worked on in this process. */
  public Set<DebateId> atWork() {
    return Set.copyOf(running.keySet());
  }

  /** Leaves every debate once the calls that are under way have ended; none is begun any more. */
  public void leave() {
    leaving = true;
    running.values().forEach(Running::leave);
  }

  /**
   * Takes the debate over and works on it, on this thread, until nothing is left to do.
   *
   * @return false if it was left before, for somebody else to go on with
   * @throws LeaseLostException if another holder took over meanwhile
   * @throws StoreException if the archive failed; the debate goes on when it is taken over again
   * @throws InterruptedException if it was told to end; calls under way are ended
   */
  public boolean work(DebateId debate) throws InterruptedException {
    var fresh = new Running();
    // A session that this process still has under an older lease notices when it appends.
    running.put(debate, fresh);
    return attend(debate, fresh, () -> DebateSession.resume(ports, settings, debate));
  }

  /**
   * Completes when nothing is left to do in the debate, or with what broke it. A debate that nobody
   * works on is complete.
   */
  public CompletableFuture<Void> whenIdle(DebateId debate) {
    var current = running.get(debate);
    return current == null ? CompletableFuture.completedFuture(null) : current.ended();
  }

  private void start(DebateId debate, Running fresh, Beginning beginning) {
    Thread.ofVirtual().name("debate-" + debate).start(() -> workAlone(debate, fresh, beginning));
  }

  private void workAlone(DebateId debate, Running current, Beginning beginning) {
    try {
      attend(debate, current, beginning);
    } catch (LeaseLostException e) {
      LOG.info("{}", e.getMessage());
    } catch (InterruptedException | RuntimeException | Error e) {
      LOG.error("debate {} stopped; it goes on when it is woken", debate, e);
    }
  }

  private boolean attend(DebateId debate, Running current, Beginning beginning)
      throws InterruptedException {
    @Nullable Throwable broken = null;
    try {
      var session = beginning.session();
      return session.isEmpty() || run(debate, current, session.get());
    } catch (LeaseLostException e) {
      throw e;
    } catch (InterruptedException | RuntimeException | Error e) {
      broken = e;
      throw e;
    } finally {
      running.remove(debate, current);
      if (broken == null) {
        current.ended().complete(null);
      } else {
        current.ended().completeExceptionally(broken);
      }
    }
  }

  private boolean run(DebateId debate, Running current, DebateSession session)
      throws InterruptedException {
    current.at(session);
    if (leaving) {
      session.leave();
    }
    return session.run(() -> leaveIfIdle(debate, current));
  }

  // What comes in between the look and the leaving has poked, under the same lock as the leaving.
  private boolean leaveIfIdle(DebateId debate, Running current) {
    long pokes = current.pokes();
    if (!ports.inbox().waiting(debate).isEmpty()) {
      return false;
    }
    var left =
        running.computeIfPresent(
            debate, (_, now) -> now == current && now.pokes() == pokes ? null : now);
    return left != current;
  }
}
