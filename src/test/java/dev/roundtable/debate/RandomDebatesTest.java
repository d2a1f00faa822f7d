package dev.roundtable.debate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Oracle.Finding;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomDebatesTest {
  private static final int DEBATES = 10_000;

  private static void forEachSeed(int debates, LongConsumer test) {
    LongStream.range(0, debates)
        .parallel()
        .forEach(seed -> {
          try {
            test.accept(seed);
          } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
          }
        });
  }

  private static Set<String> labels(BallotPaper paper, List<OptionId> ids) {
    return ids.stream().map(paper::label).collect(Collectors.toSet());
  }

  private static void agrees(Debate debate, Verdict verdict, Finding finding) {
    var count = verdict.count();
    assertThat(verdict.getClass().getSimpleName()).isEqualTo(finding.kind());
    assertThat(count.tally().votes()).isEqualTo(finding.votes().size());
    assertThat(count.absent())
        .extracting(absence -> absence.seat().value())
        .containsExactlyInAnyOrderElementsOf(finding.absent());
    assertThat(count.tally().votes() + count.absent().size()).isEqualTo(count.seats());
    for (var line : count.tally().lines()) {
      var label = debate.paper().label(line.option());
      var voters = finding.votes().values().stream().filter(label::equals).count();
      assertThat((long) line.votes()).isEqualTo(voters);
    }
    switch (verdict) {
      case Verdict.Won won ->
          assertThat(labels(debate.paper(), List.of(won.winner()))).isEqualTo(finding.leaders());
      case Verdict.Tied tied ->
          assertThat(labels(debate.paper(), tied.leaders())).isEqualTo(finding.leaders());
      case Verdict.NoQuorum _ -> {}
    }
  }

  @Test
  void everyVerdictIsWhatAHandCountFindsAndNoLieIsPrinted() {
    forEachSeed(
        DEBATES,
        seed -> {
          var debate = new RandomDebate(seed);
          var played = debate.play();
          var findings = Oracle.of(played.events());
          var rulings = played.debate().rulings();

          assertThat(rulings).isNotEmpty().hasSameSizeAs(findings);
          for (int i = 0; i < findings.size(); i++) {
            assertThat(rulings.get(i).number()).isEqualTo(i + 1);
            agrees(played.debate(), rulings.get(i).verdict(), findings.get(i));
          }
          printsHonestSummariesAlone(debate, rulings);
          assertThat(played.debate().settled()).isTrue();
          assertThat(Debate.of(played.events())).isEqualTo(played.debate());
        });
  }

  private static void printsHonestSummariesAlone(RandomDebate debate, List<Ruling> rulings) {
    var byChair =
        rulings.stream()
            .map(Ruling::summary)
            .filter(Objects::nonNull)
            .map(DebateEvent.SummaryWritten::origin)
            .filter(origin -> !(origin instanceof SummaryOrigin.ChairNotAsked))
            .map(SummaryOrigin.ByChair.class::isInstance)
            .toList();
    assertThat(byChair).isEqualTo(debate.honestDrafts());
  }

  @Test
  void theSameSeedGivesTheSameEvents() {
    forEachSeed(
        DEBATES / 5,
        seed ->
            assertThat(new RandomDebate(seed).play().events())
                .isEqualTo(new RandomDebate(seed).play().events()));
  }

  @Test
  void theOrderOfTheOptionsChangesNobodysVote() {
    forEachSeed(
        DEBATES / 2,
        seed -> {
          var debate = new RandomDebate(seed);

          assertThat(Oracle.of(debate.shuffled().play().events()))
              .isEqualTo(Oracle.of(debate.play().events()));
        });
  }
}
