package dev.roundtable.archive;

import dev.roundtable.debate.DebateId;
import dev.roundtable.session.Entry;
import dev.roundtable.session.StoreException;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows debates that any process works on, by reading what it has written. Looks once a second,
 * with one query for all, while somebody follows one.
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
    private final Consumer<Entry> listener;
    private long next;

    Follower(DebateId debate, long from, Consumer<Entry> listener) {
      this.debate = debate;
      this.next = from;
      this.listener = listener;
    }
  }

  // Its event is read later: one that cannot be read must not keep the others from theirs.
  private record Row(DebateId debate, long seq, Instant at, String payload) {}

  private final Database database;
  private final EventCodec codec;
  private final Timer timer;
  private final Set<Follower> followers = ConcurrentHashMap.newKeySet();
  private boolean looking;

  LogTail(Database database, EventCodec codec, Timer timer) {
    this.database = database;
    this.codec = codec;
    this.timer = timer;
  }

  /**
   * Tells every entry of the debate from that number on, in order, about a second after it was
   * written. A debate that is forgotten or unknown has none.
   *
   * @param listener is called on one thread for all debates: whoever is slow hands it on
   */
  public Following follow(DebateId debate, long fromSeq, Consumer<Entry> listener) {
    var follower = new Follower(debate, fromSeq, listener);
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
      written(following).forEach(row -> tell(following, row));
    } catch (StoreException e) {
      LOG.warn("the log is read again in {}: {}", EVERY, e.sentence());
    }
  }

  private List<Row> written(List<Follower> following) {
    Map<String, Long> from =
        following.stream()
            .collect(
                Collectors.toMap(
                    follower -> follower.debate.value(), follower -> follower.next, Math::min));
    if (from.isEmpty()) {
      return List.of();
    }
    var values = new ArrayList<Object>();
    from.forEach((debate, next) -> Collections.addAll(values, debate, next));
    var rows = String.join(", ", Collections.nCopies(from.size(), "(?, ?)"));
    var sql =
        """
        with followed (id, next) as (values %s)
        select debate_id, seq, at_millis, payload
        from followed join debate_event on debate_id = id and seq >= next
        order by debate_id, seq
        """
            .formatted(rows);
    return database.read(handle -> {
      var query = handle.createQuery(sql);
      for (int i = 0; i < values.size(); i++) {
        query.bind(i, values.get(i));
      }
      return query
          .map((row, _) ->
              new Row(
                  new DebateId(row.getString("debate_id")),
                  row.getLong("seq"),
                  Instant.ofEpochMilli(row.getLong("at_millis")),
                  row.getString("payload")))
          .list();
    });
  }

  private void tell(List<Follower> following, Row row) {
    var listening =
        following.stream()
            .filter(follower ->
                follower.debate.equals(row.debate())
                    && follower.next <= row.seq()
                    && followers.contains(follower))
            .toList();
    if (!listening.isEmpty()) {
      read(row, listening).ifPresent(entry -> listening.forEach(one -> tell(one, entry)));
    }
  }

  // Nothing once nobody can follow it any further.
  private Optional<Entry> read(Row row, List<Follower> listening) {
    try {
      return Optional.of(new Entry(row.seq(), row.at(), codec.read(row.payload())));
    } catch (UnreadableEventException e) {
      listening.forEach(followers::remove);
      LOG.error("debate {} cannot be followed any further", row.debate(), e);
      return Optional.empty();
    }
  }

  // Who needs the store while it is away is told again.
  private void tell(Follower follower, Entry entry) {
    try {
      follower.listener.accept(entry);
      follower.next = entry.seq() + 1;
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
