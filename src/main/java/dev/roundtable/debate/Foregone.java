package dev.roundtable.debate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether the seats that a round waits for can still change who leads. */
public final class Foregone {
  private Foregone() {}

  /**
   * True if one option leads alone, and would even if all awaited seats voted for the same rival.
   */
  public static boolean isForegone(Debate debate) {
    var leaders = debate.tally().leaders();
    if (debate.awaited().isEmpty() || leaders.size() != 1 || !quorate(debate)) {
      return false;
    }
    return debate.paper().ids().stream()
        .filter(rival -> !rival.equals(leaders.getFirst()))
        .allMatch(rival -> against(debate, rival).leaders().equals(leaders));
  }

  private static boolean quorate(Debate debate) {
    return Count.isQuorum(debate.lastVotes().size(), debate.panel().seats().size());
  }

  private static Tally against(Debate debate, OptionId rival) {
    Map<SeatId, OptionId> votes = new LinkedHashMap<>();
    debate.lastVotes().forEach((seat, vote) -> votes.put(seat, vote.option()));
    debate.awaited().forEach(seat -> votes.put(seat.id(), rival));
    var casts = new ArrayList<Tally.Cast>();
    votes.forEach(
        (seat, option) -> casts.add(new Tally.Cast(option, debate.panel().seat(seat).weight())));
    return Tally.count(debate.paper(), casts);
  }
}
