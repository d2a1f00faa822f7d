package dev.roundtable.debate;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the count that a verdict rests on. */
final class CountTaker {
  private CountTaker() {}

  static Count take(Debate debate) {
    var votes = debate.lastVotes();
    var absent = new ArrayList<Absence>();
    var standing = new ArrayList<Absence>();
    for (var seat : debate.panel().seats()) {
      var failure = lastFailure(debate, seat.id());
      if (failure != null) {
        (votes.containsKey(seat.id()) ? standing : absent).add(failure);
      }
    }
    var pooled = debate.rounds().stream().flatMap(round -> round.votes().stream()).toList();
    return new Count(
        debate.tally(),
        debate.panel().seats().size(),
        absent,
        standing,
        debate.changes(),
        debate.tally(List.copyOf(pooled)),
        debate.rounds().stream().skip(1).anyMatch(round -> !round.votes().isEmpty()));
  }

  private static @Nullable Absence lastFailure(Debate debate, SeatId seat) {
    var stop = debate.stop();
    if (debate.rounds().isEmpty() && stop != null) {
      return new Absence(seat, 0, new Cause.Halted(stop));
    }
    return debate
        .lastRound()
        .flatMap(round ->
            round
                .of(seat)
                .map(DebateEvent.BallotCast::ballot)
                .filter(Ballot.Abstention.class::isInstance)
                .map(Ballot.Abstention.class::cast)
                .map(failed -> new Absence(seat, round.number(), failed.cause())))
        .orElse(null);
  }
}
