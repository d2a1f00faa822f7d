package dev.roundtable.delivery;

import dev.roundtable.delivery.Delivery.State;
import dev.roundtable.session.Lease;
import dev.roundtable.session.LeaseLostException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What is known of a debate's posts, and what of it the log has still to be told. */
final class Ledger {
  private final Lease lease;
  private final DeliveryLog log;
  private final Map<String, Delivery> known = new LinkedHashMap<>();
  private final Queue<Runnable> untold = new ArrayDeque<>();

  private Ledger(Lease lease, DeliveryLog log) {
    this.lease = lease;
    this.log = log;
  }

  /** As the log has it when a debate is taken up. */
  static Ledger read(Lease lease, DeliveryLog log) {
    var ledger = new Ledger(lease, log);
    log.read(lease.debate()).forEach(row -> ledger.known.put(row.key(), row));
    return ledger;
  }

  Lease lease() {
    return lease;
  }

  @Nullable Delivery of(String key) {
    return known.get(key);
  }

  List<Delivery> rows() {
    return new ArrayList<>(known.values());
  }

  @Nullable RemoteId anchor() {
    var row = known.get(Post.ANCHOR);
    return row == null ? null : row.message();
  }

  /**
   * Tells the log what it has not been told, in order. What it cannot take now stays; what it will
   * not take from a holder of old does not.
   */
  void tell() {
    for (var next = untold.peek(); next != null; next = untold.peek()) {
      try {
        next.run();
      } catch (LeaseLostException e) {
        untold.remove();
        throw e;
      }
      untold.remove();
    }
  }

  /** The log said that it may be sent, and knows. */
  Delivery sending(Post post, Instant at) {
    var row = new Delivery(post.key(), post.place(), State.SENDING, null, post.hash(), null, at);
    known.put(post.key(), row);
    return row;
  }

  void sent(Delivery row, RemoteId message, String hash, Instant at) {
    known.put(row.key(), new Delivery(row.key(), row.place(), State.SENT, message, hash, null, at));
    untold.add(() -> log.sent(lease.debate(), row.key(), message, hash));
  }

  void unsent(Delivery row, Instant at) {
    known.put(row.key(), new Delivery(row.key(), row.place(), State.PENDING, null, null, null, at));
    untold.add(() -> log.unsent(lease, row.key()));
  }

  void failed(Delivery row, String reason, Instant at) {
    known.put(
        row.key(),
        new Delivery(row.key(), row.place(), State.FAILED, row.message(), row.hash(), reason, at));
    untold.add(() -> log.failed(lease, row.key(), reason));
  }

  /** The message was taken away; nothing is left to be known. */
  void removed(Delivery row) {
    known.remove(row.key());
    untold.add(() -> log.removed(lease, row.key()));
  }
}
