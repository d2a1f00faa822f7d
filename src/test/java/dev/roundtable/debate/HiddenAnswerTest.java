package dev.roundtable.debate;

import static dev.roundtable.debate.Given.BEN;
import static dev.roundtable.debate.Given.panel;
import static dev.roundtable.debate.Given.question;
import static dev.roundtable.debate.Given.reply;
import static dev.roundtable.debate.Given.rounds;
import static dev.roundtable.debate.Given.seat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.transcript.Transcripts;
import dev.roundtable.transcript.Words;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HiddenAnswerTest {
  private static final String RUDE = "Whoever wants the other thing is a walnut";

  private static Proceedings debate(int rounds, String... votes) {
    return debate(3, rounds, votes);
  }

  // One line per round, one word per seat, as the votes of Proceedings; seat 2 is rude.
  private static Proceedings debate(int seats, int rounds, String... votes) {
    return Proceedings.open(question("a", "b"), panel(seats), rounds(rounds))
        .seats(brief -> {
          var words = votes[Math.min(brief.round(), votes.length) - 1].split(" ", -1);
          var word = words[Integer.parseInt(brief.seat().value().substring(1)) - 1];
          var reasons = brief.seat().equals(seat(2)) ? RUDE : "It is " + brief.seat() + "’s view.";
          return word.equals("-")
              ? Given.abstains(brief.seat())
              : Given.vote(brief.seat(), word, reasons + " Thus " + word + ".");
        });
  }

  private static DebateEvent.AnswerHidden hide(String message, int round) {
    return new DebateEvent.AnswerHidden(new MessageId(message), BEN, round, seat(2));
  }

  private static String everything(Debate debate) {
    return Transcripts.of(debate, Words.in(Locale.ENGLISH)) + " " + debate;
  }

  @Test
  void itsWordsAreGoneFromEverythingThatIsShownAndItsVoteCountsAsBefore() {
    var debate = debate(2, "a a b", "a b b").run();
    var before = debate.verdict().count().tally();
    assertThat(everything(debate.debate())).contains("walnut");

    debate.happens(hide("h1", 1)).happens(hide("h2", 2)).run();

    assertThat(everything(debate.debate())).doesNotContain("walnut");
    assertThat(debate.verdict().count().tally()).isEqualTo(before);
    assertThat(debate.debate().rulings()).hasSize(1);
    assertThat(debate.debate().hidden())
        .containsExactlyInAnyOrder(new HiddenAnswer(1, seat(2)), new HiddenAnswer(2, seat(2)));
  }

  @Test
  void whatTheOthersSaidStays() {
    var debate = debate(1, "a a b").run();
    var others =
        debate.debate().rounds().getFirst().votes().stream()
            .filter(vote -> !vote.seat().equals(seat(2)))
            .collect(Collectors.toList());
    debate.happens(hide("h1", 1)).run();

    assertThat(debate.debate().rounds().getFirst().votes()).containsAll(others);
  }

  @Test
  void aTieLosesThePointThatQuotedIt() {
    var debate = debate(2, 1, "a b").run();
    assertThat(((Verdict.Tied) debate.verdict()).crux()).hasSize(2);
    debate.happens(hide("h1", 1)).run();

    assertThat(((Verdict.Tied) debate.verdict()).crux())
        .extracting(Point::seat)
        .containsExactly(seat(1));
    assertThat(everything(debate.debate())).doesNotContain("walnut");
  }

  @Test
  void noLaterRoundIsShownIt() {
    var debate = debate(1, "a a b", "a a a").run();
    debate.happens(hide("h1", 1)).happens(reply("m1", "And the price?")).run();

    assertThat(debate.debate().rounds().getLast().arguments())
        .extracting(Argument::text)
        .noneMatch(text -> text.contains("walnut"));
  }

  @Test
  void whatIsNoAnswerCannotBeHidden() {
    var debate = debate(1, "a - b").run();
    var before = debate.debate();
    debate.happens(hide("h1", 1)).happens(hide("h2", 7)).run();

    assertThat(debate.debate().hidden()).isEmpty();
    assertThat(debate.debate().rounds()).isEqualTo(before.rounds());
  }
}
