package dev.roundtable.debate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Whether another round follows. Never on a model's opinion that there is a consensus. */
final class StopRules {
  private StopRules() {}

  /** The first rule that ends the debate here, in their fixed order; null if none does. */
  static @Nullable StopReason afterRound(Debate debate, Round round) {
    var tally = debate.tally();
    if (!Count.isQuorum(tally.votes(), debate.panel().seats().size())) {
      return StopReason.NO_QUORUM;
    }
    var leaders = tally.leaders();
    var leading = tally.line(leaders.getFirst());
    if (leading.votes() == tally.votes()) {
      return StopReason.ALL_AGREE;
    }
    if (leaders.size() == 1 && shareReached(debate, leading, tally)) {
      return StopReason.SHARE_REACHED;
    }
    if (round.number() > 1 && nothingMoved(debate, round)) {
      return StopReason.NO_MOVEMENT;
    }
    if (round.number() >= lastRound(debate)) {
      return StopReason.LAST_ROUND;
    }
    var stop = debate.stop();
    return stop == null ? null : Moderator.stopped(stop);
  }

  // A follow-up has one round; its verdict says what became of the argument.
  private static int lastRound(Debate debate) {
    return debate
        .lastRuling()
        .map(ruling -> ruling.lastRound() + 1)
        .orElse(debate.rules().lastRound());
  }

  private static boolean shareReached(Debate debate, Tally.Line leading, Tally tally) {
    var share = debate.rules().stopShare();
    return share != null
        && debate.panel().seats().size() >= Rules.STOP_SHARE_MIN_SEATS
        && reaches(leading.weight(), share, tally.weight());
  }

  // In decimals: 0.55 of 20 is 11, and not a little more.
  private static boolean reaches(long weight, double share, long of) {
    var needed = BigDecimal.valueOf(share).multiply(BigDecimal.valueOf(of));
    return BigDecimal.valueOf(weight).compareTo(needed) >= 0;
  }

  // A seat that votes for the first time moves the count too.
  private static boolean nothingMoved(Debate debate, Round round) {
    var before = debate.votesUntil(round.number() - 1);
    var now = debate.lastVotes();
    return before.size() == now.size()
        && now.values().stream().noneMatch(vote -> isAnother(vote, before.get(vote.seat())));
  }

  private static boolean isAnother(Ballot.Vote vote, Ballot.@Nullable Vote before) {
    return before == null || !before.option().equals(vote.option());
  }
}
