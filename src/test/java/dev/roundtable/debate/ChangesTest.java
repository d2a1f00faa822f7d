package dev.roundtable.debate;

import static dev.roundtable.debate.Given.option;
import static dev.roundtable.debate.Given.panel;
import static dev.roundtable.debate.Given.question;
import static dev.roundtable.debate.Given.rounds;
import static dev.roundtable.debate.Given.seat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesTest {
  private static final ArgumentId ARGUMENT = new ArgumentId("a1");

  private static List<Change> changes(String... votes) {
    return changes(null, votes);
  }

  private static List<Change> changes(@Nullable ArgumentId because, String... votes) {
    var seats = votes[0].split(" ", -1).length;
    return Proceedings.open(question("a", "b", "c"), panel(seats), rounds(votes.length))
        .seats(brief -> {
          var word = votes[brief.round() - 1].split(" ", -1)[number(brief.seat()) - 1];
          return word.equals("-")
              ? Given.abstains(brief.seat())
              : new Ballot.Vote(brief.seat(), option(word), "Why " + brief.seat(), null, because);
        })
        .run()
        .debate()
        .changes();
  }

  private static int number(SeatId seat) {
    return Integer.parseInt(seat.value().substring(1));
  }

  @Test
  void whoVotesOtherwiseThanBeforeHasChanged() {
    assertThat(changes(ARGUMENT, "a a b c", "a b b c"))
        .containsExactly(new Change(2, seat(2), option("a"), option("b"), ARGUMENT, false));
  }

  @Test
  void aSeatThatFailsAndComesBackIsComparedWithItsLastVote() {
    assertThat(changes("a a b b", "- a b a", "b a b a"))
        .extracting(Change::round, Change::seat)
        .containsExactly(Tuple.tuple(2, seat(4)), Tuple.tuple(3, seat(1)));
  }

  @Test
  void aFirstVoteIsNoChange() {
    assertThat(changes("a b b -", "a b b a")).isEmpty();
  }

  @Test
  void joiningTheLargerSideWithoutAnArgumentIsMarked() {
    assertThat(changes("a a b c", "a a a c"))
        .extracting(Change::withoutNewArgument)
        .containsExactly(true);
  }

  @Test
  void joiningTheLargerSideBecauseOfAnArgumentIsNotMarked() {
    assertThat(changes(ARGUMENT, "a a b c", "a a a c"))
        .extracting(Change::withoutNewArgument)
        .containsExactly(false);
  }

  @Test
  void leavingTheLargerSideOrBreakingATieIsNotMarked() {
    assertThat(changes("a a b c", "a b b c"))
        .extracting(Change::withoutNewArgument)
        .containsExactly(false);
    assertThat(changes("a a b b", "a a a b"))
        .extracting(Change::withoutNewArgument)
        .containsExactly(false);
  }

  @Test
  void theLargerSideIsTheOneThatLedBeforeTheRound() {
    // Two leave a, which led; b leads only afterwards.
    assertThat(changes("a a a b c", "a b b b c"))
        .extracting(Change::withoutNewArgument)
        .containsExactly(false, false);
  }
}
