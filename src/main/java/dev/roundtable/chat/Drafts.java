package dev.roundtable.chat;

import dev.roundtable.debate.DebateId;
import java.util.Optional;

/**
 * What was asked but waits for the asker to say go, for an hour at most; shared by all replicas.
 */
public interface Drafts {
  /** What is kept. */
  record Draft(Where where, Visitor by, Ask ask) {}

  void keep(DebateId id, Draft draft);

  /** Takes the draft out; nothing if it is gone or was taken. */
  Optional<Draft> take(DebateId id);
}
