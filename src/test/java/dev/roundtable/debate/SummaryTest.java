package dev.roundtable.debate;

import static dev.roundtable.debate.Given.chaired;
import static dev.roundtable.debate.Given.finishNow;
import static dev.roundtable.debate.Given.option;
import static dev.roundtable.debate.Given.panel;
import static dev.roundtable.debate.Given.rounds;
import static dev.roundtable.debate.Given.seat;
import static dev.roundtable.debate.Given.stop;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryTest {
  private static final Question SHIP =
      new Question("Ship it?", List.of("Yes", "No", "Only later"), null);

  private static Proceedings voted(String votes) {
    return Proceedings.open(SHIP, chaired(votes.split(" ", -1).length), rounds(1)).votes(votes);
  }

  private static Proceedings says(String votes, @Nullable String text) {
    return voted(votes).chair(task -> honest((ChairTask.Summarise) task, text)).run();
  }

  private static ChairReply.SummaryDraft honest(ChairTask.Summarise task, @Nullable String text) {
    var tally = task.verdict().count().tally();
    var counts =
        tally.lines().stream()
            .filter(line -> line.votes() > 0)
            .collect(Collectors.toMap(Tally.Line::option, Tally.Line::votes));
    return new ChairReply.SummaryDraft(tally.leaders(), counts, summary(text));
  }

  private static Summary summary(@Nullable String text) {
    return new Summary(
        text, Map.of(option("yes"), "Speed."), Map.of(option("no"), "Risk."), "A bug.");
  }

  @Test
  void aSummaryThatAgreesWithTheCountStands() {
    var written = says("yes yes no", "Yes wins with two of three votes.").summary();

    assertThat(written.origin()).isEqualTo(new SummaryOrigin.ByChair());
    assertThat(written.summary().text()).isEqualTo("Yes wins with two of three votes.");
  }

  @Test
  void aDraftForOtherWinnersIsReplaced() {
    for (var winners : List.of(List.of("no"), List.of("yes", "no"), List.<String>of())) {
      var draft =
          new ChairReply.SummaryDraft(
              winners.stream().map(OptionId::new).toList(),
              Map.of(option("yes"), 2, option("no"), 1),
              summary("Fine."));
      assertThat(voted("yes yes no").chair(_ -> draft).run().origin())
          .isEqualTo(new SummaryOrigin.ChairContradictedCount(new Contradiction.OtherWinner()));
    }
  }

  @Test
  void aDraftWithOtherCountsIsReplaced() {
    var wrong =
        List.of(
            Map.of(option("yes"), 3),
            Map.of(option("yes"), 2),
            Map.of(option("yes"), 2, option("no"), 1, option("only-later"), 1),
            Map.of(option("yes"), 2, option("no"), 1, option("maybe"), 1),
            Map.<OptionId, Integer>of());
    for (var counts : wrong) {
      var draft = new ChairReply.SummaryDraft(List.of(option("yes")), counts, summary("Fine."));
      assertThat(voted("yes yes no").chair(_ -> draft).run().origin())
          .as("%s", counts)
          .isEqualTo(new SummaryOrigin.ChairContradictedCount(new Contradiction.OtherCounts()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The panel discussed risk. In the end, No won.",
        "The verdict is \"No\".",
        "The majority chose Only later.",
        "Die Mehrheit ist für No."
      })
  void aTextThatNamesAnotherWinnerIsReplaced(String text) {
    assertThat(says("yes yes no", text).origin())
        .isInstanceOfSatisfying(
            SummaryOrigin.ChairContradictedCount.class,
            origin -> assertThat(origin.how()).isInstanceOf(Contradiction.TextNamesWinner.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes won against No.",
        "No has the better point on risk, but Yes has the majority.",
        "Those who said No feared an outage.",
        "The panel won time."
      })
  void aTextThatNamesTheWinnerOrOnlyArgumentsStands(String text) {
    assertThat(says("yes yes no", text).origin()).isEqualTo(new SummaryOrigin.ByChair());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Yes and No tie.", "There is no majority for Yes.", "Yes is fast."})
  void aTextThatCallsATieATieStands(String text) {
    assertThat(says("yes no", text).origin()).isEqualTo(new SummaryOrigin.ByChair());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Yes won.", "The panel backs No.", "The winner is Only later."})
  void aTextThatGivesATieAWinnerIsReplaced(String text) {
    assertThat(says("yes no", text).origin())
        .isInstanceOf(SummaryOrigin.ChairContradictedCount.class);
  }

  @Test
  void aLongerLabelDoesNotNameTheShorterOneWithinIt() {
    var versions = new Question("Which?", List.of("Postgres", "Postgres 17"), null);
    var debate =
        Proceedings.open(versions, chaired(3), rounds(1))
            .votes("postgres postgres postgres-17")
            .chair(task -> honest((ChairTask.Summarise) task, "Postgres 17 won."))
            .run();

    assertThat(debate.origin()).isInstanceOf(SummaryOrigin.ChairContradictedCount.class);
  }

  @Test
  void pointsForOptionsThatDoNotExistAreLeftOut() {
    var points = Map.of(option("yes"), "Speed.", option("perhaps"), "Doubt.");
    var debate =
        voted("yes yes no")
            .chair(task -> {
              var draft = honest((ChairTask.Summarise) task, "Yes won.");
              var summary = new Summary("Yes won.", points, points, null);
              return new ChairReply.SummaryDraft(draft.winners(), draft.votes(), summary);
            })
            .run();

    assertThat(debate.summary().summary().strongest())
        .containsEntry(option("yes"), "Speed.")
        .doesNotContainKey(option("perhaps"));
    assertThat(debate.summary().summary().counterpoints()).doesNotContainKey(option("perhaps"));
  }

  @Test
  void whatTheChairLeftOutIsTakenFromTheBallots() {
    var debate =
        voted("yes yes no")
            .chair(task -> {
              var draft = honest((ChairTask.Summarise) task, "Yes won.");
              var summary =
                  new Summary("Yes won.", Map.of(option("yes"), "Speed."), Map.of(), null);
              return new ChairReply.SummaryDraft(draft.winners(), draft.votes(), summary);
            })
            .run();

    assertThat(debate.summary().summary().strongest())
        .containsEntry(option("yes"), "Speed.")
        .containsKey(option("no"));
  }

  private static Summary written(Map<Integer, String> reasons, Map<OptionId, String> strongest) {
    return Proceedings.open(SHIP, chaired(5), rounds(1))
        .seats(brief -> {
          int number = brief.seat().value().charAt(1) - '0';
          var said = reasons.getOrDefault(number, "Speed.");
          return new Ballot.Vote(
              brief.seat(), option(number < 4 ? "yes" : "no"), said, number / 10.0, null);
        })
        .chair(task -> {
          var draft = honest((ChairTask.Summarise) task, "Yes won.");
          var summary = new Summary("Yes won.", strongest, Map.of(), null);
          return new ChairReply.SummaryDraft(draft.winners(), draft.votes(), summary);
        })
        .run()
        .summary()
        .summary();
  }

  @Test
  void aCounterpointIsAnotherThanTheStrongestArgumentThatIsPrinted() {
    var reasons = Map.of(4, "Nobody knows the way back.", 5, "Customers will notice it first.");

    assertThat(written(reasons, Map.of()).counterpoints())
        .containsEntry(option("no"), "Nobody knows the way back.");
    assertThat(written(reasons, Map.of(option("no"), "Nobody knows the way back.")).counterpoints())
        .containsEntry(option("no"), "Customers will notice it first.");
  }

  @Test
  void whereNothingElseWasSaidThereIsNoCounterpoint() {
    var same = Map.of(4, "Nobody knows the way back.", 5, "As I said: nobody knows the way back!");

    assertThat(written(same, Map.of()).counterpoints()).isEmpty();
    assertThat(written(same, Map.of(option("no"), "Nobody knows the way back.")).counterpoints())
        .isEmpty();
  }

  @Test
  void anEmptyTextIsNoSummary() {
    for (var nothing : Arrays.asList(null, "", "  \n")) {
      assertThat(says("yes yes no", nothing).origin())
          .isInstanceOf(SummaryOrigin.ChairDidNotAnswer.class);
    }
  }

  @Test
  void theTemplateSaysWhyItStands() {
    assertThat(voted("yes yes no").run().origin())
        .isEqualTo(new SummaryOrigin.ChairDidNotAnswer(new Cause.CutOff()));
    assertThat(Proceedings.open(SHIP, panel(2), rounds(1)).votes("yes no").run().origin())
        .isEqualTo(new SummaryOrigin.ChairNotAsked());
    assertThat(voted("yes - - -").run().origin()).isEqualTo(new SummaryOrigin.ChairNotAsked());
  }

  @Test
  void theTemplateHasTheStrongestArgumentOfEachOptionThatGotAVote() {
    var summary = voted("yes yes no").run().summary().summary();

    assertThat(summary.text()).isNull();
    assertThat(summary.strongest()).containsOnlyKeys(option("yes"), option("no"));
    assertThat(summary.strongest().get(option("no"))).isEqualTo("Point of s3 for no.");
  }

  @Test
  void theStrongestArgumentIsTheOneThatMovedOthersThenTheSurest() {
    var debate =
        Proceedings.open(SHIP, panel(4), rounds(2))
            .seats(brief -> {
              int number = brief.seat().value().charAt(1) - '0';
              boolean moves = number == 4 && brief.round() == 2;
              var option = option(number == 4 && !moves ? "no" : "yes");
              var confidence = number == 1 ? 0.9 : 0.5;
              var because = moves ? idOf(brief, "Reason of three") : null;
              var words = List.of("one", "two", "three", "four");
              return new Ballot.Vote(
                  brief.seat(), option, "Reason of " + words.get(number - 1), confidence, because);
            });

    debate.until(d -> d.rounds().size() == 2);
    assertThat(StrongestPoints.of(debate.debate()).getFirst().seat()).isEqualTo(seat(1));
    debate.run();
    assertThat(StrongestPoints.of(debate.debate()).getFirst().seat()).isEqualTo(seat(3));
  }

  private static @Nullable ArgumentId idOf(Brief brief, String text) {
    return brief.arguments().stream()
        .filter(argument -> argument.text().equals(text))
        .map(Argument::id)
        .findFirst()
        .orElse(null);
  }

  @Test
  void aStopMeansNoFurtherCallEvenInTheLastRound() {
    var debate = voted("yes no yes").until(SummaryTest::allVoted).happens(stop("m1")).run();

    assertThat(debate.reason()).isEqualTo(StopReason.LAST_ROUND);
    assertThat(debate.tasks()).isEmpty();
    assertThat(debate.origin()).isEqualTo(new SummaryOrigin.ChairNotAsked());
  }

  @Test
  void whoFinishesNowStillGetsTheSummary() {
    var debate =
        voted("yes yes no")
            .until(SummaryTest::allButOneVoted)
            .happens(finishNow("m1"))
            .chair(task -> honest((ChairTask.Summarise) task, "Yes won."))
            .run();

    assertThat(debate.origin()).isEqualTo(new SummaryOrigin.ByChair());
  }

  private static boolean allVoted(Debate debate) {
    return debate.lastRound().filter(round -> round.cast().size() == 3).isPresent();
  }

  private static boolean allButOneVoted(Debate debate) {
    return debate.lastRound().filter(round -> round.cast().size() == 2).isPresent();
  }
}
