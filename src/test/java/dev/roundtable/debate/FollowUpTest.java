package dev.roundtable.debate;

import static dev.roundtable.debate.Given.ANNA;
import static dev.roundtable.debate.Given.BEN;
import static dev.roundtable.debate.Given.collected;
import static dev.roundtable.debate.Given.option;
import static dev.roundtable.debate.Given.panel;
import static dev.roundtable.debate.Given.question;
import static dev.roundtable.debate.Given.reply;
import static dev.roundtable.debate.Given.rounds;
import static dev.roundtable.debate.Given.seat;
import static dev.roundtable.debate.Given.teamVote;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FollowUpTest {
  private static Proceedings debate(int rounds, String... votes) {
    return Proceedings.open(question("a", "b"), panel(3), rounds(rounds)).votes(votes);
  }

  private static MessageId message(String id) {
    return new MessageId(id);
  }

  @Test
  void aReplyOpensARoundAndANewVerdictAndTheOldOneStays() {
    var debate = debate(1, "a a b", "b b b").run();
    var first = debate.verdict();
    debate.happens(reply("m1", "It is free.")).run();

    assertThat(debate.debate().rulings()).hasSize(2);
    assertThat(debate.debate().rulings().getFirst().verdict()).isEqualTo(first);
    assertThat(debate.ruling().number()).isEqualTo(2);
    assertThat(debate.ruling().followUps()).containsExactly(message("m1"));
    assertThat(debate.verdict()).isInstanceOf(Verdict.Unanimous.class);
    assertThat(debate.verdict().winnerIfAny()).contains(option("b"));
    assertThat(debate.debate().changes())
        .extracting(Change::seat)
        .containsExactly(seat(1), seat(2));
  }

  @Test
  void aFollowUpHasOneRoundHoweverManyTheRulesAllow() {
    var debate = debate(5, "a a a", "a b b", "b a a").run();
    assertThat(debate.debate().rounds()).hasSize(1);

    debate.happens(reply("m1", "But.")).run();
    assertThat(debate.debate().rounds()).hasSize(2);
    assertThat(debate.reason()).isEqualTo(StopReason.FOLLOW_UP_ANSWERED);

    debate.happens(reply("m2", "But then.")).run();
    assertThat(debate.debate().rounds()).hasSize(3);
    assertThat(debate.ruling().firstRound()).isEqualTo(3);
    assertThat(debate.ruling().number()).isEqualTo(3);
  }

  @Test
  void repliesDuringARoundAreAnsweredByTheNext() {
    var debate =
        debate(2, "a a b", "a b b")
            .until(d -> d.lastRound().filter(round -> round.cast().size() == 1).isPresent())
            .happens(reply("m1", "During the first round."))
            .run();

    assertThat(debate.debate().rounds().getFirst().opened().followUps()).isEmpty();
    assertThat(debate.debate().rounds().get(1).opened().followUps()).containsExactly(message("m1"));
    assertThat(debate.debate().rulings()).hasSize(1);
  }

  @Test
  void aReplyDuringTheLastRoundOpensAnotherAfterTheVerdict() {
    var debate =
        debate(1, "a a b", "a b b")
            .until(d -> d.lastRound().filter(round -> round.cast().size() == 1).isPresent())
            .happens(reply("m1", "Late."))
            .run();

    assertThat(debate.debate().rulings()).hasSize(2);
    assertThat(debate.debate().rulings().getFirst().followUps()).isEmpty();
    assertThat(debate.ruling().followUps()).containsExactly(message("m1"));
  }

  @Test
  void collectedRepliesWaitUntilSomethingOpensARound() {
    var debate = debate(1, "a a b").run().happens(collected("m1", "One.")).run();
    debate.happens(collected("m2", "Two.")).run();
    assertThat(debate.debate().rulings()).hasSize(1);
    assertThat(debate.debate().waitingFollowUps()).hasSize(2);

    debate.happens(reply("m3", "")).run();
    assertThat(debate.ruling().followUps())
        .containsExactly(message("m1"), message("m2"), message("m3"));
    assertThat(debate.brief(2, 1).arguments())
        .filteredOn(Argument.OfPerson.class::isInstance)
        .extracting(Argument::text)
        .containsExactlyInAnyOrder("One.", "Two.");
    assertThat(debate.debate().waitingFollowUps()).isEmpty();
  }

  @Test
  void aMessageThatComesTwiceCountsOnce() {
    var debate = debate(1, "a a b").run().happens(reply("m1", "It is free.")).run();
    debate.happens(reply("m1", "It is free.")).run();

    assertThat(debate.debate().rulings()).hasSize(2);
    assertThat(debate.debate().followUps()).hasSize(1);
  }

  @Test
  void noMoneyForAFollowUpLeavesTheVerdictAndTheReplyWaiting() {
    var spent = new DebateEvent.LimitReached(new StopOrder.BudgetSpent("none left"));
    var debate = debate(1, "a a b").run().happens(reply("m1", "Before.")).run();
    debate.happens(reply("m2", "Now.")).happens(spent).run();

    assertThat(debate.debate().rulings()).hasSize(2);
    assertThat(debate.debate().stop()).isNull();
    assertThat(debate.debate().waitingFollowUps())
        .extracting(DebateEvent.FollowUpAsked::opensRound)
        .containsExactly(false);
    assertThat(debate.debate().followUps().getFirst().opensRound()).isTrue();

    debate.happens(reply("m3", "Again.")).run();
    assertThat(debate.ruling().followUps()).containsExactly(message("m2"), message("m3"));
  }

  @Test
  void peopleKeepTheirLetters() {
    var debate = debate(1, "a a b").run().happens(collected("m1", "One.")).run();
    debate.happens(reply("m2", "Two.")).run();

    assertThat(debate.debate().alias(BEN)).isEqualTo("Person A");
    assertThat(debate.debate().alias(ANNA)).isEqualTo("Person B");
  }

  @Test
  void theFollowUpOfAStoppedDebateStartsAtItsFirstRound() {
    var debate = debate(2, "a a b").happens(Given.stop("m1")).run();
    debate.happens(reply("m2", "Go on.")).run();

    assertThat(debate.ruling().number()).isEqualTo(2);
    assertThat(debate.debate().rounds()).hasSize(1);
    assertThat(debate.verdict()).isInstanceOf(Verdict.Majority.class);
  }

  @Test
  void teamVotesAreCountedBeforeAndAfterTheVerdictAndNeverAlterIt() {
    var debate = debate(1, "a a b").until(d -> !d.rounds().isEmpty());
    debate.happens(teamVote("m1", ANNA, "a")).happens(teamVote("m2", BEN, "b"));
    debate.happens(teamVote("m3", ANNA, "b")).run();
    var panel = debate.verdict();
    debate.happens(teamVote("m4", BEN, "a")).happens(teamVote("m4", BEN, "b")).run();

    assertThat(debate.debate().teamTallyBefore().lines())
        .extracting(Tally.Line::votes)
        .containsExactly(0, 2);
    assertThat(debate.debate().teamTally().lines())
        .extracting(Tally.Line::votes)
        .containsExactly(1, 1);
    assertThat(debate.verdict()).isEqualTo(panel);
    assertThat(debate.debate().rulings()).hasSize(1);
  }

  @Test
  void aTeamVoteForWhatIsNotOnThePaperIsNone() {
    var debate = debate(1, "a a b").run().happens(teamVote("m1", ANNA, "z")).run();

    assertThat(debate.debate().teamVotes()).isEmpty();
  }
}
