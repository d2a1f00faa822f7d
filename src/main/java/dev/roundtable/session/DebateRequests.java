package dev.roundtable.session;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;

/** The one door through which every front end comes in. */
public interface DebateRequests {
  /** Opens a debate, which then runs by itself. */
  Admission open(DebateRequest request);

  /** Hands in a follow-up, a team vote or an order to stop. */
  Receipt submit(DebateId debate, DebateEvent.FromPerson message);
}
