package dev.roundtable.discord;

import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import net.dv8tion.jda.api.interactions.callbacks.IReplyCallback;

/** The way back to what somebody did, which Discord keeps open for a quarter of an hour. */
final class Hook {
  // A minute less than Discord allows: Receiving and Responding, Followup Messages.
  static final Duration OPEN = Duration.ofMinutes(14);

  /** Stands for the answer that Discord shows as “thinking”. */
  static final String ORIGINAL = "@original";

  private final String application;
  private final String token;
  private final Timer timer;
  private final Instant until;
  private final CompletableFuture<?> acknowledged;
  private final boolean onlyWay;
  private final AtomicBoolean thinking;

  /**
   * The hook of something that was or is being acknowledged.
   *
   * @param acknowledged done once Discord has heard of it
   * @param thinking whether everybody sees the bot thinking until something takes its place
   * @param onlyWay whether the bot is no member of where it happened
   */
  Hook(
      IReplyCallback event,
      Timer timer,
      CompletableFuture<?> acknowledged,
      boolean thinking,
      boolean onlyWay) {
    this(
        new Kept(
            event.getJDA().getSelfUser().getApplicationId(),
            event.getToken(),
            timer.now().plus(OPEN).toEpochMilli(),
            thinking,
            onlyWay),
        timer,
        acknowledged);
  }

  /** A hook that was acknowledged before the program began, or by another one. */
  Hook(Kept kept, Timer timer) {
    this(kept, timer, CompletableFuture.completedFuture(null));
  }

  private Hook(Kept kept, Timer timer, CompletableFuture<?> acknowledged) {
    this.application = kept.application();
    this.token = kept.token();
    this.until = Instant.ofEpochMilli(kept.untilMillis());
    this.thinking = new AtomicBoolean(kept.thinking());
    this.onlyWay = kept.onlyWay();
    this.timer = timer;
    this.acknowledged = acknowledged;
  }

  /** A hook as it is written down. */
  record Kept(
      String application, String token, long untilMillis, boolean thinking, boolean onlyWay) {}

  Kept kept() {
    return new Kept(application, token, until.toEpochMilli(), thinking.get(), onlyWay);
  }

  String application() {
    return application;
  }

  String token() {
    return token;
  }

  boolean isOpen() {
    return timer.now().isBefore(until) && !acknowledged.isCompletedExceptionally();
  }

  boolean isOnlyWay() {
    return onlyWay;
  }

  /** Whether whoever asks is to put something in the place of “thinking”; true only once. */
  boolean takeThinking() {
    return thinking.getAndSet(false);
  }

  /** Nothing was put there after all. */
  void thinkAgain() {
    thinking.set(true);
  }

  /** Waits until Discord has heard of it; false if it would not. */
  boolean isAcknowledged() {
    return acknowledged.handle((_, failure) -> failure == null).join();
  }
}
