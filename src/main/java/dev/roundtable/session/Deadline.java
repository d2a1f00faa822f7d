package dev.roundtable.session;

import dev.roundtable.debate.Debate;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Watches how long the rounds take that are not settled yet, whoever held the debate before. */
final class Deadline {
  private final Timer timer;
  private final Queue<Happening> mailbox;
  private Timer.@Nullable Alarm alarm;
  private int number;

  Deadline(Timer timer, Queue<Happening> mailbox) {
    this.timer = timer;
    this.mailbox = mailbox;
  }

  /**
   * Watches a debate that is at work, and no other.
   *
   * @param began when its present rounds did
   * @return true if it has passed and nobody was told
   */
  boolean keep(Debate debate, Instant began) {
    if (!debate.underWay()) {
      clear();
      return false;
    }
    if (alarm != null) {
      return false;
    }
    var passed = new Happening.DeadlinePassed(++number);
    var left = left(debate.rules().deadline(), began);
    alarm = timer.after(left, () -> mailbox.add(passed));
    return left.isZero() && debate.stop() == null;
  }

  // A debate that is taken up again has what was left, and never more than the whole.
  private Duration left(Duration whole, Instant began) {
    var left = whole.minus(Duration.between(began, timer.now()));
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(whole) < 0 ? left : whole;
  }

  /** Whether that alarm is the one that is waited for. */
  boolean is(Happening.DeadlinePassed passed) {
    return alarm != null && passed.number() == number;
  }

  /** What was waited for has been said; it is not said again. */
  void said() {
    number++;
  }

  void clear() {
    if (alarm != null) {
      alarm.cancel();
      alarm = null;
    }
  }
}
