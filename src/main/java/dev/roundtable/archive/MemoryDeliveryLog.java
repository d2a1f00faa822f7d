package dev.roundtable.archive;

import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.Delivery;
import dev.roundtable.delivery.Delivery.State;
import dev.roundtable.delivery.DeliveryLog;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.Permit;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.Rate;
import dev.roundtable.delivery.RemoteId;
import dev.roundtable.session.Lease;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A delivery log that lasts as long as the process: for tests. */
public final class MemoryDeliveryLog implements DeliveryLog {
  private record Row(Destination to, Delivery delivery) {
    boolean of(DebateId debate) {
      return to.debate().equals(debate);
    }

    boolean answersTo(String platform, String channel, String id) {
      var venue = to.venue();
      var message = delivery.message();
      return venue.platform().equals(platform)
          && venue.channel().equals(channel)
          && (id.equals(venue.thread()) || (message != null && id.equals(message.value())));
    }
  }

  private final MemoryArchive archive;
  private final InstantSource clock;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Instant> due = new HashMap<>();

  /**
   * An empty one.
   *
   * @param archive whose leases count
   */
  public MemoryDeliveryLog(MemoryArchive archive, InstantSource clock) {
    this.archive = archive;
    this.clock = clock;
  }

  @Override
  public synchronized List<Delivery> read(DebateId debate) {
    return rows.stream().filter(row -> row.of(debate)).map(Row::delivery).toList();
  }

  @Override
  public synchronized Permit beginSend(Lease lease, Destination to, Post post, List<Rate> rates) {
    return archive.under(
        lease,
        () -> {
          var now = clock.instant();
          if (read(to.debate()).stream().noneMatch(row -> row.key().equals(post.key()))) {
            rows.add(new Row(to, row(post.key(), post.place(), State.PENDING, now)));
          }
          var permit = use(rates, now);
          if (permit instanceof Permit.Granted) {
            replace(to.debate(), post.key(), row -> begun(row, post, now));
          }
          return permit;
        });
  }

  private static Delivery row(String key, Post.Place place, State state, Instant now) {
    return new Delivery(key, place, state, null, null, null, now);
  }

  private static Delivery begun(Delivery row, Post post, Instant now) {
    if (row.state() == State.SENT || row.state() == State.FAILED) {
      throw new IllegalStateException("post " + row.key() + " is not to be sent");
    }
    return new Delivery(row.key(), row.place(), State.SENDING, null, post.hash(), null, now);
  }

  @Override
  public synchronized Permit beginChange(Lease lease, List<Rate> rates) {
    return archive.under(lease, () -> use(rates, clock.instant()));
  }

  // The same algorithm as in a database.
  private Permit use(List<Rate> rates, Instant now) {
    var wait = Duration.ZERO;
    for (var rate : rates) {
      var head = rate.interval().multipliedBy(rate.burst() - 1L);
      var early = Duration.between(now, due.getOrDefault(rate.bucket(), now).minus(head));
      wait = early.compareTo(wait) > 0 ? early : wait;
    }
    if (wait.isPositive()) {
      return new Permit.Wait(wait);
    }
    for (var rate : rates) {
      var next = due.getOrDefault(rate.bucket(), now);
      due.put(rate.bucket(), (next.isAfter(now) ? next : now).plus(rate.interval()));
    }
    return new Permit.Granted();
  }

  @Override
  public synchronized void sent(DebateId debate, String key, RemoteId message, String hash) {
    var now = clock.instant();
    replace(
        debate, key, row -> new Delivery(key, row.place(), State.SENT, message, hash, null, now));
  }

  @Override
  public synchronized void unsent(Lease lease, String key) {
    var now = clock.instant();
    replaceUnder(
        lease,
        key,
        row -> row.state() == State.SENDING ? row(key, row.place(), State.PENDING, now) : row);
  }

  @Override
  public synchronized void removed(Lease lease, String key) {
    archive.under(
        lease,
        () -> rows.removeIf(row -> row.of(lease.debate()) && row.delivery().key().equals(key)));
  }

  @Override
  public synchronized void failed(Lease lease, String key, String reason) {
    var now = clock.instant();
    replaceUnder(
        lease,
        key,
        row ->
            new Delivery(key, row.place(), State.FAILED, row.message(), row.hash(), reason, now));
  }

  private void replaceUnder(Lease lease, String key, UnaryOperator<Delivery> by) {
    archive.under(
        lease,
        () -> {
          replace(lease.debate(), key, by);
          return key;
        });
  }

  private void replace(DebateId debate, String key, UnaryOperator<Delivery> by) {
    rows.replaceAll(row ->
        row.of(debate) && row.delivery().key().equals(key)
            ? new Row(row.to(), by.apply(row.delivery()))
            : row);
  }

  @Override
  public synchronized void forget(DebateId debate) {
    rows.removeIf(row -> row.of(debate));
  }

  @Override
  public synchronized Optional<DebateId> find(
      String platform, String channel, String threadOrMessage) {
    return rows.reversed().stream()
        .filter(row -> row.answersTo(platform, channel, threadOrMessage))
        .map(row -> row.to().debate())
        .findFirst();
  }
}
