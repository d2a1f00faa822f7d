package dev.roundtable.chat;

import dev.roundtable.debate.DebateId;

/** Takes a debate away: its posts, its words, its page. */
@FunctionalInterface
public interface Shredder {
  /** Takes it away for good, and leaves a line in the audit that says by whom. */
  void shred(DebateId debate, Visitor by);
}
