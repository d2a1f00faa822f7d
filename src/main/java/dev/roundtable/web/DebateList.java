package dev.roundtable.web;

import dev.roundtable.debate.DebateId;
import java.util.List;

/** The stored debates, for an operator. */
@FunctionalInterface
public interface DebateList {
  /** The latest first, those alone whose question or options contain the text. */
  List<DebateId> latest(String containing, int most);
}
