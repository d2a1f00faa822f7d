package dev.roundtable.delivery;

import dev.roundtable.debate.DebateId;
import dev.roundtable.session.Lease;
import java.util.List;
import java.util.Optional;

/**
 * The durable record of what was posted where. It keeps no words. Every method may throw a {@link
 * dev.roundtable.session.StoreException}, after which nothing is written or, where it says so,
 * nobody knows.
 */
public interface DeliveryLog {
  /** What is known of a debate's posts, in the order in which they were first planned. */
  List<Delivery> read(DebateId debate);

  /**
   * Asks to post. If granted, the post is durably {@link Delivery.State#SENDING} on return; if not,
   * it is {@link Delivery.State#PENDING} and no rate was used.
   *
   * @throws dev.roundtable.session.LeaseLostException if the lease is void
   * @throws IllegalStateException if the post was sent or has failed
   */
  Permit beginSend(Lease lease, Destination to, Post post, List<Rate> rates);

  /**
   * Asks to edit or delete a message; uses the rates if granted.
   *
   * @throws dev.roundtable.session.LeaseLostException if the lease is void
   */
  Permit beginChange(Lease lease, List<Rate> rates);

  /** The post is there and says what has this hash. The anchor's message is the debate's thread. */
  void sent(DebateId debate, String key, RemoteId message, String hash);

  /**
   * The post is certainly not there; it is pending again.
   *
   * @throws dev.roundtable.session.LeaseLostException if the lease is void: another holder may have
   *     begun to send it meanwhile
   */
  void unsent(Lease lease, String key);

  /**
   * The post will never be there, or is there no more. What is known of its message stays.
   *
   * @throws dev.roundtable.session.LeaseLostException if the lease is void
   */
  void failed(Lease lease, String key, String reason);

  /**
   * The post was taken away, and is not wanted any more; nothing of it is known.
   *
   * @throws dev.roundtable.session.LeaseLostException if the lease is void
   */
  void removed(Lease lease, String key);

  /** Forgets a debate's posts. */
  void forget(DebateId debate);

  /**
   * The latest debate that was asked in that thread, or that has posted that message, or whose
   * thread hangs on it; nothing if it is none of ours.
   *
   * @param channel the channel to which the thread belongs
   */
  Optional<DebateId> find(String platform, String channel, String threadOrMessage);
}
