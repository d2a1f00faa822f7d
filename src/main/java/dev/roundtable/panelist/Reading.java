package dev.roundtable.panelist;

import dev.roundtable.debate.Ballot;

/** What a model's words are as a ballot. */
public sealed interface Reading {
  record Read(Ballot.Answered ballot) implements Reading {}

  /** No vote could be read, and none was guessed. */
  record Unreadable(String excerpt) implements Reading {}
}
