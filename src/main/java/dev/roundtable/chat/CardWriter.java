package dev.roundtable.chat;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.BallotForm;
import dev.roundtable.debate.Change;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Foregone;
import dev.roundtable.debate.Round;
import dev.roundtable.debate.Ruling;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.StopReason;
import dev.roundtable.debate.TeamVote;
import dev.roundtable.debate.Venue;
import dev.roundtable.debate.Verdict;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.CountLines;
import dev.roundtable.transcript.Headlines;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The card in the channel, as the debate has it now. */
final class CardWriter {
  private static final int NAMES = 3;

  private final Debate debate;
  private final List<Change> changes;
  private final Moments moments;
  private final Phrases phrases;
  private final Words words;

  CardWriter(Debate debate, Moments moments, Phrases phrases) {
    this.debate = debate;
    this.changes = debate.changes();
    this.moments = moments;
    this.phrases = phrases;
    this.words = phrases.words();
  }

  Message.Card write() {
    boolean settled = debate.settled();
    return new Message.Card(
        VisibleText.of(debate.question().text()),
        phase(),
        status(),
        counts(),
        debate.panel().seats().stream().map(this::seat).toList(),
        notes(),
        debate.underWay() ? moments.began().plus(debate.rules().deadline()) : null,
        moments.opened(),
        moments.changed(),
        team(),
        settled ? afterwards() : underWay());
  }

  private Message.Phase phase() {
    var current = current();
    if (current.isEmpty()) {
      return Message.Phase.RUNNING;
    }
    if (current.get().reached().reason() == StopReason.STOPPED) {
      return Message.Phase.STOPPED;
    }
    return switch (current.get().verdict()) {
      case Verdict.Unanimous _, Verdict.Supermajority _, Verdict.Majority _ -> Message.Phase.AGREED;
      case Verdict.Plurality _, Verdict.Tied _ -> Message.Phase.SPLIT;
      case Verdict.NoQuorum _ -> Message.Phase.FAILED;
    };
  }

  // The verdict that covers everything that was said.
  private Optional<Ruling> current() {
    return debate.lastRuling().filter(ruling -> ruling.lastRound() == debate.rounds().size());
  }

  private String status() {
    var current = current();
    if (current.isPresent()) {
      var headline = Headlines.of(debate, current.get(), phrases);
      return debate.settled() ? headline : words.say("card.writing", headline);
    }
    return debate.lastRound().map(this::round).orElseGet(this::before);
  }

  private String before() {
    return debate.ahead() == 0
        ? words.say("card.starting")
        : words.say("card.inLine", debate.ahead());
  }

  private String round(Round round) {
    boolean followUp = !round.opened().followUps().isEmpty();
    var name =
        followUp
            ? words.say("card.followUp", round.number())
            : words.say("card.round", round.number(), debate.rules().lastRound());
    var awaited = debate.awaited();
    if (awaited.isEmpty()) {
      return words.say(isGrouped(round) ? "card.grouping" : "card.counted", name);
    }
    return words.say("card.waiting", name, waitingFor(awaited));
  }

  // Positions make the options of an open question; votes for options only have to be counted.
  private boolean isGrouped(Round round) {
    var form = debate.form();
    return round.isOpen() && form != null && form.form() == BallotForm.OPEN && round.number() == 1;
  }

  private String waitingFor(List<Seat> awaited) {
    return awaited.size() > NAMES
        ? words.say("card.seats", awaited.size())
        : words.list(awaited.stream().map(CardWriter::name).toList());
  }

  private List<Block.CountLine> counts() {
    var tally = debate.tally();
    return tally.votes() == 0 ? List.of() : CountLines.of(debate, tally, phrases);
  }

  private Message.SeatLine seat(Seat seat) {
    var round = debate.lastRound();
    var cast = round.flatMap(last -> last.of(seat.id()));
    if (cast.isPresent()) {
      return answered(seat, round.get(), cast.get());
    }
    var before = debate.lastVotes().get(seat.id());
    var said =
        before == null
            ? words.say("card.seat.waiting")
            : words.say("card.seat.reconsiders", label(before));
    return line(seat, Message.SeatLine.Mark.WAITING, said);
  }

  private Message.SeatLine answered(Seat seat, Round round, DebateEvent.BallotCast cast) {
    if (cast.ballot() instanceof Ballot.Abstention(_, var cause)) {
      var before = debate.lastVotes().get(seat.id());
      var why = phrases.cause(cause);
      var said = before == null ? why : words.say("card.seat.stands", label(before), why);
      return line(seat, Message.SeatLine.Mark.ABSENT, said);
    }
    var vote = round.vote(cast.ballot());
    if (vote.isEmpty()) {
      return line(seat, Message.SeatLine.Mark.ANSWERED, words.say("card.seat.answered"));
    }
    return changes.stream()
        .filter(change -> change.seat().equals(seat.id()) && change.round() == round.number())
        .findFirst()
        .map(change ->
            line(
                seat,
                Message.SeatLine.Mark.CHANGED,
                words.say(
                    "card.seat.changed",
                    label(vote.get()),
                    phrases.label(debate.paper(), change.from()))))
        .orElseGet(() -> line(seat, Message.SeatLine.Mark.ANSWERED, label(vote.get())));
  }

  private static Message.SeatLine line(Seat seat, Message.SeatLine.Mark mark, String said) {
    return new Message.SeatLine(seat.id(), name(seat), mark, said);
  }

  private String label(Ballot.Vote vote) {
    return phrases.label(debate.paper(), vote.option());
  }

  private static String name(Seat seat) {
    return VisibleText.line(seat.name());
  }

  private List<String> notes() {
    var notes = new ArrayList<String>();
    if (debate.panel().scripted()) {
      notes.add(words.say("scripted"));
    }
    var asker = VisibleText.line(debate.opened().asker().name());
    notes.add(words.say("card.asked", asker, VisibleText.line(debate.panel().name())));
    var form = debate.form();
    if (form != null) {
      notes.add(phrases.form(form));
    }
    teamLine().ifPresent(notes::add);
    if (debate.settled()) {
      boolean direct = debate.opened().venue().reach() == Venue.Reach.DIRECT;
      var reply = words.say(direct ? "card.reply.direct" : "card.reply");
      notes.add(debate.panel().scripted() ? reply : reply + " " + words.say("ai"));
    }
    return notes;
  }

  private Optional<String> teamLine() {
    var now = debate.teamTally();
    if (now.votes() < TeamVote.MIN_VOTERS || debate.rulings().isEmpty()) {
      return Optional.empty();
    }
    var panel = phrases.shortResult(debate.rulings().getLast().verdict(), debate.paper());
    var before = debate.teamTallyBefore();
    return Optional.of(
        before.votes() < TeamVote.MIN_VOTERS
            ? words.say("card.team", panel, phrases.counts(now, debate.paper()))
            : words.say(
                "card.team.both",
                panel,
                phrases.counts(before, debate.paper()),
                phrases.counts(now, debate.paper())));
  }

  private List<Message.TeamOption> team() {
    return debate.paper().options().stream()
        .map(option ->
            new Message.TeamOption(
                new Control.TeamVote(debate.id(), option.letter()), phrases.label(option)))
        .toList();
  }

  private List<Control> underWay() {
    var controls = new ArrayList<Control>();
    if (Foregone.isForegone(debate)) {
      controls.add(new Control.FinishNow(debate.id()));
    }
    controls.add(new Control.Stop(debate.id()));
    return controls;
  }

  private List<Control> afterwards() {
    var controls = new ArrayList<Control>();
    if (current().map(Ruling::verdict).orElse(null) instanceof Verdict.Tied) {
      controls.add(new Control.AnotherRound(debate.id()));
      controls.add(new Control.TeamDecides(debate.id()));
    } else {
      controls.add(new Control.AskFollowUp(debate.id()));
    }
    controls.add(new Control.RunAgain(debate.id()));
    return controls;
  }
}
