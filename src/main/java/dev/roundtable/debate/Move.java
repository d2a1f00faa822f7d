package dev.roundtable.debate;

import java.util.List;

/** What has to happen next in a debate. */
public sealed interface Move {
  /** Write down what follows from the rules alone. */
  record Note(DebateEvent event) implements Move {}

  /** Ask these seats, all at once; their ballots for the open round are missing. */
  record AskPanel(List<Brief> briefs) implements Move {}

  record AskChair(ChairTask task) implements Move {}

  /** Nothing, until somebody in the chat does something. */
  record Wait() implements Move {}
}
