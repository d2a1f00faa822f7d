package dev.roundtable.debate;

import java.util.List;
import java.util.Optional;

/** What the votes say, decided by code from the count alone. */
public sealed interface Verdict {
  Count count();

  /** A verdict with one option ahead. */
  sealed interface Won extends Verdict {
    OptionId winner();
  }

  /** All valid votes. */
  record Unanimous(OptionId winner, Count count) implements Won {}

  /** More than two thirds of the weighted valid votes. */
  record Supermajority(OptionId winner, Count count) implements Won {}

  /** More than half of the weighted valid votes. */
  record Majority(OptionId winner, Count count) implements Won {}

  /** Most of the weighted valid votes, and not more than half. */
  record Plurality(OptionId winner, Count count) implements Won {}

  /**
   * Several options lead with the same weight.
   *
   * @param crux the best argument of each side that leads
   */
  record Tied(List<OptionId> leaders, List<Point> crux, Count count) implements Verdict {}

  /** Fewer than two valid votes, or not more than half of the seats. */
  record NoQuorum(Count count) implements Verdict {}

  /** Decides by the thresholds; {@code crux} is kept for a tie. */
  static Verdict of(Count count, List<Point> crux) {
    if (!count.hasQuorum()) {
      return new NoQuorum(count);
    }
    var tally = count.tally();
    var leaders = tally.leaders();
    if (leaders.size() > 1) {
      var ofLeaders = crux.stream().filter(point -> leaders.contains(point.option())).toList();
      return new Tied(leaders, ofLeaders, count);
    }
    var winner = leaders.getFirst();
    var line = tally.line(winner);
    if (line.votes() == tally.votes()) {
      return new Unanimous(winner, count);
    }
    if (line.weight() * 3 > tally.weight() * 2) {
      return new Supermajority(winner, count);
    }
    if (line.weight() * 2 > tally.weight()) {
      return new Majority(winner, count);
    }
    return new Plurality(winner, count);
  }

  /** The winner, none for a tie or without a quorum. */
  default Optional<OptionId> winnerIfAny() {
    return this instanceof Won won ? Optional.of(won.winner()) : Optional.empty();
  }
}
