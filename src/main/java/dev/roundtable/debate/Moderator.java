package dev.roundtable.debate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of procedure: from a debate as it stands to what has to happen next. */
public final class Moderator {
  private Moderator() {}

  /** The same debate always gives the same move, so a debate can be taken up anywhere. */
  public static Move next(Debate debate) {
    if (debate.form() == null) {
      return chooseForm(debate);
    }
    var last = debate.lastRound().orElse(null);
    if (last != null && last.isOpen()) {
      return finishRound(debate, last);
    }
    var ruling = debate.lastRuling().orElse(null);
    if (ruling != null && ruling.lastRound() == debate.rounds().size()) {
      return afterVerdict(debate, ruling);
    }
    if (last != null && last.closed() != null && last.closed().reason() != null) {
      return rule(debate, last.closed().reason());
    }
    var stop = debate.stop();
    return stop == null ? openRound(debate) : rule(debate, stopped(stop));
  }

  private static Move afterVerdict(Debate debate, Ruling ruling) {
    if (ruling.summary() == null) {
      return summarise(debate, ruling);
    }
    boolean goesOn =
        debate.waitingFollowUps().stream().anyMatch(DebateEvent.FollowUpAsked::opensRound);
    return goesOn ? openRound(debate) : new Move.Wait();
  }

  private static Move chooseForm(Debate debate) {
    var question = debate.question();
    if (!question.options().isEmpty()) {
      var paper = BallotPaper.of(question.options());
      return form(BallotForm.OPTIONS, paper, FormReason.OPTIONS_GIVEN);
    }
    return switch (debate.rules().mode()) {
      case OPEN -> form(BallotForm.OPEN, BallotPaper.EMPTY, FormReason.MODE_OPEN);
      case DEBATE ->
          form(BallotForm.OPTIONS, FormRule.yesNoPaper(question.text()), FormReason.MODE_DEBATE);
      case AUTO, POLL -> {
        var task = new ChairTask.ChooseForm(question);
        yield debate.stop() == null && chairMayAnswer(debate, task)
            ? new Move.AskChair(task)
            : formByRule(question);
      }
    };
  }

  private static Move formByRule(Question question) {
    var decision = FormRule.decide(question.text());
    return form(decision.form(), paper(decision.form(), question), decision.reason());
  }

  private static BallotPaper paper(BallotForm form, Question question) {
    return form == BallotForm.OPEN ? BallotPaper.EMPTY : FormRule.yesNoPaper(question.text());
  }

  private static Move form(BallotForm form, BallotPaper paper, FormReason reason) {
    return new Move.Note(new DebateEvent.FormChosen(form, paper, reason, Provenance.CODE));
  }

  private static Move openRound(Debate debate) {
    int number = debate.rounds().size() + 1;
    var orders = new LinkedHashMap<SeatId, List<OptionId>>();
    for (var seat : debate.panel().seats()) {
      var ids = debate.paper().ids();
      var purpose = String.valueOf(number);
      orders.put(seat.id(), Shuffle.of(ids, debate.id(), "options", seat.id().value(), purpose));
    }
    var followUps = debate.waitingFollowUps();
    var messages = followUps.stream().map(DebateEvent.FollowUpAsked::message).toList();
    var pool = Digest.pool(debate, followUps);
    return new Move.Note(new DebateEvent.RoundOpened(number, orders, pool, messages));
  }

  private static Move finishRound(Debate debate, Round round) {
    var awaited = debate.awaited();
    if (!awaited.isEmpty()) {
      var before = debate.votesUntil(round.number() - 1);
      return new Move.AskPanel(
          awaited.stream()
              .map(Seat::id)
              .map(seat -> brief(debate, round, seat, before.get(seat)))
              .toList());
    }
    if (isOpenForm(debate, round) && round.grouping() == null) {
      return group(debate, round);
    }
    var reason = StopRules.afterRound(debate, round);
    return new Move.Note(new DebateEvent.RoundClosed(round.number(), reason));
  }

  // Open until some seat has said something that can be voted for.
  private static boolean isOpenForm(Debate debate, Round round) {
    var form = debate.form();
    return form != null
        && form.form() == BallotForm.OPEN
        && debate.rounds().stream()
            .filter(earlier -> earlier.number() < round.number())
            .map(Round::grouping)
            .allMatch(grouping -> grouping == null || grouping.paper().isEmpty());
  }

  private static Brief brief(Debate debate, Round round, SeatId seat, Ballot.@Nullable Vote own) {
    var order = round.opened().orders().getOrDefault(seat, debate.paper().ids());
    return new Brief(
        debate.id(),
        round.number(),
        seat,
        debate.question(),
        isOpenForm(debate, round),
        order.stream().map(debate.paper()::option).toList(),
        own,
        Digest.forSeat(debate, round, seat));
  }

  private static Move group(Debate debate, Round round) {
    var positions = inPanelOrder(debate, round);
    var task = new ChairTask.GroupPositions(debate.question(), positions);
    boolean worthACall = positions.size() > 1 && mayCall(debate.stop());
    return worthACall && chairMayAnswer(debate, task)
        ? new Move.AskChair(task)
        : new Move.Note(Positions.fold(positions));
  }

  private static List<Ballot.Position> inPanelOrder(Debate debate, Round round) {
    return debate.panel().seats().stream()
        .flatMap(seat -> round.positions().stream().filter(p -> p.seat().equals(seat.id())))
        .toList();
  }

  private static Move rule(Debate debate, StopReason reason) {
    var count = CountTaker.take(debate);
    boolean split = count.tally().leaders().size() > 1;
    var verdict = Verdict.of(count, split ? StrongestPoints.of(debate) : List.of());
    int number = debate.rulings().size() + 1;
    return new Move.Note(new DebateEvent.VerdictReached(number, reason, verdict));
  }

  private static Move summarise(Debate debate, Ruling ruling) {
    var verdict = ruling.verdict();
    var votes = List.copyOf(debate.votesUntil(ruling.lastRound()).values());
    var task = new ChairTask.Summarise(debate.question(), debate.paper(), verdict, votes);
    var reason = ruling.reached().reason();
    boolean mayAsk =
        debate.panel().chaired()
            && !(verdict instanceof Verdict.NoQuorum)
            && reason != StopReason.STOPPED
            && reason != StopReason.DEADLINE
            && reason != StopReason.BUDGET
            && mayCall(debate.stop());
    var failure = failure(debate, task);
    if (failure.isEmpty() && mayAsk) {
      return new Move.AskChair(task);
    }
    SummaryOrigin origin =
        failure
            .<SummaryOrigin>map(failed -> new SummaryOrigin.ChairDidNotAnswer(failed.cause()))
            .orElse(new SummaryOrigin.ChairNotAsked());
    return new Move.Note(template(debate, ruling, origin, Provenance.CODE));
  }

  // Somebody who wants to finish now still wants a summary; every other order ends all calls.
  private static boolean mayCall(@Nullable StopOrder stop) {
    return stop == null || stop instanceof StopOrder.FinishNow;
  }

  private static DebateEvent.SummaryWritten template(
      Debate debate, Ruling ruling, SummaryOrigin origin, Provenance spent) {
    var summary = StrongestPoints.summary(debate, ruling.verdict());
    return new DebateEvent.SummaryWritten(ruling.number(), summary, origin, spent);
  }

  private static boolean chairMayAnswer(Debate debate, ChairTask task) {
    return debate.panel().chaired() && failure(debate, task).isEmpty();
  }

  private static Optional<DebateEvent.ChairFailed> failure(Debate debate, ChairTask task) {
    return debate.chairFailures().stream().filter(failed -> failed.task().equals(task)).findFirst();
  }

  static StopReason stopped(StopOrder order) {
    return switch (order) {
      case StopOrder.BudgetSpent _ -> StopReason.BUDGET;
      case StopOrder.DeadlinePassed _ -> StopReason.DEADLINE;
      case StopOrder.Stop _ -> StopReason.STOPPED;
      case StopOrder.FinishNow _ -> StopReason.FINISHED_NOW;
    };
  }

  /** What a chair's reply makes of the debate; a reply that cannot stand is a failure. */
  public static DebateEvent accept(
      Debate debate, ChairTask task, ChairReply reply, Provenance spent) {
    if (next(debate) instanceof Move.AskChair(var now) && !now.equals(task)) {
      return anotherTask(task, spent);
    }
    return switch (reply) {
      case ChairReply.Failed(var cause) -> new DebateEvent.ChairFailed(task, cause, spent);
      case ChairReply.FormChoice(var form) when task instanceof ChairTask.ChooseForm choose ->
          new DebateEvent.FormChosen(form, paper(form, choose.question()), FormReason.CHAIR, spent);
      case ChairReply.Grouping grouping when task instanceof ChairTask.GroupPositions group ->
          switch (Positions.check(grouping, group.positions(), spent)) {
            case Positions.Checked.Grouped(var event) -> event;
            case Positions.Checked.Rejected(var reason) ->
                new DebateEvent.ChairFailed(task, new Cause.Unreadable(reason), spent);
          };
      case ChairReply.SummaryDraft draft when task instanceof ChairTask.Summarise ->
          isBlank(draft.summary().text())
              ? new DebateEvent.ChairFailed(task, new Cause.Unreadable("no summary"), spent)
              : summary(debate, draft, spent);
      case ChairReply.FormChoice _, ChairReply.Grouping _, ChairReply.SummaryDraft _ ->
          anotherTask(task, spent);
    };
  }

  // Also one that has changed since, for an answer that it was to read was hidden: it is set anew.
  private static DebateEvent anotherTask(ChairTask task, Provenance spent) {
    return new DebateEvent.ChairFailed(
        task, new Cause.Unreadable("the chair answered another task"), spent);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || Folding.isBlank(text);
  }

  private static DebateEvent summary(
      Debate debate, ChairReply.SummaryDraft draft, Provenance spent) {
    var ruling = debate.lastRuling().orElseThrow();
    return SummaryCheck.contradiction(draft, debate.paper(), ruling.verdict())
        .map(how -> template(debate, ruling, new SummaryOrigin.ChairContradictedCount(how), spent))
        .orElseGet(() ->
            new DebateEvent.SummaryWritten(
                ruling.number(),
                StrongestPoints.completed(
                    onPaper(draft.summary(), debate.paper()), debate, ruling.verdict()),
                new SummaryOrigin.ByChair(),
                spent));
  }

  private static Summary onPaper(Summary summary, BallotPaper paper) {
    return new Summary(
        summary.text(),
        onPaper(summary.strongest(), paper),
        onPaper(summary.counterpoints(), paper),
        summary.wouldChange());
  }

  private static Map<OptionId, String> onPaper(Map<OptionId, String> points, BallotPaper paper) {
    var kept = new LinkedHashMap<>(points);
    kept.keySet().retainAll(paper.ids());
    return kept;
  }
}
