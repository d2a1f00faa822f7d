package dev.roundtable.debate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Finds who changed its mind, and who only joined the larger side. */
final class Changes {
  private Changes() {}

  static List<Change> in(Debate debate) {
    var changes = new ArrayList<Change>();
    SequencedMap<SeatId, Ballot.Vote> before = new LinkedHashMap<>();
    for (var round : debate.rounds()) {
      var now = debate.votesUntil(round.number());
      var leaders = debate.tally(List.copyOf(before.values())).leaders();
      for (var vote : now.values()) {
        var earlier = before.get(vote.seat());
        if (earlier != null && !earlier.option().equals(vote.option())) {
          changes.add(change(round, earlier, vote, leaders));
        }
      }
      before = now;
    }
    return changes;
  }

  private static Change change(
      Round round, Ballot.Vote earlier, Ballot.Vote vote, List<OptionId> leaders) {
    var because = vote.because();
    boolean toLeader = leaders.size() == 1 && leaders.getFirst().equals(vote.option());
    return new Change(
        round.number(),
        vote.seat(),
        earlier.option(),
        vote.option(),
        because,
        toLeader && because == null);
  }
}
