package dev.roundtable.debate;

import static dev.roundtable.debate.Given.option;
import static dev.roundtable.debate.Given.options;
import static dev.roundtable.debate.Given.panel;
import static dev.roundtable.debate.Given.question;
import static dev.roundtable.debate.Given.rounds;
import static dev.roundtable.debate.Given.seat;
import static dev.roundtable.debate.Given.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
  private static Verdict verdict(Panel panel, String... rounds) {
    var rules = rounds(rounds.length);
    return Proceedings.open(question("a", "b", "c"), panel, rules).votes(rounds).run().verdict();
  }

  @ParameterizedTest
  @CsvSource({
    "a a, Unanimous",
    "a a a a a a, Unanimous",
    "a a a a a -, Unanimous",
    "a a a a a b, Supermajority",
    "a a a a a b b, Supermajority",
    "a a b, Majority",
    "a a a a b b, Majority",
    "a a a a b b c, Majority",
    "a a a b b, Majority",
    "a a a b b c, Plurality",
    "a a a b b c c, Plurality",
    "a a a a b b c -, Majority",
    "- - a a a b, Supermajority"
  })
  void theShareOfTheValidVotesDecidesTheKind(String votes, String kind) {
    var verdict = verdict(panel(votes.split(" ", -1).length), votes);

    assertThat(verdict.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(verdict.winnerIfAny()).contains(option("a"));
  }

  @ParameterizedTest
  @CsvSource({
    // exactly two thirds are not more than two thirds
    "a a b b, 1 3 1 1, Majority",
    "a a b b, 1 3.001 1 1, Supermajority",
    // exactly half is not more than half
    "a b c, 2 1 1, Plurality",
    "a b c, 2.001 1 1, Majority",
    // fewer seats of more weight win
    "a b b, 2.5 1 1, Majority",
    // a unanimous panel is one in votes, whatever they weigh
    "a a a, 1 2 4, Unanimous"
  })
  void weightsAreAppliedToTheThresholds(String votes, String weights, String kind) {
    var numbers = Arrays.stream(weights.split(" ", -1)).mapToDouble(Double::parseDouble).toArray();
    var verdict = verdict(weighted(numbers), votes);

    assertThat(verdict.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(verdict.winnerIfAny()).contains(option("a"));
  }

  @Test
  void noSeatCountsMoreThanFourTimesTheLightest() {
    assertThat(weighted(0.5, 1, 100).seats())
        .extracting(Seat::weight)
        .containsExactly(Weight.of(0.5), Weight.of(1), Weight.of(2));
    assertThat(verdict(weighted(100, 1, 1, 1, 1), "a b b b b")).isInstanceOf(Verdict.Tied.class);
    assertThat(verdict(weighted(100, 1, 1, 1, 1, 1), "a b b b b b").winnerIfAny())
        .contains(option("b"));
  }

  @Test
  void theClampHoldsForVeryHeavyPanels() {
    assertThat(weighted(1_000_000, 2_000_000).seat(seat(2)).weight())
        .isEqualTo(Weight.of(2_000_000));
  }

  @Test
  void tiesAreCalledTiesWithTheBestArgumentOfEachSideThatLeads() {
    var verdict = verdict(panel(5), "a a b b c");

    assertThat(verdict.winnerIfAny()).isEmpty();
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Tied.class,
            tied -> {
              assertThat(tied.leaders()).isEqualTo(options("a", "b"));
              assertThat(tied.crux()).extracting(Point::option).isEqualTo(options("a", "b"));
              assertThat(tied.crux())
                  .extracting(Point::text)
                  .allMatch(text -> text.startsWith("Point of"));
            });
  }

  @Test
  void weightsMakeATie() {
    assertThat(verdict(weighted(2, 1, 1), "a b b")).isInstanceOf(Verdict.Tied.class);
  }

  @ParameterizedTest
  @CsvSource({
    "a -, false",
    "- - -, false",
    "a a -, true",
    "a a - -, false",
    "a a a - -, true",
    "a a a - - -, false",
    "a a a a - - -, true"
  })
  void aVerdictNeedsTwoVotesAndMoreThanHalfOfTheSeats(String votes, boolean quorum) {
    var verdict = verdict(panel(votes.split(" ", -1).length), votes);

    assertThat(verdict instanceof Verdict.NoQuorum).isEqualTo(!quorum);
  }

  @Test
  void weightMakesNoQuorum() {
    assertThat(verdict(weighted(4, 4, 1, 1), "a a - -")).isInstanceOf(Verdict.NoQuorum.class);
  }

  @Test
  void absentSeatsAreNamedWithTheRoundAndTheCause() {
    var count = verdict(panel(4), "a b a -").count();

    assertThat(count.absent()).containsExactly(new Absence(seat(4), 1, new Cause.CutOff()));
    assertThat(count.standing()).isEmpty();
  }

  @Test
  void theEarlierVoteOfASeatThatFailsLaterStands() {
    var count = verdict(panel(3), "a b b", "- a b").count();

    assertThat(count.tally().line(option("a")).votes()).isEqualTo(2);
    assertThat(count.absent()).isEmpty();
    assertThat(count.standing()).extracting(Absence::seat).containsExactly(seat(1));
  }

  @Test
  void aSeatThatFailedFirstCountsOnceItVotes() {
    var count = verdict(panel(4), "a b b -", "a b b a").count();

    assertThat(count.tally().votes()).isEqualTo(4);
    assertThat(count.absent()).isEmpty();
  }

  @Test
  void afterDiscussionIsSaidOnlyAfterASecondRound() {
    assertThat(verdict(panel(3), "a b b").count().afterDiscussion()).isFalse();
    assertThat(verdict(panel(3), "a b b", "a b b").count().afterDiscussion()).isTrue();
    assertThat(verdict(panel(3), "a b b", "- - -").count().afterDiscussion()).isFalse();
  }

  @Test
  void theLeanPoolsTheVotesOfAllRounds() {
    var lean = verdict(panel(4), "a a a b", "a a b b").count().lean();

    assertThat(lean.lines()).extracting(Tally.Line::votes).containsExactly(5, 3, 0);
  }

  @Test
  void theLastVoteOfASeatReplacesTheOneBefore() {
    var tally = verdict(panel(3), "a a b", "c a b", "c b b").count().tally();

    assertThat(tally.lines()).extracting(Tally.Line::votes).containsExactly(0, 2, 1);
  }
}
