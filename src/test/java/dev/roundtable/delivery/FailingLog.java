package dev.roundtable.delivery;

import dev.roundtable.debate.DebateId;
import dev.roundtable.session.Lease;
import dev.roundtable.session.StoreException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A delivery log that fails when it is told to. */
final class FailingLog implements DeliveryLog {
  private final DeliveryLog sound;
  private final Queue<StoreException> failures = new ConcurrentLinkedQueue<>();
  private final Queue<StoreException> noteFailures = new ConcurrentLinkedQueue<>();

  FailingLog(DeliveryLog sound) {
    this.sound = sound;
  }

  void failNext(StoreException with, int times) {
    for (int i = 0; i < times; i++) {
      failures.add(with);
    }
  }

  /** Fails to note what became of a post. */
  void failNextNote(StoreException with, int times) {
    for (int i = 0; i < times; i++) {
      noteFailures.add(with);
    }
  }

  private static void fail(Queue<StoreException> failures) {
    var failure = failures.poll();
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public List<Delivery> read(DebateId debate) {
    fail(failures);
    return sound.read(debate);
  }

  @Override
  public Permit beginSend(Lease lease, Destination to, Post post, List<Rate> rates) {
    fail(failures);
    return sound.beginSend(lease, to, post, rates);
  }

  @Override
  public Permit beginChange(Lease lease, List<Rate> rates) {
    fail(failures);
    return sound.beginChange(lease, rates);
  }

  @Override
  public void sent(DebateId debate, String key, RemoteId message, String hash) {
    fail(noteFailures);
    sound.sent(debate, key, message, hash);
  }

  @Override
  public void unsent(Lease lease, String key) {
    fail(noteFailures);
    sound.unsent(lease, key);
  }

  @Override
  public void removed(Lease lease, String key) {
    fail(noteFailures);
    sound.removed(lease, key);
  }

  @Override
  public void failed(Lease lease, String key, String reason) {
    fail(noteFailures);
    sound.failed(lease, key, reason);
  }

  @Override
  public void forget(DebateId debate) {
    sound.forget(debate);
  }

  @Override
  public Optional<DebateId> find(String platform, String channel, String threadOrMessage) {
    return sound.find(platform, channel, threadOrMessage);
  }
}
