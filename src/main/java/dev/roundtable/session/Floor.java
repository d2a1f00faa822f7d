package dev.roundtable.session;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import java.util.List;

/** Where the panel and the chair are heard: the session that asks them. */
interface Floor {
  Debate debate();

  /** Takes ballots that came at the same time. */
  void cast(List<DebateEvent.BallotCast> ballots);

  /** Takes what comes into the mailbox and is not the answer that is waited for. */
  void note(Happening other);
}
