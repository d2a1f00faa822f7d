package dev.roundtable.session;

import dev.roundtable.debate.Debate;

/** Follows a debate as it happens. */
@FunctionalInterface
public interface Audience {
  /**
   * Tells what was appended and what the debate is now. Called in order for each debate, on the
   * debate's own thread: whoever is slow hands it on.
   */
  void told(Entry entry, Debate debate);
}
