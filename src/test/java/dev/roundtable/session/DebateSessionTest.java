package dev.roundtable.session;

import static dev.roundtable.debate.Given.asking;
import static dev.roundtable.debate.Given.finishNow;
import static dev.roundtable.debate.Given.option;
import static dev.roundtable.debate.Given.question;
import static dev.roundtable.debate.Given.rounds;
import static dev.roundtable.debate.Given.seat;
import static dev.roundtable.debate.Given.stop;
import static dev.roundtable.session.Hall.ballot;
import static dev.roundtable.session.Hall.origin;
import static dev.roundtable.session.Hall.verdict;
import static dev.roundtable.session.Tables.chaired;
import static dev.roundtable.session.Tables.fails;
import static dev.roundtable.session.Tables.hangs;
import static dev.roundtable.session.Tables.summarises;
import static dev.roundtable.session.Tables.votes;
import static dev.roundtable.session.Tables.waitsFor;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.ArgumentId;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.ChairReply;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Contradiction;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.FormReason;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.StopOrder;
import dev.roundtable.debate.StopReason;
import dev.roundtable.debate.SummaryOrigin;
import dev.roundtable.debate.Verdict;
import dev.roundtable.debate.Weight;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class DebateSessionTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);
  private static final Cause STOPPED = new Cause.Halted(new StopOrder.Stop(Given.ANNA));

  private static boolean isBallot(DebateEvent event) {
    return event instanceof DebateEvent.BallotCast;
  }

  private static boolean isVerdict(DebateEvent event) {
    return event instanceof DebateEvent.VerdictReached;
  }

  private static Cause cause(Ballot ballot) {
    return ((Ballot.Abstention) ballot).cause();
  }

  @Test
  void allSeatsAreAskedAtOnce() {
    var together = new CountDownLatch(6);
    Panelist polite =
        brief -> {
          together.countDown();
          together.await();
          return Tables.vote(brief, "a");
        };
    var hall = Hall.of(Tables.of(Tables.all(6, _ -> polite)));

    assertThat(verdict(hall.settled(hall.open(1)))).isInstanceOf(Verdict.Unanimous.class);
  }

  @Test
  void aSeatThatIsTooSlowAbstainsAndItsCallEnds() throws InterruptedException {
    var ended = new CountDownLatch(1);
    var hall = Hall.of(Tables.of(votes("a"), votes("a"), hangsUntilEnd(ended)));
    var id = hall.open(1);
    hall.heard.await(2, DebateSessionTest::isBallot);
    hall.timer.advance(MINUTE.minusMillis(1));
    assertThat(hall.debate(id).rounds().getFirst().cast()).hasSize(2);
    hall.timer.advance(Duration.ofMillis(1));
    var debate = hall.settled(id);

    assertThat(cause(ballot(debate, 1, 3))).isEqualTo(new Cause.TimedOut(MINUTE));
    assertThat(verdict(debate).count().absent()).hasSize(1);
    assertThat(debate.rounds().getFirst().cast().getLast().latency()).isEqualTo(MINUTE);
    ended.await();
  }

  private static Panelist hangsUntilEnd(CountDownLatch ended) {
    return brief -> {
      try {
        return hangs().answer(brief);
      } finally {
        ended.countDown();
      }
    };
  }

  @Test
  void aSeatCanHaveItsOwnTime() throws InterruptedException {
    var slow = new Seat(seat(3), "Seat 3", Weight.ONE, Duration.ofSeconds(90));
    var panel = new Panel("test", List.of(new Seat("s1", "One"), new Seat("s2", "Two"), slow));
    Map<SeatId, Panelist> sitting = Map.of(seat(1), votes("a"), seat(2), hangs(), seat(3), hangs());
    var hall = Hall.of(new Table(panel, sitting, Optional.empty()));
    var id = hall.open(1);
    hall.heard.await(DebateSessionTest::isBallot);
    hall.timer.advance(MINUTE);
    hall.heard.await(2, DebateSessionTest::isBallot);
    hall.timer.advance(Duration.ofSeconds(30));
    var debate = hall.settled(id);

    assertThat(cause(ballot(debate, 1, 2))).isEqualTo(new Cause.TimedOut(MINUTE));
    assertThat(cause(ballot(debate, 1, 3))).isEqualTo(new Cause.TimedOut(Duration.ofSeconds(90)));
  }

  @Test
  void theDebateHasADeadlineToo() throws InterruptedException {
    var halfMinute = Duration.ofSeconds(30);
    var rules = new Rules(Mode.AUTO, 3, null, MINUTE, halfMinute);
    var hall = Hall.of(chaired(summarises("a"), votes("a"), votes("b"), hangs()));
    var id = hall.open(question("a", "b"), rules);
    hall.heard.await(2, DebateSessionTest::isBallot);
    hall.timer.advance(halfMinute);
    var debate = hall.settled(id);

    var passed = new StopOrder.DeadlinePassed(halfMinute);
    assertThat(cause(ballot(debate, 1, 3))).isEqualTo(new Cause.Halted(passed));
    assertThat(debate.lastRuling().orElseThrow().reached().reason()).isEqualTo(StopReason.DEADLINE);
    assertThat(origin(debate)).isEqualTo(new SummaryOrigin.ChairNotAsked());
  }

  @Test
  void aSeatThatThrowsStopsNobodyElse() {
    Panelist broken =
        _ -> {
          throw new StackOverflowError();
        };
    var hall =
        Hall.of(
            Tables.of(
                votes("a"),
                fails(new IllegalStateException("boom")),
                broken,
                votes("a"),
                votes("b")));
    var debate = hall.settled(hall.open(1));

    assertThat(verdict(debate).winnerIfAny()).contains(option("a"));
    assertThat(cause(ballot(debate, 1, 2))).isEqualTo(new Cause.Broken("IllegalStateException"));
    assertThat(cause(ballot(debate, 1, 3))).isEqualTo(new Cause.Broken("StackOverflowError"));
  }

  @Test
  void aBallotThatTheBriefDidNotAskForIsRefused() {
    Panelist forAnother = _ -> Tables.reply(Given.vote(seat(1), "b", "Me."));
    Panelist unknownOption = brief -> Tables.vote(brief, "z");
    Panelist position =
        brief -> Tables.reply(new Ballot.Position(brief.seat(), "Neither", "Why", null));
    var hall =
        Hall.of(
            Tables.of(
                votes("a"),
                votes("a"),
                votes("a"),
                votes("a"),
                forAnother,
                unknownOption,
                position));
    var debate = hall.settled(hall.open(1));

    assertThat(verdict(debate)).isInstanceOf(Verdict.Unanimous.class);
    assertThat(verdict(debate).count().absent())
        .extracting(absence -> absence.cause().getClass().getSimpleName())
        .containsExactly("Unreadable", "Unreadable", "Unreadable");
  }

  @Test
  void anArgumentThatWasNeverShownIsNoReason() {
    Panelist convinced =
        brief ->
            Tables.reply(
                new Ballot.Vote(
                    brief.seat(),
                    option(brief.round() == 1 ? "b" : "a"),
                    "",
                    null,
                    new ArgumentId("a99")));
    var hall = Hall.of(Tables.of(votes("a"), votes("a"), convinced));
    var debate = hall.settled(hall.open(2));

    assertThat(debate.changes()).hasSize(1);
    assertThat(debate.changes().getFirst().because()).isNull();
    assertThat(debate.changes().getFirst().withoutNewArgument()).isTrue();
  }

  @Test
  void aLateAnswerIsDiscardedAndTheRecordSaysSo() throws InterruptedException {
    var late = new CountDownLatch(1);
    var others = new CountDownLatch(1);
    Panelist stubborn =
        brief -> {
          awaitWhateverHappens(late);
          return Tables.vote(brief, "b");
        };
    var patient = new Seat(seat(4), "Seat 4", Weight.ONE, Duration.ofSeconds(100));
    var panel =
        new Panel(
            "test",
            List.of(
                new Seat("s1", "One"), new Seat("s2", "Two"), new Seat("s3", "Three"), patient));
    var sitting =
        Map.of(
            seat(1), votes("a"),
            seat(2), votes("a"),
            seat(3), stubborn,
            seat(4), waitsFor(others, votes("b")));
    var hall = Hall.of(new Table(panel, sitting, Optional.empty()));
    var id = hall.open(1);
    hall.heard.await(2, DebateSessionTest::isBallot);
    hall.timer.advance(MINUTE);
    hall.heard.await(3, DebateSessionTest::isBallot);
    late.countDown();
    hall.heard.await(DebateEvent.AnswerCameLate.class::isInstance);
    others.countDown();
    var debate = hall.settled(id);

    assertThat(debate.rounds().getFirst().late()).containsExactly(seat(3));
    assertThat(verdict(debate).count().tally().line(option("b")).votes()).isEqualTo(1);
    assertThat(verdict(debate).count().absent()).hasSize(1);
  }

  private static void awaitWhateverHappens(CountDownLatch latch) {
    while (true) {
      try {
        latch.await();
        return;
      } catch (InterruptedException _) {
        // A panelist that does not listen.
      }
    }
  }

  @Test
  void stopEndsTheSeatsCallsAtOnce() throws InterruptedException {
    var ended = new CountDownLatch(2);
    var hall =
        Hall.of(
            chaired(
                summarises("a"),
                votes("a"),
                votes("a"),
                votes("b"),
                hangsUntilEnd(ended),
                hangsUntilEnd(ended)));
    var id = hall.open(3);
    hall.heard.await(3, DebateSessionTest::isBallot);
    hall.submit(id, stop("m1"));
    var debate = hall.settled(id);

    ended.await();
    assertThat(cause(ballot(debate, 1, 4))).isEqualTo(STOPPED);
    assertThat(verdict(debate).winnerIfAny()).contains(option("a"));
    assertThat(origin(debate)).isEqualTo(new SummaryOrigin.ChairNotAsked());
    assertThat(debate.rounds()).hasSize(1);
    assertThat(hall.timer.alarms()).isZero();
  }

  @Test
  void finishNowSkipsTheSlowSeatsAndStillGetsTheSummary() throws InterruptedException {
    var hall = Hall.of(chaired(summarises("a won."), votes("a"), votes("a"), hangs()));
    var id = hall.open(3);
    hall.heard.await(2, DebateSessionTest::isBallot);
    hall.submit(id, finishNow("m1"));
    var debate = hall.settled(id);

    assertThat(origin(debate)).isEqualTo(new SummaryOrigin.ByChair());
    assertThat(verdict(debate).count().absent()).hasSize(1);
  }

  @Test
  void stopDuringTheSummaryEndsTheChairsCall() throws InterruptedException {
    var asked = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    var hall = Hall.of(chaired(hangingChair(asked, ended), votes("a"), votes("a")));
    var id = hall.open(1);
    asked.await();
    hall.submit(id, stop("m1"));
    var debate = hall.settled(id);

    ended.await();
    assertThat(origin(debate)).isEqualTo(new SummaryOrigin.ChairDidNotAnswer(STOPPED));
    assertThat(verdict(debate)).isInstanceOf(Verdict.Unanimous.class);
  }

  private static Chair hangingChair(CountDownLatch asked, CountDownLatch ended) {
    return _ -> {
      asked.countDown();
      try {
        new CountDownLatch(1).await();
      } finally {
        ended.countDown();
      }
      throw new AssertionError("nobody counts down");
    };
  }

  @Test
  void finishNowDuringTheSummaryWaitsForIt() throws InterruptedException {
    var asked = new CountDownLatch(1);
    var free = new CountDownLatch(1);
    Chair chair =
        task -> {
          asked.countDown();
          free.await();
          return summarises("a won.").answer(task);
        };
    var hall = Hall.of(chaired(chair, votes("a"), votes("a")));
    var id = hall.open(1);
    asked.await();
    hall.submit(id, finishNow("m1"));
    hall.heard.await(DebateEvent.StopRequested.class::isInstance);
    free.countDown();

    assertThat(origin(hall.settled(id))).isEqualTo(new SummaryOrigin.ByChair());
  }

  @Test
  void finishNowDoesNotWaitForTheChairsWordOnTheForm() throws InterruptedException {
    var asked = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    var hall = Hall.of(chaired(hangingChair(asked, ended), votes("yes"), votes("yes")));
    var id = hall.open(asking("Should we?"), rounds(1));
    asked.await();
    hall.submit(id, finishNow("m1"));
    var debate = hall.settled(id);

    ended.await();
    assertThat(verdict(debate)).isInstanceOf(Verdict.NoQuorum.class);
    assertThat(debate.rounds()).isEmpty();
  }

  @Test
  void aChairThatIsTooSlowIsReplacedByTheTemplate() throws InterruptedException {
    var asked = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    var hall = Hall.of(chaired(hangingChair(asked, ended), votes("a"), votes("a")));
    var id = hall.open(1);
    asked.await();
    hall.timer.awaitAlarms(2);
    hall.timer.advance(MINUTE);
    var debate = hall.settled(id);

    ended.await();
    assertThat(origin(debate))
        .isEqualTo(new SummaryOrigin.ChairDidNotAnswer(new Cause.TimedOut(MINUTE)));
  }

  @Test
  void aChairThatThrowsOrContradictsIsReplacedByTheTemplate() {
    Chair throwing =
        _ -> {
          throw new IllegalStateException("boom");
        };
    var thrown = Hall.of(chaired(throwing, votes("a"), votes("a")));
    assertThat(origin(thrown.settled(thrown.open(1))))
        .isEqualTo(new SummaryOrigin.ChairDidNotAnswer(new Cause.Broken("IllegalStateException")));

    var contradicting = Hall.of(chaired(summarises("b won."), votes("a"), votes("a")));
    assertThat(origin(contradicting.settled(contradicting.open(1))))
        .isEqualTo(
            new SummaryOrigin.ChairContradictedCount(
                new Contradiction.TextNamesWinner(option("b"))));
  }

  @Test
  void theChairsTimeForTheFormIsLimitedAndTheRuleStepsIn() throws InterruptedException {
    var form = new CountDownLatch(1);
    Chair chair =
        task -> {
          if (task instanceof ChairTask.ChooseForm) {
            return hangingChair(form, new CountDownLatch(1)).answer(task);
          }
          return new Chair.Answer(new ChairReply.Failed(new Cause.CutOff()), Provenance.CODE);
        };
    var hall = Hall.of(chaired(chair, votes("yes"), votes("yes")));
    var id = hall.open(asking("Should we?"), rounds(1));
    form.await();
    hall.timer.awaitAlarms(2);
    hall.timer.advance(MINUTE);
    var chosen = hall.settled(id).form();

    assertThat(chosen).isNotNull();
    assertThat(chosen.reason()).isEqualTo(FormReason.RULE_YES_NO);
  }

  @Test
  void audiencesHearOfABallotTheMomentItArrives() throws InterruptedException {
    var held = new CountDownLatch(1);
    var hall = Hall.of(Tables.of(votes("a"), waitsFor(held, votes("b"))));
    var id = hall.open(1);
    hall.heard.await(DebateSessionTest::isBallot);
    assertThat(hall.debate(id).awaited()).extracting(Seat::id).containsExactly(seat(2));
    held.countDown();
    hall.settled(id);

    assertThat(hall.heard.events()).isEqualTo(hall.log(id));
  }

  @Test
  void anAudienceThatThrowsHurtsNobody() {
    var hall =
        Hall.withAudience(
            Tables.of(votes("a"), votes("b")),
            (_, _) -> {
              throw new IllegalStateException("not listening");
            });
    var id = hall.open(2);
    hall.settled(id);

    assertThat(hall.heard.events()).isEqualTo(hall.log(id));
    assertThat(hall.log(id)).anyMatch(DebateSessionTest::isVerdict);
  }

  @Test
  void fiftySeatsAndFiveRoundsAreNoTrouble() {
    var seats =
        Tables.all(
            50,
            number -> brief -> Tables.vote(brief, (number + brief.round()) % 2 == 0 ? "a" : "b"));
    var hall = Hall.of(Tables.of(seats));
    var debate = hall.settled(hall.open(5));

    assertThat(debate.rounds())
        .hasSize(5)
        .allSatisfy(round -> assertThat(round.votes()).hasSize(50));
    assertThat(debate.changes()).hasSize(200);
    assertThat(verdict(debate)).isInstanceOf(Verdict.Tied.class);
    assertThat(hall.timer.alarms()).isZero();
  }

  @Test
  void whoLosesTheLeaseEndsWithoutWriting() throws InterruptedException {
    var held = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    var hall = Hall.of(Tables.of(votes("a"), waitsFor(held, votes("a")), hangsUntilEnd(ended)));
    var id = hall.open(1);
    hall.heard.await(DebateSessionTest::isBallot);
    var before = hall.log(id);
    hall.archive.lease(id);
    held.countDown();
    hall.sessions.whenIdle(id).join();

    ended.await();
    assertThat(hall.log(id)).isEqualTo(before);
    assertThat(hall.heard.events()).isEqualTo(before);
    assertThat(hall.timer.alarms()).isZero();
  }

  @Test
  void noCallAndNoAlarmIsLeftOver() throws InterruptedException {
    var atWork = new Phaser(1);
    Panelist hanging =
        brief -> {
          atWork.register();
          try {
            return hangs().answer(brief);
          } finally {
            atWork.arriveAndDeregister();
          }
        };
    var hall = Hall.of(Tables.of(votes("a"), votes("b"), hanging, hanging));
    for (int i = 0; i < 50; i++) {
      var id = hall.open(2);
      hall.submit(id, i % 2 == 0 ? stop("m" + i) : finishNow("m" + i));
      hall.settled(id);
    }

    assertThat(hall.timer.alarms()).isZero();
    atWork.arriveAndAwaitAdvance();
    assertThat(atWork.getRegisteredParties()).isEqualTo(1);
  }
}
