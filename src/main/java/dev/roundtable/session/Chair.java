package dev.roundtable.session;

import dev.roundtable.debate.ChairReply;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Provenance;

/** Does the writing that is not voting. */
public interface Chair {
  /** A reply, which may be a failure, and what it took to get it. */
  record Answer(ChairReply reply, Provenance spent) {}

  /**
   * Answers, blocking for as long as it takes; the caller keeps the time.
   *
   * @throws InterruptedException as soon as the thread is interrupted, with its call ended
   */
  Answer answer(ChairTask task) throws InterruptedException;
}
