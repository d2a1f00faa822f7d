package dev.roundtable.debate;

import static dev.roundtable.debate.Given.chaired;
import static dev.roundtable.debate.Given.finishNow;
import static dev.roundtable.debate.Given.question;
import static dev.roundtable.debate.Given.reply;
import static dev.roundtable.debate.Given.rounds;
import static dev.roundtable.debate.Given.stop;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StopOrderTest {
  private static boolean fourVoted(Debate debate) {
    return debate.lastRound().filter(round -> round.cast().size() == 4).isPresent();
  }

  private static boolean firstRoundClosed(Debate debate) {
    return debate.lastRound().filter(round -> !round.isOpen()).isPresent();
  }

  private static boolean verdictOut(Debate debate) {
    return !debate.rulings().isEmpty();
  }

  private static Proceedings debate() {
    return Proceedings.open(question("a", "b"), chaired(6), rounds(3)).votes("a a a b b b");
  }

  @Test
  void beforeTheFirstRoundThereIsNothingToCount() {
    var stopped = debate().happens(stop("m1")).run();

    assertThat(stopped.reason()).isEqualTo(StopReason.STOPPED);
    assertThat(stopped.verdict()).isInstanceOf(Verdict.NoQuorum.class);
    assertThat(stopped.briefs()).isEmpty();
    assertThat(stopped.verdict().count().absent())
        .hasSize(6)
        .allSatisfy(absence ->
            assertThat(absence.cause())
                .isEqualTo(new Cause.Halted(new StopOrder.Stop(Given.ANNA))));
  }

  @Test
  void inTheMiddleOfARoundTheVotesThatAreInDecide() {
    var stopped = debate().until(StopOrderTest::fourVoted).happens(stop("m1")).run();

    assertThat(stopped.reason()).isEqualTo(StopReason.STOPPED);
    assertThat(stopped.verdict()).isInstanceOf(Verdict.Supermajority.class);
    assertThat(stopped.verdict().count().absent())
        .extracting(Absence::cause)
        .containsOnly(new Cause.Halted(new StopOrder.Stop(Given.ANNA)));
    assertThat(stopped.tasks()).isEmpty();
    assertThat(stopped.debate().rounds()).hasSize(1);
  }

  @Test
  void betweenRoundsNoOtherRoundIsOpened() {
    var finished = debate().until(StopOrderTest::firstRoundClosed).happens(finishNow("m1")).run();

    assertThat(finished.reason()).isEqualTo(StopReason.FINISHED_NOW);
    assertThat(finished.verdict()).isInstanceOf(Verdict.Tied.class);
    assertThat(finished.tasks()).hasSize(1);
  }

  @Test
  void duringTheSummaryOnlyStopEndsTheCall() {
    var finished = debate().until(StopOrderTest::verdictOut).happens(finishNow("m1")).run();
    assertThat(finished.tasks()).hasSize(1);

    var stopped = debate().until(StopOrderTest::verdictOut).happens(stop("m1")).run();
    assertThat(stopped.tasks()).isEmpty();
    assertThat(stopped.origin()).isEqualTo(new SummaryOrigin.ChairNotAsked());
    assertThat(stopped.reason()).isEqualTo(StopReason.NO_MOVEMENT);
  }

  @Test
  void afterTheVerdictNothingIsStopped() {
    var debate = debate().run().happens(stop("m1"));

    assertThat(debate.debate().stop()).isNull();
    assertThat(Moderator.next(debate.debate())).isEqualTo(new Move.Wait());
    debate.happens(reply("m2", "More.")).run();
    assertThat(debate.debate().rulings()).hasSize(2);
    assertThat(debate.reason()).isEqualTo(StopReason.NO_MOVEMENT);
  }

  @Test
  void aStopEndsOneVerdictAndNotTheFollowUpsAfterIt() {
    var debate = debate().until(StopOrderTest::fourVoted).happens(stop("m1")).run();
    debate.happens(reply("m2", "More.")).run();

    assertThat(debate.debate().rulings()).hasSize(2);
    assertThat(debate.verdict().count().tally().votes()).isEqualTo(6);
  }

  @Test
  void finishNowDoesNotSoftenAStop() {
    var debate =
        debate().until(StopOrderTest::fourVoted).happens(stop("m1")).happens(finishNow("m2")).run();

    assertThat(debate.reason()).isEqualTo(StopReason.STOPPED);
    assertThat(debate.tasks()).isEmpty();
  }

  @Test
  void aStopHardensFinishNow() {
    var debate =
        debate().until(StopOrderTest::fourVoted).happens(finishNow("m1")).happens(stop("m2")).run();

    assertThat(debate.reason()).isEqualTo(StopReason.STOPPED);
    assertThat(debate.tasks()).isEmpty();
  }
}
