package dev.roundtable.archive;

import static dev.roundtable.debate.Given.ANNA;
import static dev.roundtable.debate.Given.BEN;
import static dev.roundtable.debate.Given.option;
import static dev.roundtable.debate.Given.options;
import static dev.roundtable.debate.Given.seat;

import dev.roundtable.debate.Absence;
import dev.roundtable.debate.Argument;
import dev.roundtable.debate.ArgumentId;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.BallotForm;
import dev.roundtable.debate.BallotPaper;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Change;
import dev.roundtable.debate.Contradiction;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Count;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.FormReason;
import dev.roundtable.debate.GroupedBy;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Point;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.Source;
import dev.roundtable.debate.StopOrder;
import dev.roundtable.debate.StopReason;
import dev.roundtable.debate.Summary;
import dev.roundtable.debate.SummaryOrigin;
import dev.roundtable.debate.Tally;
import dev.roundtable.debate.Tokens;
import dev.roundtable.debate.Venue;
import dev.roundtable.debate.Verdict;
import dev.roundtable.debate.Weight;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Events with something in every field, and every kind of value that an event can hold. */
final class Samples {
  static final MessageId MESSAGE = new MessageId("slack:T1:1700000000.000100");
  static final BallotPaper PAPER = BallotPaper.of(List.of("Yes", "No"));
  static final Question QUESTION =
      new Question("Sollen wir es wagen? 🎲", List.of("Yes", "No"), "As \"discussed\"\nbefore.");
  static final Provenance SPENT =
      new Provenance(
          "model-1",
          new Tokens(1200, 300, 45),
          new Cost(new BigDecimal("0.00120"), true),
          List.of(new Source("A page", "https://example.org/a?b=c")));
  private static final Ballot.Vote VOTE =
      new Ballot.Vote(seat(1), option("yes"), "It *helps*.", 0.85, new ArgumentId("a2"));
  private static final Ballot.Position POSITION =
      new Ballot.Position(seat(2), "Wait a year.", "Prices fall.", 0.5);
  private static final Tally TALLY =
      new Tally(
          List.of(new Tally.Line(option("yes"), 2, 2500), new Tally.Line(option("no"), 1, 1000)));
  private static final Count COUNT =
      new Count(
          TALLY,
          5,
          List.of(new Absence(seat(4), 2, new Cause.TimedOut(Duration.ofSeconds(60)))),
          List.of(new Absence(seat(3), 2, new Cause.CutOff())),
          List.of(
              new Change(2, seat(1), option("no"), option("yes"), new ArgumentId("a1"), false),
              new Change(2, seat(2), option("no"), option("yes"), null, true)),
          TALLY,
          true);
  private static final Verdict TIED =
      new Verdict.Tied(
          options("yes", "no"), List.of(new Point(option("yes"), seat(1), "It helps.")), COUNT);

  private Samples() {}

  /** One of each type, by which the samples in the resources were written. */
  static List<DebateEvent> ofEachType() {
    var seats =
        List.of(
            new Seat(seat(1), "Kimi", new Weight(1500), Duration.ofSeconds(90)),
            new Seat("s2", "Opus"));
    return List.of(
        new DebateEvent.Opened(
            new DebateId("debate-1"),
            QUESTION,
            new Panel("default", seats, true, false),
            new Rules(Mode.DEBATE, 3, 0.8, Duration.ofSeconds(60), Duration.ofMinutes(3)),
            ANNA,
            Venue.TERMINAL),
        new DebateEvent.FormChosen(BallotForm.OPTIONS, PAPER, FormReason.OPTIONS_GIVEN, SPENT),
        new DebateEvent.RoundOpened(
            2,
            Map.of(seat(1), options("no", "yes")),
            List.of(
                new Argument.OfSeats(
                    new ArgumentId("a1"), option("no"), List.of(seat(2)), "It costs."),
                new Argument.OfPerson(new ArgumentId("a2"), "Person A", MESSAGE, "And time?")),
            List.of(MESSAGE)),
        new DebateEvent.BallotCast(2, VOTE, SPENT, Duration.ofMillis(1234)),
        new DebateEvent.AnswerCameLate(2, seat(1)),
        new DebateEvent.PositionsGrouped(
            PAPER, Map.of(seat(1), option("yes")), GroupedBy.CHAIR, SPENT),
        new DebateEvent.ChairFailed(
            new ChairTask.Summarise(QUESTION, PAPER, TIED, List.of(VOTE)),
            new Cause.Unreadable("{"),
            Provenance.UNKNOWN),
        new DebateEvent.RoundClosed(2, StopReason.LAST_ROUND),
        new DebateEvent.VerdictReached(1, StopReason.LAST_ROUND, TIED),
        new DebateEvent.SummaryWritten(
            1,
            new Summary(
                "They weighed it.",
                Map.of(option("yes"), "It helps."),
                Map.of(option("no"), "It costs."),
                "A price."),
            new SummaryOrigin.ByChair(),
            SPENT),
        new DebateEvent.FollowUpAsked(MESSAGE, BEN, "What of the price?", true),
        new DebateEvent.FollowUpWithdrawn(new MessageId("m2"), MESSAGE),
        new DebateEvent.TeamVoted(MESSAGE, BEN, option("no")),
        new DebateEvent.StopRequested(MESSAGE, new StopOrder.Stop(ANNA)),
        new DebateEvent.LimitReached(new StopOrder.BudgetSpent("Nothing left today.")),
        new DebateEvent.InLine(2),
        new DebateEvent.AnswerHidden(new MessageId("m3"), BEN, 2, seat(1)));
  }

  /** What random debates do not come upon. */
  static Stream<DebateEvent> rarities() {
    return Stream.of(openings(), ballots(), verdicts(), chairs(), presses())
        .flatMap(events -> events);
  }

  private static Stream<DebateEvent> presses() {
    var at = Instant.parse("2026-11-23T09:00:00.000100Z");
    return Stream.of(new DebateEvent.TeamVoted(MESSAGE, BEN, option("no"), at));
  }

  private static Stream<DebateEvent> openings() {
    var direct =
        new Venue("discord", "G1", "C1", null, Venue.Reach.DIRECT, Venue.Style.DIGEST, "de");
    var inThread =
        new Venue("slack", "T1", "C1", "17.01", Venue.Reach.PUBLIC, Venue.Style.VOICES, "en");
    var inPrivate =
        new Venue("slack", "T1", "C2", null, Venue.Reach.PRIVATE, Venue.Style.VOICES, "en");
    var inPrivateThread =
        new Venue("discord", "G1", "C1", "C3", Venue.Reach.THREAD, Venue.Style.VOICES, "en");
    return Stream.of(direct, inThread, inPrivate, inPrivateThread)
        .map(venue ->
            new DebateEvent.Opened(
                new DebateId("debate-1"),
                QUESTION,
                new Panel("p", List.of(new Seat("s1", "Kimi"), new Seat("s2", "Opus"))),
                Rules.DEFAULT,
                ANNA,
                venue));
  }

  private static Stream<DebateEvent> ballots() {
    var causes =
        Stream.of(
            new Cause.TimedOut(Duration.ofMillis(1)),
            new Cause.Refused("I can't."),
            new Cause.Unreadable("half a surrogate \ud83d and a nought \0"),
            new Cause.CutOff(),
            new Cause.Filtered("policy"),
            new Cause.ProviderError("503"),
            new Cause.Benched(Instant.parse("2026-11-23T09:00:00.123456789Z"), "503"),
            new Cause.NotAllowed("gone"),
            new Cause.Vacant(),
            new Cause.Unscripted(),
            new Cause.Broken("IllegalStateException"),
            new Cause.Halted(new StopOrder.FinishNow(BEN)),
            new Cause.Halted(new StopOrder.DeadlinePassed(Duration.ofMinutes(3))));
    var abstentions = causes.map(cause -> new Ballot.Abstention(seat(1), cause));
    return Stream.concat(Stream.of(VOTE, POSITION), abstentions)
        .map(ballot ->
            new DebateEvent.BallotCast(1, ballot, SPENT, Duration.ofNanos(1_000_000_001)));
  }

  private static Stream<DebateEvent> verdicts() {
    var yes = option("yes");
    return Stream.of(
            new Verdict.Unanimous(yes, COUNT),
            new Verdict.Supermajority(yes, COUNT),
            new Verdict.Majority(yes, COUNT),
            new Verdict.Plurality(yes, COUNT),
            TIED,
            new Verdict.NoQuorum(COUNT))
        .map(verdict -> new DebateEvent.VerdictReached(1, StopReason.ALL_AGREE, verdict));
  }

  private static Stream<DebateEvent> chairs() {
    var summary = new Summary(null, Map.of(), Map.of(), null);
    var origins =
        Stream.<SummaryOrigin>of(
            new SummaryOrigin.ChairNotAsked(),
            new SummaryOrigin.ChairDidNotAnswer(new Cause.CutOff()),
            new SummaryOrigin.ChairContradictedCount(new Contradiction.OtherWinner()),
            new SummaryOrigin.ChairContradictedCount(new Contradiction.OtherCounts()),
            new SummaryOrigin.AnswerHiddenSince(),
            new SummaryOrigin.ChairContradictedCount(
                new Contradiction.TextNamesWinner(option("no"))));
    var tasks =
        Stream.of(
            new ChairTask.ChooseForm(QUESTION),
            new ChairTask.GroupPositions(QUESTION, List.of(POSITION)));
    return Stream.concat(
        origins.map(origin -> new DebateEvent.SummaryWritten(1, summary, origin, SPENT)),
        tasks.map(task -> new DebateEvent.ChairFailed(task, new Cause.CutOff(), SPENT)));
  }
}
