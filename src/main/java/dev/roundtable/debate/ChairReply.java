package dev.roundtable.debate;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What came of a {@link ChairTask}; nothing in it is believed before it is checked. */
public sealed interface ChairReply {
  record FormChoice(BallotForm form) implements ChairReply {}

  record Grouping(List<Group> groups) implements ChairReply {}

  record Group(String label, Set<SeatId> seats) {}

  /**
   * A summary with the count it was written for.
   *
   * @param winners the option that won, or all that tie
   * @param votes how many votes each option got
   */
  record SummaryDraft(List<OptionId> winners, Map<OptionId, Integer> votes, Summary summary)
      implements ChairReply {}

  record Failed(Cause cause) implements ChairReply {}
}
