package dev.roundtable.debate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a debate while an event changes them. */
final class DebateDraft {
  private final Debate before;
  private int ahead;
  private DebateEvent.@Nullable FormChosen form;
  private BallotPaper paper;
  private final List<Round> rounds;
  private final List<Ruling> rulings;
  private final List<DebateEvent.FollowUpAsked> followUps;
  private final List<TeamVote> teamVotes;
  private final List<DebateEvent.ChairFailed> chairFailures;
  private @Nullable StopOrder stop;
  private final Set<MessageId> withdrawn;
  private final Set<HiddenAnswer> hidden;
  private final Set<MessageId> handled;

  DebateDraft(Debate before) {
    this.before = before;
    ahead = before.ahead();
    form = before.form();
    paper = before.paper();
    rounds = new ArrayList<>(before.rounds());
    rulings = new ArrayList<>(before.rulings());
    followUps = new ArrayList<>(before.followUps());
    teamVotes = new ArrayList<>(before.teamVotes());
    chairFailures = new ArrayList<>(before.chairFailures());
    stop = before.stop();
    withdrawn = new LinkedHashSet<>(before.withdrawn());
    hidden = new LinkedHashSet<>(before.hidden());
    handled = new LinkedHashSet<>(before.handled());
  }

  /** The debate after that event. */
  Debate after(DebateEvent event) {
    switch (event) {
      case DebateEvent.Opened _ -> throw new IllegalStateException("opened twice");
      case DebateEvent.InLine(var others) -> ahead = others;
      case DebateEvent.FormChosen chosen -> choose(chosen);
      case DebateEvent.RoundOpened round -> rounds.add(Round.of(round));
      case DebateEvent.BallotCast cast -> lastRound(openRound().with(cast));
      case DebateEvent.AnswerCameLate late -> late(late);
      case DebateEvent.PositionsGrouped grouped -> group(grouped);
      case DebateEvent.ChairFailed failed -> chairFailures.add(failed);
      case DebateEvent.RoundClosed closed -> lastRound(openRound().with(closed));
      case DebateEvent.VerdictReached reached -> rule(reached);
      case DebateEvent.SummaryWritten written -> summarise(written);
      case DebateEvent.FollowUpAsked asked -> followUps.add(asked);
      case DebateEvent.FollowUpWithdrawn(_, var message) -> withdraw(message);
      case DebateEvent.AnswerHidden gone -> hide(gone);
      case DebateEvent.TeamVoted voted -> vote(voted);
      case DebateEvent.StopRequested requested -> stop(requested.order());
      case DebateEvent.LimitReached reached -> limit(reached);
    }
    if (event instanceof DebateEvent.FromPerson person) {
      handled.add(person.message());
    }
    return debate();
  }

  private Debate debate() {
    return new Debate(
        before.opened(),
        ahead,
        form,
        paper,
        rounds,
        rulings,
        followUps,
        teamVotes,
        chairFailures,
        stop,
        withdrawn,
        hidden,
        handled);
  }

  private void choose(DebateEvent.FormChosen chosen) {
    ahead = 0;
    form = chosen;
    paper = chosen.paper();
  }

  private Round openRound() {
    if (rounds.isEmpty() || !rounds.getLast().isOpen()) {
      throw new IllegalStateException("no round is open");
    }
    return rounds.getLast();
  }

  private void lastRound(Round round) {
    rounds.set(rounds.size() - 1, round);
  }

  private void late(DebateEvent.AnswerCameLate late) {
    int index = late.round() - 1;
    rounds.set(index, rounds.get(index).withLate(late.seat()));
  }

  private void group(DebateEvent.PositionsGrouped grouped) {
    paper = grouped.paper();
    lastRound(openRound().with(grouped));
  }

  private void rule(DebateEvent.VerdictReached reached) {
    int first = rulings.isEmpty() ? 1 : rulings.getLast().lastRound() + 1;
    var answered =
        rounds.stream()
            .filter(round -> round.number() >= first)
            .flatMap(round -> round.opened().followUps().stream())
            .toList();
    rulings.add(new Ruling(reached, first, rounds.size(), answered, null));
  }

  private void summarise(DebateEvent.SummaryWritten written) {
    int index = written.verdict() - 1;
    rulings.set(index, rulings.get(index).with(written));
    stop = null;
  }

  // Without a round at work it is the next one that cannot be held: its messages wait for
  // another.
  private void limit(DebateEvent.LimitReached reached) {
    if (before.settled()) {
      var waiting = before.waitingFollowUps();
      followUps.replaceAll(asked -> waiting.contains(asked) ? collected(asked) : asked);
    } else {
      stop(reached.order());
    }
  }

  // A wish to finish does not soften an order that ends all calls.
  private void stop(StopOrder order) {
    if (!before.settled() && (stop == null || stop instanceof StopOrder.FinishNow)) {
      stop = order;
    }
  }

  private void withdraw(MessageId message) {
    withdrawn.add(message);
    followUps.replaceAll(asked -> asked.message().equals(message) ? asked.withoutWords() : asked);
    rounds.replaceAll(round -> round.withoutWordsOf(message));
  }

  private void hide(DebateEvent.AnswerHidden gone) {
    var hiding = Hiding.of(gone, rounds);
    if (hiding.isPresent()) {
      hidden.add(new HiddenAnswer(gone.round(), gone.seat()));
      hide(hiding.get());
    }
  }

  private void hide(Hiding hiding) {
    var without = hiding.rounds(rounds);
    rounds.clear();
    rounds.addAll(without);
    paper = hiding.paper(paper, rounds);
    var debate = debate();
    rulings.replaceAll(ruling -> hiding.ruling(ruling, debate));
  }

  private static DebateEvent.FollowUpAsked collected(DebateEvent.FollowUpAsked asked) {
    return new DebateEvent.FollowUpAsked(asked.message(), asked.person(), asked.text(), false);
  }

  private void vote(DebateEvent.TeamVoted voted) {
    if (paper.find(voted.option()).isPresent()) {
      teamVotes.add(new TeamVote(voted.person(), voted.option(), rulings.size(), voted.at()));
    }
  }
}
