package dev.roundtable.debate;

import java.util.ArrayList;
import java.util.List;

/** Finds who changed its mind, and who only joined the larger side. */
final class Changes {
  private Changes() {}

  static List<Change> in(Debate debate) {
    var changes = new ArrayList<Change>();
    for (var round : debate.rounds()) {
      var before = debate.votesUntil(round.number() - 1);
      var now = debate.votesUntil(round.number());
      var leaders = debate.tally(List.copyOf(before.values())).leaders();
      for (var vote : now.values()) {
        var earlier = before.get(vote.seat());
        if (earlier != null && !earlier.option().equals(vote.option())) {
          changes.add(change(round, earlier, vote, leaders));
        }
      }
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
