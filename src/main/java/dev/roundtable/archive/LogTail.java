package dev.roundtable.archive;

import dev.roundtable.debate.DebateId;
import dev.roundtable.session.StoreException;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how far debates have come that any process works on, by what it has written. Looks once a
 * second, with one query for all, while somebody follows one.
 */
public final class LogTail implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LogTail.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  /** Ends by being closed. */
  @FunctionalInterface
  public interface Following extends AutoCloseable {
    @Override
    void close();
  }

  private static final class Follower {
    private final DebateId debate;
    private final LongConsumer listener;
    private long known;

    Follower(DebateId debate, long known, LongConsumer listener) {
      this.debate = debate;
      this.known = known;
      this.listener = listener;
    }
  }

  private record Grown(DebateId debate, long seq) {}

  private final Database database;
  private final Timer timer;
  private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
  private boolean looking;

  LogTail(Database database, Timer timer) {
    this.database = database;
    this.timer = timer;
  }

  /**
   * Tells the number of the latest entry of the debate once it is beyond the one that is known,
   * about a second after it was written, and again whenever more was written. Of a debate that
   * nobody has opened nothing is told.
   *
   * @param listener is called on one thread for all debates: whoever is slow hands it on
   */
  public Following follow(DebateId debate, long knownSeq, LongConsumer listener) {
    var follower = new Follower(debate, knownSeq, listener);
    followers.add(follower);
    begin();
    return () -> followers.remove(follower);
  }

  private synchronized void begin() {
    if (!looking) {
      looking = true;
      Thread.ofVirtual().name("log-tail").start(this::watch);
    }
  }

  private synchronized boolean goesOn() {
    looking = !followers.isEmpty();
    return looking;
  }

  private void watch() {
    try {
      while (goesOn()) {
        look();
        timer.pause(EVERY);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts it", e);
    }
  }

  private void look() {
    try {
      var following = List.copyOf(followers);
      grown(following).forEach(grown -> tell(following, grown));
    } catch (StoreException e) {
      LOG.warn("the log is read again in {}: {}", EVERY, e.sentence());
    }
  }

  private List<Grown> grown(List<Follower> following) {
    Map<String, Long> known =
        following.stream()
            .collect(
                Collectors.toMap(
                    follower -> follower.debate.value(), follower -> follower.known, Math::min));
    if (known.isEmpty()) {
      return List.of();
    }
    var values = new ArrayList<Object>();
    known.forEach((debate, seq) -> Collections.addAll(values, debate, seq));
    var rows = String.join(", ", Collections.nCopies(known.size(), "(?, ?)"));
    var sql =
        """
        with followed (debate, known) as (values %s)
        select id, last_seq from followed join debate on id = debate and last_seq > known
        """
            .formatted(rows);
    return database.read(handle -> {
      var query = handle.createQuery(sql);
      for (int i = 0; i < values.size(); i++) {
        query.bind(i, values.get(i));
      }
      return query
          .map((row, _) -> new Grown(new DebateId(row.getString("id")), row.getLong("last_seq")))
          .list();
    });
  }

  private void tell(List<Follower> following, Grown grown) {
    following.stream()
        .filter(follower ->
            follower.debate.equals(grown.debate())
                && follower.known < grown.seq()
                && followers.contains(follower))
        .forEach(follower -> tell(follower, grown.seq()));
  }

  // Who needs the store while it is away is told again.
  private void tell(Follower follower, long seq) {
    try {
      follower.listener.accept(seq);
      follower.known = seq;
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      followers.remove(follower);
      LOG.error("who followed debate {} left", follower.debate, e);
    }
  }

  /** Nobody is told anything any more. */
  @Override
  public void close() {
    followers.clear();
  }
}
