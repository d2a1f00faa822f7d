package dev.roundtable.debate;

import static dev.roundtable.debate.Given.asking;
import static dev.roundtable.debate.Given.chaired;
import static dev.roundtable.debate.Given.option;
import static dev.roundtable.debate.Given.panel;
import static dev.roundtable.debate.Given.reply;
import static dev.roundtable.debate.Given.seat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OpenFormTest {
  private static final Rules OPEN = Rules.DEFAULT.withMode(Mode.OPEN).withRounds(1);
  private static final Map<String, String> STATEMENTS =
      Map.of(
          "s1", "Use Postgres for everything",
          "s2", "Postgres is enough",
          "s3", "Buy a hosted queue");

  private static Proceedings asked(int seats, Map<String, String> statements) {
    return Proceedings.open(asking("Which store?"), chaired(seats), OPEN).positions(statements);
  }

  private static Proceedings grouped(ChairReply.Group... groups) {
    return asked(3, STATEMENTS)
        .chair(task ->
            task instanceof ChairTask.GroupPositions
                ? new ChairReply.Grouping(List.of(groups))
                : new ChairReply.Failed(new Cause.CutOff()))
        .run();
  }

  private static ChairReply.Group group(String label, int... seats) {
    var ids = IntStream.of(seats).mapToObj(Given::seat).collect(Collectors.toSet());
    return new ChairReply.Group(label, ids);
  }

  private static DebateEvent.PositionsGrouped grouping(Proceedings debate) {
    var grouping = debate.debate().rounds().getFirst().grouping();
    if (grouping == null) {
      throw new AssertionError("not grouped");
    }
    return grouping;
  }

  private static List<String> labels(Proceedings debate) {
    return debate.debate().paper().options().stream().map(Option::label).toList();
  }

  @Test
  void seatsAreAskedForAPositionFirstAndForAVoteFromThenOn() {
    var debate =
        Proceedings.open(asking("Which store?"), panel(3), OPEN.withRounds(2))
            .seats(brief ->
                brief.open()
                    ? new Ballot.Position(
                        brief.seat(), "Store " + brief.seat().value().charAt(1), "Why", null)
                    : new Ballot.Vote(brief.seat(), option("store-1"), "Yes", null, null))
            .run();

    assertThat(debate.brief(1, 1).open()).isTrue();
    assertThat(debate.brief(1, 1).options()).isEmpty();
    assertThat(debate.brief(2, 1).open()).isFalse();
    assertThat(debate.brief(2, 1).options())
        .extracting(Option::label)
        .containsExactlyInAnyOrder("Store 1", "Store 2", "Store 3");
    assertThat(debate.brief(2, 2).own()).isNotNull();
    assertThat(debate.verdict()).isInstanceOf(Verdict.Unanimous.class);
    assertThat(debate.verdict().count().changes()).hasSize(2);
  }

  @Test
  void groupsOfTheChairBecomeOptionsAndMembershipTheVote() {
    var debate = grouped(group("Postgres", 1, 2), group("A hosted queue", 3));

    assertThat(grouping(debate).by()).isEqualTo(GroupedBy.CHAIR);
    assertThat(labels(debate)).containsExactly("Postgres", "A hosted queue");
    assertThat(debate.verdict().winnerIfAny()).contains(option("postgres"));
    assertThat(debate.verdict().count().tally().votes()).isEqualTo(3);
  }

  @Test
  void aGroupWithoutSeatsIsDropped() {
    var debate = grouped(group("Postgres", 1, 2), group("Nothing"), group("A hosted queue", 3));

    assertThat(labels(debate)).containsExactly("Postgres", "A hosted queue");
  }

  @Test
  void aLabelThatIsNotInTheSeatsWordsIsReplacedByTheShortestStatement() {
    var debate = grouped(group("Relational databases", 1, 2), group("Hosted queue", 3));

    assertThat(labels(debate)).containsExactly("Postgres is enough", "Hosted queue");
  }

  @Test
  void aLabelMayNotBorrowTheWordsOfAnotherGroup() {
    var debate = grouped(group("Buy hosted queue", 1, 2), group("Postgres", 3));

    assertThat(labels(debate)).containsExactly("Postgres is enough", "Buy a hosted queue");
  }

  @Test
  void groupsThatDoNotHoldEverySeatExactlyOnceAreRejected() {
    var wrong =
        List.of(
            List.of(group("Postgres", 1, 2), group("A hosted queue", 2, 3)),
            List.of(group("Postgres", 1, 2)),
            List.of(group("Postgres", 1, 2), group("A hosted queue", 3, 4)),
            List.<ChairReply.Group>of());
    for (var groups : wrong) {
      var debate = grouped(groups.toArray(ChairReply.Group[]::new));

      assertThat(grouping(debate).by()).as("%s", groups).isEqualTo(GroupedBy.FOLDING);
      assertThat(debate.debate().chairFailures().getFirst().cause())
          .isInstanceOf(Cause.Unreadable.class);
      assertThat(debate.verdict().count().tally().votes()).isEqualTo(3);
    }
  }

  @Test
  void sixGroupsStandAndSevenDoNot() {
    for (int groups = 6; groups <= 7; groups++) {
      var made = IntStream.rangeClosed(1, groups).mapToObj(i -> group("Idea " + i, i)).toList();
      var debate = asked(groups, ideas(groups)).chair(_ -> new ChairReply.Grouping(made)).run();

      assertThat(grouping(debate).by())
          .isEqualTo(groups == 6 ? GroupedBy.CHAIR : GroupedBy.FOLDING);
      assertThat(labels(debate)).hasSize(groups);
    }
  }

  private static Map<String, String> ideas(int count) {
    return IntStream.rangeClosed(1, count)
        .boxed()
        .collect(Collectors.toMap(i -> "s" + i, i -> "Idea " + i));
  }

  @Test
  void withoutAChairPositionsAreOneWhenTheyFoldToTheSame() {
    var debate =
        asked(
                5,
                Map.of(
                    "s1",
                    "Use Postgres!",
                    "s2",
                    "use  postgres",
                    "s3",
                    "**Use Postgres.**",
                    "s4",
                    "Use C#",
                    "s5",
                    "Use C"))
            .run();

    assertThat(grouping(debate).by()).isEqualTo(GroupedBy.FOLDING);
    assertThat(labels(debate)).containsExactly("Use Postgres!", "Use C#", "Use C");
    assertThat(debate.verdict().count().tally().lines())
        .extracting(Tally.Line::votes)
        .containsExactly(3, 1, 1);
  }

  @Test
  void atMostNineOptionsStandAndTheRestIsOther() {
    assertThat(labels(asked(9, ideas(9)).run())).hasSize(9).doesNotContain("Other");

    var many = asked(12, ideas(12)).run();
    assertThat(labels(many)).hasSize(10).endsWith("Idea 9", "Other");
    assertThat(many.debate().paper().options().getLast().isRest()).isTrue();
    assertThat(many.debate().tally().lines().getLast().votes()).isEqualTo(3);
    assertThat(many.debate().tally().votes()).isEqualTo(12);
  }

  @Test
  void aPositionThatIsCalledOtherStaysApartFromTheRest() {
    var statements = new HashMap<>(ideas(11));
    statements.put("s1", "Other");
    var debate = asked(11, statements).run();

    assertThat(labels(debate)).doesNotHaveDuplicates().hasSize(10).startsWith("Other");
    assertThat(debate.debate().tally().lines().getFirst().votes()).isEqualTo(1);
    assertThat(debate.debate().tally().lines().getLast().votes()).isEqualTo(2);
  }

  @Test
  void labelsNeverCollide() {
    var debate =
        asked(3, Map.of("s1", "Idea (3)", "s2", "Idea", "s3", "Plan"))
            .chair(_ ->
                new ChairReply.Grouping(
                    List.of(group("Idea (3)", 1), group("Idea", 2), group("idea", 3))))
            .run();

    assertThat(labels(debate)).doesNotHaveDuplicates().hasSize(3);
  }

  @Test
  void aSeatThatSaidNothingIsAbsentAndInNoGroup() {
    var debate = asked(3, Map.of("s1", "Go", "s2", "Go")).run();

    assertThat(grouping(debate).members().keySet()).isEqualTo(Set.of(seat(1), seat(2)));
    assertThat(debate.verdict().count().absent())
        .extracting(Absence::seat)
        .containsExactly(seat(3));
  }

  @Test
  void oneAnswerNeedsNoChair() {
    var debate = asked(3, Map.of("s1", "Go")).run();

    assertThat(debate.tasks()).isEmpty();
    assertThat(debate.verdict()).isInstanceOf(Verdict.NoQuorum.class);
  }

  @Test
  void aFollowUpToSilenceIsStillOpen() {
    var debate = asked(2, Map.of()).run();
    assertThat(debate.verdict()).isInstanceOf(Verdict.NoQuorum.class);

    debate.positions(Map.of("s1", "Go", "s2", "Go")).happens(reply("m1", "Please.")).run();
    assertThat(debate.brief(2, 1).open()).isTrue();
    assertThat(debate.verdict()).isInstanceOf(Verdict.Unanimous.class);
  }

  @Test
  void labelsDoNotSayWhoSaidThem() {
    var statements = Map.of("s1", "As Claude, I would use Postgres", "s2", "I'd use Redis");
    var debate = asked(2, statements).run();

    assertThat(labels(debate)).noneMatch(label -> label.contains("Claude"));
  }

  @Test
  void longStatementsMakeShortLabels() {
    var debate = asked(2, Map.of("s1", "word ".repeat(100), "s2", "𝄞".repeat(300))).run();

    assertThat(labels(debate)).allMatch(label -> label.length() <= 200);
  }
}
