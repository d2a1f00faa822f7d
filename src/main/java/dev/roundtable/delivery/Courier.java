package dev.roundtable.delivery;

import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Lease;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Brings posts to their platform: new ones in order, each once whatever breaks in between; changed
 * ones as they should stand last, however often they changed meanwhile.
 */
public final class Courier {
  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private record Running(Slate slate, Thread thread) {}

  private final Map<String, Outlet> outlets;
  private final DeliveryLog log;
  private final Timer timer;
  private final Map<DebateId, Running> running = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /**
   * Made ready; it does nothing by itself.
   *
   * @param outlets by the platform that a venue names
   */
  public Courier(Map<String, Outlet> outlets, DeliveryLog log, Timer timer) {
    this.outlets = Map.copyOf(outlets);
    this.log = log;
    this.timer = timer;
  }

  /**
   * Shows these posts, and nothing older, from now on. Returns at once.
   *
   * @param lease of the debate; when it is void, the courier lets go of the debate
   * @param posts all of the debate's posts in the order of reading, the anchor first; a key stays
   *     in its place
   */
  public void show(Lease lease, DebateId debate, Venue venue, List<Post> posts) {
    var _ = give(debate, new Order.Show(lease, venue, posts));
  }

  /**
   * Takes all of the debate's posts away and then forgets them. Completes once that is done; what
   * the platform does not let go of stays.
   *
   * @param lease of the debate, taken so that nobody else posts any more
   */
  public CompletableFuture<Void> remove(Lease lease, Venue venue) {
    return give(lease.debate(), new Order.Remove(lease, venue));
  }

  private CompletableFuture<Void> give(DebateId debate, Order order) {
    var slate =
        running
            .compute(
                debate,
                (_, current) -> {
                  if (current == null) {
                    return begin(debate, order);
                  }
                  current.slate().write(order);
                  return current;
                })
            .slate();
    return slate.whenObeyed();
  }

  private Running begin(DebateId debate, Order order) {
    var outlet = outlets.get(order.venue().platform());
    if (outlet == null) {
      throw new IllegalArgumentException("no outlet to " + order.venue().platform());
    }
    var slate = new Slate(order, timer);
    var run = new Run(debate, slate, outlet, log, timer);
    var thread =
        Thread.ofVirtual().name("courier-" + debate).unstarted(() -> work(debate, slate, run));
    if (!closed) {
      thread.start();
    }
    return new Running(slate, thread);
  }

  private void work(DebateId debate, Slate slate, Run run) {
    if (closed) {
      slate.close();
    }
    // For as long as the thread lives, so that what broke it says so too.
    MDC.put("debate", debate.value());
    MDC.put("platform", slate.order().venue().platform());
    try {
      run.work(() -> leave(debate, slate));
    } catch (InterruptedException _) {
      LOG.info("the posts of debate {} are left to its next holder", debate);
    } catch (RuntimeException | Error e) {
      LOG.error("the posts of debate {} are left as they are", debate, e);
      // Removed first, so that no order comes to a slate that nobody reads any more.
      running.remove(debate);
      slate.fail(e);
    }
  }

  // Under the map's lock, so that no order comes in between the look and the leaving.
  private boolean leave(DebateId debate, Slate slate) {
    return running.computeIfPresent(debate, (_, current) -> slate.obeyed() ? null : current)
        == null;
  }

  /** Completes once everything that was to be shown stands there, or never can. */
  public CompletableFuture<Void> shown(DebateId debate) {
    var current = running.get(debate);
    return current == null ? CompletableFuture.completedFuture(null) : current.slate().whenObeyed();
  }

  /** How many debates have something that is not shown yet. */
  public long waiting() {
    return running.values().stream().filter(current -> !current.slate().obeyed()).count();
  }

  /** The debates of which something is to be shown, or was a moment ago. */
  public Set<DebateId> atWork() {
    return Set.copyOf(running.keySet());
  }

  /**
   * Begins nothing any more, lets requests that are under way finish within the time and ends them
   * after it. What is not sent is sent by the debate's next holder; whoever waits for it is not
   * told.
   */
  public void close(Duration within) throws InterruptedException {
    closed = true;
    var all = List.copyOf(running.values());
    all.forEach(current -> current.slate().close());
    var alarm = timer.after(within, () -> all.forEach(current -> current.thread().interrupt()));
    try {
      for (var current : all) {
        current.thread().join();
      }
    } finally {
      alarm.cancel();
    }
  }
}
