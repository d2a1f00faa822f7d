package dev.roundtable.debate;

import static dev.roundtable.debate.Given.chaired;
import static dev.roundtable.debate.Given.panel;
import static dev.roundtable.debate.Given.question;
import static dev.roundtable.debate.Given.rounds;
import static dev.roundtable.debate.Given.stopShare;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StopRulesTest {
  private static Proceedings debate(int seats, Rules rules, String... votes) {
    return Proceedings.open(question("a", "b"), panel(seats), rules).votes(votes).run();
  }

  @Test
  void tooFewSeatsEndTheDebateBeforeAnythingElse() {
    var ended = debate(4, rounds(5), "a a - -");

    assertThat(ended.reason()).isEqualTo(StopReason.NO_QUORUM);
    assertThat(ended.debate().rounds()).hasSize(1);
  }

  @Test
  void aUnanimousBlindRoundNeedsNoDebate() {
    var ended = debate(4, rounds(5), "a a a -");

    assertThat(ended.reason()).isEqualTo(StopReason.ALL_AGREE);
    assertThat(ended.debate().rounds()).hasSize(1);
  }

  @Test
  void agreementLaterEndsTheDebateToo() {
    assertThat(debate(3, rounds(5), "a a b", "a a a").reason()).isEqualTo(StopReason.ALL_AGREE);
  }

  @Test
  void whenNoVoteMovesAnotherRoundIsPointless() {
    var ended = debate(5, rounds(5), "a a b b b", "a b b b b", "a b b b b");

    assertThat(ended.reason()).isEqualTo(StopReason.NO_MOVEMENT);
    assertThat(ended.debate().rounds()).hasSize(3);
  }

  @Test
  void aRoundInWhichEverySeatFailedSaysNothingOfMovement() {
    assertThat(debate(3, rounds(2), "a a b", "- - -").reason()).isEqualTo(StopReason.LAST_ROUND);
    assertThat(debate(3, rounds(3), "a a b", "- - -", "a a b").reason())
        .isEqualTo(StopReason.NO_MOVEMENT);
  }

  @Test
  void aRoundThatWasCutShortEndedByTheOrderThatDidIt() {
    for (int answered = 0; answered < 3; answered++) {
      int cast = answered;
      for (int last : new int[] {2, 5}) {
        var ended =
            Proceedings.open(question("a", "b"), chaired(3), rounds(last))
                .votes("a a b", "a a b")
                .until(d -> d.rounds().size() == 2 && d.rounds().getLast().cast().size() == cast)
                .happens(Given.stop("m1"))
                .run();
        assertThat(ended.reason()).isEqualTo(StopReason.STOPPED);
        assertThat(ended.verdict().count().afterDiscussion()).isEqualTo(cast > 0);
      }
    }
  }

  @Test
  void aFirstVoteAndASwapAreMovement() {
    assertThat(debate(4, rounds(2), "a b b -", "a b b a").reason())
        .isEqualTo(StopReason.LAST_ROUND);
    assertThat(debate(2, rounds(2), "a b", "b a").reason()).isEqualTo(StopReason.LAST_ROUND);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void theLastRoundIsTheOneTheRulesName(int last) {
    var ended = debate(3, rounds(last), "a a b", "a b b", "b b a", "b a a", "a b a");

    assertThat(ended.reason()).isEqualTo(StopReason.LAST_ROUND);
    assertThat(ended.debate().rounds()).hasSize(last);
  }

  @Test
  void aPollHasOneBlindRound() {
    var ended = debate(3, rounds(5).withMode(Mode.POLL), "a a b", "a b b");

    assertThat(ended.reason()).isEqualTo(StopReason.LAST_ROUND);
    assertThat(ended.debate().rounds()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "0.8, a a a a b, SHARE_REACHED",
    "0.8, a a a b b, LAST_ROUND",
    "0.8, a a a a b -, SHARE_REACHED",
    "0.6, a a a b b, SHARE_REACHED",
    "0.8, a a a b, LAST_ROUND",
    "0.51, a a a b b b, LAST_ROUND"
  })
  void theStopShareEndsPanelsOfFiveOrMore(double share, String votes, StopReason reason) {
    var ended = debate(votes.split(" ", -1).length, stopShare(share, 1), votes);

    assertThat(ended.reason()).isEqualTo(reason);
  }

  @Test
  void theStopShareIsReachedAtExactlyThatShare() {
    for (int hundredths = 51; hundredths <= 100; hundredths++) {
      var tally = new StringBuilder();
      for (int seat = 1; seat <= 100; seat++) {
        tally.append(seat <= hundredths ? "a " : "b ");
      }
      var exactly = debate(100, stopShare(hundredths / 100.0, 1), tally.toString());
      var reason = hundredths == 100 ? StopReason.ALL_AGREE : StopReason.SHARE_REACHED;
      assertThat(exactly.reason()).as("share 0.%d", hundredths).isEqualTo(reason);
    }
  }

  @Test
  void theShareIsTriedAfterAgreementAndBeforeMovement() {
    assertThat(debate(5, stopShare(0.8, 5), "a a a b b", "a a a b b").reason())
        .isEqualTo(StopReason.NO_MOVEMENT);
    assertThat(debate(5, stopShare(0.6, 5), "a a a a a").reason()).isEqualTo(StopReason.ALL_AGREE);
    assertThat(debate(5, stopShare(0.6, 5), "a a - - a").reason()).isEqualTo(StopReason.ALL_AGREE);
    assertThat(debate(5, stopShare(0.6, 5), "a a - - -").reason()).isEqualTo(StopReason.NO_QUORUM);
  }

  @Test
  void rulesOfTheVoteComeBeforeOrdersFromOutside() {
    assertThat(stoppedAfter(3, new StopOrder.Stop(Given.ANNA), rounds(5), "a a b").reason())
        .isEqualTo(StopReason.STOPPED);
    assertThat(stoppedAfter(3, new StopOrder.FinishNow(Given.ANNA), rounds(5), "a a b").reason())
        .isEqualTo(StopReason.FINISHED_NOW);
    assertThat(stoppedAfter(3, new StopOrder.Stop(Given.ANNA), rounds(1), "a a b").reason())
        .isEqualTo(StopReason.LAST_ROUND);
    assertThat(stoppedAfter(3, new StopOrder.Stop(Given.ANNA), rounds(5), "a a a").reason())
        .isEqualTo(StopReason.ALL_AGREE);
    assertThat(stoppedAfter(3, new StopOrder.Stop(Given.ANNA), rounds(5), "a - -").reason())
        .isEqualTo(StopReason.NO_QUORUM);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void anOrderBeforeAQuorumIsWhyItEnded(int ballots) {
    var stopped = stoppedAfter(ballots, new StopOrder.Stop(Given.ANNA), rounds(5), "a a b");
    assertThat(stopped.reason()).isEqualTo(StopReason.STOPPED);
    assertThat(stopped.verdict()).isInstanceOf(Verdict.NoQuorum.class);

    var limit = new DebateEvent.LimitReached(new StopOrder.DeadlinePassed(Duration.ofMinutes(3)));
    var late = Proceedings.open(question("a", "b"), chaired(3), rounds(5)).votes("a a b");
    late.until(debate -> answered(debate, ballots)).happens(limit).run();
    assertThat(late.reason()).isEqualTo(StopReason.DEADLINE);
    assertThat(late.verdict()).isInstanceOf(Verdict.NoQuorum.class);
  }

  // The order comes once that many of three seats have answered.
  private static Proceedings stoppedAfter(int ballots, StopOrder order, Rules rules, String votes) {
    return Proceedings.open(question("a", "b"), chaired(3), rules)
        .votes(votes)
        .until(debate -> answered(debate, ballots))
        .happens(new DebateEvent.StopRequested(new MessageId("stop"), order))
        .run();
  }

  private static boolean answered(Debate debate, int ballots) {
    return debate.lastRound().filter(round -> round.cast().size() == ballots).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"true, DEADLINE", "false, BUDGET"})
  void limitsEndTheDebateWithTheVotesThatStand(boolean time, StopReason reason) {
    StopOrder order =
        time
            ? new StopOrder.DeadlinePassed(Duration.ofMinutes(3))
            : new StopOrder.BudgetSpent("spent");
    var ended =
        Proceedings.open(question("a", "b"), panel(3), rounds(5))
            .votes("a a b")
            .until(debate -> debate.lastRound().filter(round -> !round.isOpen()).isPresent())
            .happens(new DebateEvent.LimitReached(order))
            .run();

    assertThat(ended.reason()).isEqualTo(reason);
    assertThat(ended.verdict()).isInstanceOf(Verdict.Majority.class);
    assertThat(ended.debate().rounds()).hasSize(1);
  }
}
