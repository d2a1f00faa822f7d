package dev.roundtable.chat;

import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Round;
import dev.roundtable.debate.Ruling;
import dev.roundtable.transcript.Phrases;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/** Arguments that did not open a round by themselves, on one card between two verdicts. */
final class Collected {
  private static final int CENTS = 2;

  private final Debate debate;
  private final Phrases phrases;

  Collected(Debate debate, Phrases phrases) {
    this.debate = debate;
    this.phrases = phrases;
  }

  /** The card of what came after that many verdicts, nothing if nothing did. */
  Optional<Message> before(int verdicts) {
    var key = "collected-" + verdicts;
    var round = roundAfter(verdicts);
    if (round.isPresent()) {
      long taken = count(takenBy(round.get()));
      return taken == 0
          ? Optional.empty()
          : Optional.of(new Message.Collecting(key, taken(taken, round.get()), List.of()));
    }
    long waiting = count(debate.waitingFollowUps());
    return waiting == 0 || verdicts != debate.rulings().size()
        ? Optional.empty()
        : Optional.of(
            new Message.Collecting(
                key, waiting(waiting), List.of(new Control.AnotherRound(debate.id()))));
  }

  // The round that answers what came after that many verdicts.
  private Optional<Round> roundAfter(int verdicts) {
    int covered = verdicts == 0 ? 0 : debate.rulings().get(verdicts - 1).lastRound();
    return debate.rounds().stream()
        .filter(round -> round.number() > covered && !round.opened().followUps().isEmpty())
        .filter(round -> verdicts == verdictsBefore(round))
        .findFirst();
  }

  private long verdictsBefore(Round round) {
    return debate.rulings().stream()
        .map(Ruling::lastRound)
        .filter(last -> last < round.number())
        .count();
  }

  private List<DebateEvent.FollowUpAsked> takenBy(Round round) {
    return round.opened().followUps().stream()
        .flatMap(message -> debate.followUp(message).stream())
        .toList();
  }

  private long count(List<DebateEvent.FollowUpAsked> followUps) {
    return followUps.stream()
        .filter(asked -> !asked.opensRound() && !debate.withdrawn().contains(asked.message()))
        .count();
  }

  private String taken(long arguments, Round round) {
    return phrases.words().say("collected.taken", arguments, round.number());
  }

  private String waiting(long arguments) {
    var cost = lastRoundCost();
    return cost.complete() && cost.usd().signum() > 0
        ? phrases.words().say("collected.cost", arguments, usd(cost))
        : phrases.words().say("collected", arguments);
  }

  private static String usd(Cost cost) {
    return cost.usd().setScale(CENTS, RoundingMode.UP).toPlainString();
  }

  private Cost lastRoundCost() {
    return debate.lastRound().map(Round::cast).orElse(List.of()).stream()
        .map(DebateEvent.BallotCast::provenance)
        .map(Provenance::cost)
        .reduce(Cost.NOTHING, Cost::plus);
  }
}
