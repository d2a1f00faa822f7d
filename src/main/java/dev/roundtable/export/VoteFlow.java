package dev.roundtable.export;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Option;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Round;
import dev.roundtable.debate.SeatId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the standing votes went from option to option between rounds.
 *
 * @param sides what anybody ever stood for, in printed order; null stands for no vote
 */
record VoteFlow(List<@Nullable Option> sides, List<Stage> stages) {
  /**
   * How it stood after a round.
   *
   * @param counts for each side
   */
  record Stage(int round, List<Integer> counts, List<Stream> streams) {
    Stage {
      counts = List.copyOf(counts);
      streams = List.copyOf(streams);
    }
  }

  /** So many seats from one side before to another now; both are places in the list of sides. */
  record Stream(int from, int to, List<SeatId> seats) {
    Stream {
      seats = List.copyOf(seats);
    }

    boolean moves() {
      return from != to;
    }
  }

  VoteFlow {
    sides = Collections.unmodifiableList(new ArrayList<>(sides));
    stages = List.copyOf(stages);
  }

  static VoteFlow of(Debate debate) {
    var rounds =
        debate.rounds().stream()
            .filter(round -> !round.votes().isEmpty())
            .map(Round::number)
            .toList();
    var standing = rounds.stream().map(debate::votesUntil).toList();
    var sides = sides(debate, standing);
    var stages = new ArrayList<Stage>();
    for (int i = 0; i < rounds.size(); i++) {
      var before = i == 0 ? null : standing.get(i - 1);
      stages.add(stage(debate, rounds.get(i), before, standing.get(i), sides));
    }
    return new VoteFlow(sides, stages);
  }

  private static List<@Nullable Option> sides(
      Debate debate, List<? extends Map<SeatId, Ballot.Vote>> standing) {
    var sides = new ArrayList<@Nullable Option>();
    for (var option : debate.paper().options()) {
      if (standing.stream()
          .flatMap(votes -> votes.values().stream())
          .anyMatch(vote -> vote.option().equals(option.id()))) {
        sides.add(option);
      }
    }
    if (standing.stream().anyMatch(votes -> votes.size() < debate.panel().seats().size())) {
      sides.add(null);
    }
    return sides;
  }

  private static Stage stage(
      Debate debate,
      int round,
      @Nullable Map<SeatId, Ballot.Vote> before,
      Map<SeatId, Ballot.Vote> now,
      List<@Nullable Option> sides) {
    var counts = new ArrayList<Integer>();
    var streams = new ArrayList<Stream>();
    for (int to = 0; to < sides.size(); to++) {
      var here = seats(debate, now, sides.get(to));
      counts.add(here.size());
      for (int from = 0; before != null && from < sides.size(); from++) {
        var there = seats(debate, before, sides.get(from));
        var both = here.stream().filter(there::contains).toList();
        if (!both.isEmpty()) {
          streams.add(new Stream(from, to, both));
        }
      }
    }
    return new Stage(round, counts, streams);
  }

  private static List<SeatId> seats(
      Debate debate, Map<SeatId, Ballot.Vote> votes, @Nullable Option side) {
    var seats = new ArrayList<SeatId>();
    for (var seat : debate.panel().seats()) {
      var vote = votes.get(seat.id());
      OptionId option = vote == null ? null : vote.option();
      if (side == null ? option == null : side.id().equals(option)) {
        seats.add(seat.id());
      }
    }
    return seats;
  }

  /** Whether there is anything to draw between rounds. */
  boolean flows() {
    return stages.size() > 1;
  }
}
