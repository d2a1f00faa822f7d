package dev.roundtable.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a post.
 *
 * @param message null until it is known to be there
 * @param hash of what it said last, or may say; null while it is pending
 * @param reason why it will never be there, null unless it failed
 * @param at when its state changed last
 */
public record Delivery(
    String key,
    Post.Place place,
    State state,
    @Nullable RemoteId message,
    @Nullable String hash,
    @Nullable String reason,
    Instant at) {
  /** How far a post has come. */
  public enum State {
    /** Certainly not sent. */
    PENDING,
    /** Sent or not: a crash or a lost answer came between. */
    SENDING,
    SENT,
    /** Never to be sent; the platform refused. */
    FAILED
  }
}
