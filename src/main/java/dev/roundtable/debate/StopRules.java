package dev.roundtable.debate;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether another round follows. Never on a model's opinion that there is a consensus. */
final class StopRules {
  private StopRules() {}

  /** The first rule that ends the debate here, in their fixed order; null if none does. */
  static @Nullable StopReason afterRound(Debate debate, Round round) {
    var tally = debate.tally();
    var halt = haltedBy(round);
    var order = halt == null || debate.stop() == null ? halt : debate.stop();
    if (!Count.isQuorum(tally.votes(), debate.panel().seats().size())) {
      return order == null ? StopReason.NO_QUORUM : Moderator.stopped(order);
    }
    var leaders = tally.leaders();
    var leading = tally.line(leaders.getFirst());
    if (leading.votes() == tally.votes()) {
      return StopReason.ALL_AGREE;
    }
    if (leaders.size() == 1 && shareReached(debate, leading, tally)) {
      return StopReason.SHARE_REACHED;
    }
    if (order != null) {
      return Moderator.stopped(order);
    }
    if (round.number() > 1 && nothingMoved(debate, round)) {
      return StopReason.NO_MOVEMENT;
    }
    var last = lastRound(debate, round);
    var stop = debate.stop();
    return last != null || stop == null ? last : Moderator.stopped(stop);
  }

  // A round that an order cut short did not end by a rule of the vote.
  private static @Nullable StopOrder haltedBy(Round round) {
    return round.cast().stream()
        .map(DebateEvent.BallotCast::ballot)
        .map(ballot -> ballot instanceof Ballot.Abstention abstention ? abstention.cause() : null)
        .map(cause -> cause instanceof Cause.Halted halted ? halted.order() : null)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  // A follow-up has one round; its verdict says what became of the argument.
  private static @Nullable StopReason lastRound(Debate debate, Round round) {
    if (debate.lastRuling().isPresent()) {
      return StopReason.FOLLOW_UP_ANSWERED;
    }
    return round.number() >= debate.rules().lastRound() ? StopReason.LAST_ROUND : null;
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

  // A seat that votes for the first time moves the count too. Where none voted, none held on.
  private static boolean nothingMoved(Debate debate, Round round) {
    var before = debate.votesUntil(round.number() - 1);
    var now = debate.lastVotes();
    return !round.votes().isEmpty()
        && before.size() == now.size()
        && now.values().stream().noneMatch(vote -> isAnother(vote, before.get(vote.seat())));
  }

  private static boolean isAnother(Ballot.Vote vote, Ballot.@Nullable Vote before) {
    return before == null || !before.option().equals(vote.option());
  }
}
