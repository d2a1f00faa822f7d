package dev.roundtable.chat;

import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Person;
import java.util.Optional;

/**
 * What was asked but waits for the asker to say go, for an hour at most; shared by all replicas.
 */
public interface Drafts {
  /** What is kept. */
  record Draft(Where where, Visitor by, Ask ask) {}

  void keep(DebateId id, Draft draft);

  /** Takes that person's draft out; nothing if it is gone, was taken or is somebody else's. */
  Optional<Draft> take(DebateId id, Person by);
}
