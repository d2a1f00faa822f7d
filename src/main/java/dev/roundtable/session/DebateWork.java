package dev.roundtable.session;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;

/** Sees that debates are worked on, by this process or by another. */
public interface DebateWork {
  /**
   * Writes the opening down, and returns once it is durable; the debate then runs.
   *
   * @return false, and nothing is written, if the message was seen before
   * @throws StoreException if it is not durable; the debate does not run
   */
  boolean open(MessageId message, DebateEvent.Opened opened);

  /** Sees that somebody takes up what waits for the debate. */
  void wake(DebateId debate);
}
