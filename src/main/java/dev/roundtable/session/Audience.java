package dev.roundtable.session;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Follows a debate as it happens. */
@FunctionalInterface
public interface Audience {
  /**
   * Tells what was appended and what the debate is now. Called in order for each debate, on the
   * debate's own thread: whoever is slow hands it on.
   */
  void told(Entry entry, Debate debate);

  /**
   * Tells that the audience knows all there is for the moment: several entries can be appended
   * together, and whoever shows the debate as it stands need not show it after each.
   */
  default void caughtUp(Debate debate) {}

  /**
   * Tells that this process works on the debate from now on, before anything else about it. Another
   * process may have told some of it before.
   *
   * @param lease under which whatever is done about the debate is to be written down
   * @param entries everything so far
   */
  default void takenUp(Lease lease, List<Entry> entries, Debate debate) {}

  /**
   * Completes once everything that was told about the debate so far has been handed on, or never
   * can be. The debate is not laid down before.
   */
  default CompletableFuture<Void> handedOn(DebateId debate) {
    return CompletableFuture.completedFuture(null);
  }

  /**
   * Tells that this process no longer works on the debate under that lease, whatever the reason. It
   * may work on it under a later one, which it was told of before.
   */
  default void letGo(Lease lease) {}
}
