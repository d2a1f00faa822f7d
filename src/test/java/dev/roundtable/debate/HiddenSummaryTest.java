package dev.roundtable.debate;

import static dev.roundtable.debate.Given.BEN;
import static dev.roundtable.debate.Given.chaired;
import static dev.roundtable.debate.Given.option;
import static dev.roundtable.debate.Given.question;
import static dev.roundtable.debate.Given.reply;
import static dev.roundtable.debate.Given.rounds;
import static dev.roundtable.debate.Given.seat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.transcript.Transcripts;
import dev.roundtable.transcript.Words;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a chair and the labels of an open question still say once an answer is hidden. */
class HiddenSummaryTest {
  private static final SummaryOrigin BY_CHAIR = new SummaryOrigin.ByChair();
  private static final SummaryOrigin HIDDEN = new SummaryOrigin.AnswerHiddenSince();
  private static final Map<String, String> POSITIONS =
      Map.of("s1", "Bake a cake", "s2", "Feed the walnuts.", "s3", "Bake a cake");

  // One line per round, one word per seat; seat 2 is rude in round 1.
  private static Proceedings debate(int rounds, String... votes) {
    return Proceedings.open(question("a", "b"), chaired(3), rounds(rounds))
        .seats(brief -> {
          var words = votes[Math.min(brief.round(), votes.length) - 1].split(" ", -1);
          var word = words[Integer.parseInt(brief.seat().value().substring(1)) - 1];
          boolean rude = brief.seat().equals(seat(2)) && brief.round() == 1;
          var reasons = rude ? "Whoever asks is a walnut." : "The point of " + brief.seat() + ".";
          return Given.vote(brief.seat(), word, reasons);
        })
        .chair(task -> draft((ChairTask.Summarise) task));
  }

  // Says everything that it has read in words of its own, so that no phrase can be recognised.
  private static ChairReply draft(ChairTask.Summarise task) {
    var tally = task.verdict().count().tally();
    var counts =
        tally.lines().stream()
            .filter(line -> line.votes() > 0)
            .collect(Collectors.toMap(Tally.Line::option, Tally.Line::votes));
    boolean read = task.votes().toString().contains("walnut");
    var told = read ? "Some seats see nothing but walnuts." : "They kept to the matter.";
    var points = Map.of(option("a"), told, option("b"), told);
    return new ChairReply.SummaryDraft(
        tally.leaders(), counts, new Summary(told, points, points, told));
  }

  private static DebateEvent.AnswerHidden hide(int round) {
    return new DebateEvent.AnswerHidden(new MessageId("h" + round), BEN, round, seat(2));
  }

  private static String transcript(Debate debate) {
    return Transcripts.of(debate, Words.in(Locale.ENGLISH)).toString();
  }

  @Test
  void whatTheChairMadeOfItIsReplacedByTheBallotsThatAreLeft() {
    var debate = debate(1, "a a b").run();
    assertThat(debate.origin()).isEqualTo(BY_CHAIR);
    assertThat(transcript(debate.debate())).contains("see nothing but walnuts");
    var cost = debate.debate().cost();

    debate.happens(hide(1)).run();

    assertThat(debate.debate() + transcript(debate.debate())).doesNotContain("walnut");
    assertThat(debate.origin()).isEqualTo(HIDDEN);
    assertThat(debate.summary().summary())
        .isEqualTo(
            new Summary(
                null,
                Map.of(option("a"), "The point of s1.", option("b"), "The point of s3."),
                Map.of(),
                null));
    assertThat(transcript(debate.debate()))
        .contains("Written from the ballots by rule", "an answer was hidden since the chair wrote");
    assertThat(debate.debate().cost()).isEqualTo(cost);
    assertThat(debate.tasks()).hasSize(1);
  }

  @Test
  void ofSeveralVerdictsThoseAreRewrittenThatCameAfterTheAnswer() {
    var debate = debate(1, "a a b").run();
    debate.happens(reply("m1", "And the price?")).run();
    assertThat(debate.debate().rulings()).hasSize(2);
    debate.happens(hide(2)).run();
    assertThat(origins(debate)).containsExactly(BY_CHAIR, HIDDEN);

    debate.happens(hide(1)).run();

    assertThat(origins(debate)).containsExactly(HIDDEN, HIDDEN);
    assertThat(debate.debate() + transcript(debate.debate())).doesNotContain("walnut");
  }

  @Test
  void whatAChairWritesLaterStands() {
    var debate = debate(1, "a a b").run();
    debate.happens(hide(1)).happens(reply("m1", "And the price?")).run();

    assertThat(origins(debate)).containsExactly(HIDDEN, BY_CHAIR);
    assertThat(transcript(debate.debate())).doesNotContain("walnut");
  }

  private static List<SummaryOrigin> origins(Proceedings debate) {
    return debate.debate().rulings().stream()
        .flatMap(ruling -> Stream.ofNullable(ruling.summary()))
        .map(DebateEvent.SummaryWritten::origin)
        .toList();
  }

  @Test
  void aChairThatIsStillWritingIsAskedAnewWithWhatIsLeft() {
    var debate = debate(1, "a a b").until(now -> now.lastRuling().isPresent());
    var task = ((Move.AskChair) Moderator.next(debate.debate())).task();
    var late = draft((ChairTask.Summarise) task);
    debate.happens(hide(1));
    debate.happens(Moderator.accept(debate.debate(), task, late, Provenance.CODE)).run();

    assertThat(debate.summary().summary().text()).isEqualTo("They kept to the matter.");
    assertThat(debate.origin()).isEqualTo(BY_CHAIR);
    assertThat(transcript(debate.debate())).doesNotContain("walnut");
  }

  @Test
  void whatAHiddenAnswerCitedIsGoneToo() {
    var debate = debate(1, "a a b").until(now -> now.lastRound().isPresent());
    var source = new Source("The walnut gazette", "https://walnut.example/");
    var provenance = new Provenance("m", null, Cost.UNKNOWN, List.of(source));
    var rude = Given.vote(seat(2), "a", "Walnuts.");
    debate.happens(new DebateEvent.BallotCast(1, rude, provenance, Duration.ZERO)).run();
    assertThat(transcript(debate.debate())).contains("gazette");
    debate.happens(hide(1)).run();

    assertThat(transcript(debate.debate())).doesNotContainIgnoringCase("walnut");
  }

  private static Proceedings open(int rounds) {
    return Proceedings.open(Given.asking("What shall we do?"), chaired(3), rounds(rounds))
        .positions(POSITIONS);
  }

  @Test
  void aPositionThatIsHiddenIsNoLabelAnyMore() {
    var debate = open(1).run();
    var before = debate.debate().tally();
    assertThat(transcript(debate.debate())).contains("Feed the walnuts");
    debate.happens(hide(1)).run();

    assertThat(transcript(debate.debate()))
        .doesNotContain("walnut", "[hidden]")
        .contains("Bake a cake", "position B, words hidden");
    assertThat(debate.debate().tally()).isEqualTo(before);
  }

  @Test
  void aLabelThatOthersSaidInOtherWordsBecomesTheirs() {
    var said = Map.of("s1", "Nothing", "s2", "Feed the walnuts", "s3", "Buy nuts for the team");
    var debate =
        Proceedings.open(Given.asking("What shall we do?"), chaired(3), rounds(1))
            .positions(said)
            .chair(task ->
                task instanceof ChairTask.GroupPositions
                    ? new ChairReply.Grouping(
                        List.of(
                            new ChairReply.Group("Feed the walnuts", Set.of(seat(2), seat(3))),
                            new ChairReply.Group("Nothing", Set.of(seat(1)))))
                    : new ChairReply.Failed(new Cause.CutOff()))
            .run();
    assertThat(debate.debate().paper().options())
        .extracting(Option::label)
        .containsExactly("Feed the walnuts", "Nothing");
    debate.happens(hide(1)).run();

    assertThat(debate.debate().paper().options())
        .extracting(Option::label)
        .containsExactly("Buy nuts for the team", "Nothing");
    assertThat(transcript(debate.debate())).doesNotContain("walnut");
  }

  @Test
  void hiddenPositionsThatAreNotGroupedYetStayTwoVotes() {
    var debate = open(1).until(now -> now.rounds().stream().anyMatch(r -> r.cast().size() == 2));
    debate.happens(hide(1));
    debate.happens(new DebateEvent.AnswerHidden(new MessageId("h"), BEN, 1, seat(1))).run();

    assertThat(debate.debate().paper().options()).hasSize(3);
    assertThat(debate.debate().tally().votes()).isEqualTo(3);
    assertThat(transcript(debate.debate())).doesNotContain("walnut", "[hidden]");
  }
}
