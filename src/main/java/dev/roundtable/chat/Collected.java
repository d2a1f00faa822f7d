package dev.roundtable.chat;

import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Round;
import dev.roundtable.transcript.Phrases;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Arguments that did not open a round by themselves, on one card until a round answers them. */
final class Collected {
  private static final int CENTS = 2;

  private final Debate debate;
  private final Phrases phrases;
  private final List<Round> answering;

  Collected(Debate debate, Phrases phrases) {
    this.debate = debate;
    this.phrases = phrases;
    this.answering =
        debate.rounds().stream().filter(round -> !round.opened().followUps().isEmpty()).toList();
  }

  /** The card that this round answers, nothing if there was none. */
  Optional<Message> answeredBy(Round round) {
    var taken =
        round.opened().followUps().stream()
            .flatMap(message -> debate.followUp(message).stream())
            .filter(asked -> !asked.opensRound())
            .toList();
    long standing = standing(taken);
    return taken.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Message.Collecting(
                "collected-" + (answering.indexOf(round) + 1),
                phrases.words().say("collected.taken", standing, round.number()),
                List.of()));
  }

  /** The card of what waits for a round, nothing if nothing ever did since the last one. */
  Optional<Message> waiting() {
    Set<MessageId> answered =
        answering.stream()
            .flatMap(round -> round.opened().followUps().stream())
            .collect(Collectors.toSet());
    var waiting =
        debate.followUps().stream()
            .filter(asked -> !asked.opensRound() && !answered.contains(asked.message()))
            .toList();
    long standing = standing(waiting);
    var another = new Control.AnotherRound(debate.id());
    return waiting.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Message.Collecting(
                "collected-" + (answering.size() + 1),
                sentence(standing),
                standing == 0 || !debate.settled() ? List.of() : List.of(another)));
  }

  private long standing(List<DebateEvent.FollowUpAsked> asked) {
    return asked.stream().filter(one -> !debate.withdrawn().contains(one.message())).count();
  }

  private String sentence(long arguments) {
    var cost = lastRoundCost();
    return arguments > 0 && cost.complete() && cost.usd().signum() > 0
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
