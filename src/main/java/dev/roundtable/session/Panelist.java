package dev.roundtable.session;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Provenance;

/** Sits on a seat and answers briefs. */
public interface Panelist {
  /** A ballot and what it took to get it. */
  record Reply(Ballot ballot, Provenance provenance) {}

  /**
   * Answers, blocking for as long as it takes; the caller keeps the time. Whatever goes wrong with
   * a model is an abstention with its cause.
   *
   * @throws InterruptedException as soon as the thread is interrupted, with its call ended
   */
  Reply answer(Brief brief) throws InterruptedException;
}
