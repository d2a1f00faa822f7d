package dev.roundtable.terminal;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.StopOrder;
import dev.roundtable.export.Ink.Tone;
import dev.roundtable.export.TextExport;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.session.Audience;
import dev.roundtable.session.Entry;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Headlines;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows a debate while it runs: a line for what happened, and one for what it waits for. */
public final class LiveProgress implements Audience {
  private static final String CLEAR_LINE = "\r\u001b[2K";

  private final Screen screen;
  private final Phrases phrases;
  private final Words words;
  private boolean statusShown;

  public LiveProgress(Screen screen, Phrases phrases) {
    this.screen = screen;
    this.phrases = phrases;
    this.words = phrases.words();
  }

  @Override
  public synchronized void told(Entry entry, Debate debate) {
    clearStatus();
    line(entry.event(), debate).ifPresent(this::print);
    showStatus(debate);
    screen.live().flush();
  }

  private Optional<List<Span>> line(DebateEvent event, Debate debate) {
    return switch (event) {
      case DebateEvent.Opened opened -> Optional.of(opened(opened));
      case DebateEvent.InLine(int ahead) ->
          ahead == 0 ? Optional.empty() : said(words.say("card.inLine", ahead));
      case DebateEvent.FormChosen chosen -> said(form(chosen));
      case DebateEvent.RoundOpened round -> {
        var key = round.followUps().isEmpty() ? "live.round" : "live.followUpRound";
        int seats = debate.panel().seats().size();
        yield said(words.say(key, round.round(), seats));
      }
      case DebateEvent.BallotCast cast -> Optional.of(ballot(cast, debate));
      case DebateEvent.AnswerCameLate late ->
          said(words.say("live.late", name(debate, late.seat())));
      case DebateEvent.PositionsGrouped grouped ->
          grouped.members().isEmpty()
              ? Optional.empty()
              : said(words.say("grouped." + grouped.by()));
      case DebateEvent.FollowUpWithdrawn _, DebateEvent.AnswerHidden _ -> Optional.empty();
      case DebateEvent.ChairFailed(ChairTask.ChooseForm _, _, _) -> Optional.empty();
      case DebateEvent.ChairFailed failed ->
          said(words.say("live.chairFailed", phrases.cause(failed.cause())));
      case DebateEvent.RoundClosed closed -> closed(closed, debate);
      case DebateEvent.VerdictReached _ -> {
        var headline = Headlines.of(debate, debate.lastRuling().orElseThrow(), phrases);
        yield Optional.of(List.of(Span.strong(headline)));
      }
      case DebateEvent.SummaryWritten _, DebateEvent.TeamVoted _ -> Optional.empty();
      case DebateEvent.FollowUpAsked asked ->
          said(
              words.say("followUp", VisibleText.line(asked.person().name()))
                  + ": "
                  + VisibleText.line(asked.text()));
      case DebateEvent.StopRequested requested -> said(stopped(requested.order()));
      case DebateEvent.LimitReached reached -> said(stopped(reached.order()));
    };
  }

  // A rich screen has said how it stands with every ballot.
  private Optional<List<Span>> closed(DebateEvent.RoundClosed closed, Debate debate) {
    var lines = new ArrayList<String>();
    if (!screen.liveRich() && debate.tally().votes() > 0) {
      lines.add(tally(debate));
    }
    if (closed.reason() != null) {
      lines.add(words.say("stop." + closed.reason(), closed.round()));
    }
    return lines.isEmpty() ? Optional.empty() : said(String.join("\n", lines));
  }

  private List<Span> opened(DebateEvent.Opened opened) {
    var panel = opened.panel();
    var deadline = phrases.duration(opened.rules().deadline());
    var name = VisibleText.line(panel.name());
    var spans = new ArrayList<Span>();
    spans.add(Span.strong(words.say("live.opened", name, panel.seats().size(), deadline)));
    if (panel.scripted()) {
      spans.add(Span.plain("\n" + words.say("scripted")));
    }
    return spans;
  }

  private String form(DebateEvent.FormChosen chosen) {
    var options =
        chosen.paper().options().stream()
            .map(option -> option.letter() + " " + phrases.label(option))
            .toList();
    var why = phrases.form(chosen);
    return options.isEmpty() ? why : String.join(" · ", options) + "\n" + why;
  }

  private List<Span> ballot(DebateEvent.BallotCast cast, Debate debate) {
    var seat = cast.ballot().seat();
    var spans = new ArrayList<Span>();
    spans.add(new Span.SeatName(seat, name(debate, seat)));
    spans.add(
        Span.plain(
            switch (cast.ballot()) {
              case Ballot.Vote vote -> ": " + phrases.label(debate.paper(), vote.option());
              case Ballot.Position position -> ": " + VisibleText.line(position.statement());
              case Ballot.Abstention(_, var cause) ->
                  " " + words.say("seat.absent", phrases.cause(cause));
            }));
    debate.changes().stream()
        .filter(change -> change.round() == cast.round() && change.seat().equals(seat))
        .findFirst()
        .ifPresent(change -> {
          var from = phrases.label(debate.paper(), change.from());
          spans.add(Span.plain(" (" + words.say("seat.changed", from) + ")"));
        });
    return spans;
  }

  private String stopped(StopOrder order) {
    return switch (order) {
      case StopOrder.Stop(var by) -> words.say("live.stopped", VisibleText.line(by.name()));
      case StopOrder.FinishNow(var by) -> words.say("live.finish", VisibleText.line(by.name()));
      case StopOrder.DeadlinePassed(var deadline) ->
          words.say("live.deadline", phrases.duration(deadline));
      case StopOrder.BudgetSpent(var reason) -> words.say("live.budget", reason);
    };
  }

  private static String name(Debate debate, SeatId seat) {
    return VisibleText.line(debate.panel().seat(seat).name());
  }

  private Optional<List<Span>> said(String line) {
    return Optional.of(List.of(Span.plain(line)));
  }

  private void print(List<Span> spans) {
    var section =
        new Section("live", Section.Weight.BODY, List.of(), List.of(new Block.Paragraph(spans)));
    screen.live().print(new TextExport(screen.width(), screen.liveInk()).write(List.of(section)));
  }

  private void clearStatus() {
    if (statusShown) {
      screen.live().print(CLEAR_LINE);
      statusShown = false;
    }
  }

  private void showStatus(Debate debate) {
    var status = status(debate);
    if (screen.liveRich() && !status.isEmpty()) {
      screen.live().print(screen.liveInk().paint(Tone.FAINT, firstColumns(status)));
      statusShown = true;
    }
  }

  private String firstColumns(String line) {
    return TextExport.firstColumns(line, screen.width() - 1);
  }

  private String status(Debate debate) {
    var awaited = debate.awaited();
    if (!awaited.isEmpty()) {
      var names = awaited.stream().map(seat -> VisibleText.line(seat.name())).toList();
      var all = waiting(debate, words.say("live.waiting", words.list(names)));
      return firstColumns(all).equals(all)
          ? all
          : waiting(debate, words.say("live.waiting.many", awaited.size()));
    }
    boolean chairWrites =
        !debate.settled() && debate.lastRuling().isPresent() && debate.panel().chaired();
    return chairWrites ? words.say("live.chair.summary") : "";
  }

  private String waiting(Debate debate, String forWhom) {
    return debate.tally().votes() > 0 ? tally(debate) + " · " + forWhom : forWhom;
  }

  private String tally(Debate debate) {
    return words.say("live.tally", phrases.counts(debate.tally(), debate.paper()));
  }
}
