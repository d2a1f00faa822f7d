package dev.roundtable.debate;

import static dev.roundtable.debate.Given.option;
import static dev.roundtable.debate.Given.panel;
import static dev.roundtable.debate.Given.question;
import static dev.roundtable.debate.Given.reply;
import static dev.roundtable.debate.Given.rounds;
import static dev.roundtable.debate.Given.seat;
import static dev.roundtable.debate.Given.vote;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DigestTest {
  // The reasons decide the option: they begin with its name.
  private static Proceedings argued(Map<Integer, String> reasons) {
    return Proceedings.open(question("a", "b", "c"), panel(reasons.size()), rounds(2))
        .seats(brief -> {
          var said = reasons.getOrDefault(number(brief.seat()), "");
          return vote(brief.seat(), said.substring(0, 1), said.substring(1).strip());
        });
  }

  private static int number(SeatId seat) {
    return Integer.parseInt(seat.value().substring(1));
  }

  private static List<String> heard(Proceedings debate, int seat) {
    return debate.run().brief(2, seat).arguments().stream().map(Argument::text).toList();
  }

  @Test
  void theFirstRoundIsBlind() {
    var debate = argued(Map.of(1, "a It is fast.", 2, "b It is cheap.")).run();

    assertThat(debate.brief(1, 1).arguments()).isEmpty();
    assertThat(debate.brief(1, 1).own()).isNull();
  }

  @Test
  void aSeatReadsTheOthersAndNotItself() {
    var debate =
        argued(Map.of(1, "a It is fast.", 2, "b It is cheap.", 3, "b Everybody knows it."));

    assertThat(heard(debate, 1)).containsExactlyInAnyOrder("It is cheap.", "Everybody knows it.");
    assertThat(heard(debate, 2)).containsExactlyInAnyOrder("It is fast.", "Everybody knows it.");
    assertThat(debate.brief(2, 1).own()).isEqualTo(vote(seat(1), "a", "It is fast."));
  }

  @Test
  void numbersOfSourcesThatOnlyOneSeatHasAreLeftOut() {
    var source = new Source("Report", "https://example.org/report");
    var from = new Provenance(null, null, Cost.NOTHING, List.of(source));
    var debate =
        argued(
                Map.of(
                    1,
                    "a It is fast [1], as x[2] shows. See [1](https://example.org).",
                    2,
                    "b No."))
            .from(from);

    assertThat(heard(debate, 2))
        .containsExactly("It is fast, as x[2] shows. See [1](https://example.org).");
  }

  @Test
  void briefsCarryNoNameOfASeat() {
    var debate =
        argued(
            Map.of(
                1, "a As Seat 1, I say it is fast.",
                2, "b Seat 2: It is cheap.",
                3, "b I am Seat 3. Everybody knows it."));

    assertThat(heard(debate, 1)).noneMatch(text -> text.contains("Seat"));
    assertThat(heard(debate, 2)).noneMatch(text -> text.contains("Seat"));
  }

  @Test
  void argumentsThatShareEightOfTenWordsAreOneAndTheLongerStays() {
    var words = "alpha beta gamma delta epsilon zeta eta theta";
    var debate =
        argued(
            Map.of(
                1, "a " + words,
                2, "a " + words + " iota kappa",
                3, "b " + words,
                4, "b " + words + " iota kappa lambda"));
    debate.run();

    // 8 of 10 words are duplicates, 8 of 11 are not.
    assertThat(debate.debate().rounds().get(1).arguments())
        .extracting(Argument::text)
        .map(text -> text.split(" ", -1).length)
        .containsExactlyInAnyOrder(10, 8, 11);
  }

  @Test
  void whatTwoSaidIsHeardByBoth() {
    var debate = argued(Map.of(1, "a It is fast.", 2, "a it is FAST", 3, "b It is cheap."));

    assertThat(heard(debate, 1)).containsExactlyInAnyOrder("It is fast.", "It is cheap.");
    assertThat(heard(debate, 2)).containsExactlyInAnyOrder("It is fast.", "It is cheap.");
  }

  @Test
  void theSameWordsForAnotherOptionAreAnotherArgument() {
    var debate = argued(Map.of(1, "a Costs matter.", 2, "b Costs matter.", 3, "c Peace."));

    assertThat(heard(debate, 3)).containsExactly("Costs matter.", "Costs matter.");
  }

  @Test
  void unspacedScriptsAreComparedByPairsOfCharacters() {
    var debate = argued(Map.of(1, "a 性能はとても重要である", 2, "a 性能はとても重要である。", 3, "b 値段が高すぎると思う"));

    assertThat(heard(debate, 3)).hasSize(1);
    assertThat(heard(debate, 1)).hasSize(2);
  }

  @Test
  void anArgumentOf121WordsIsCutAtASentence() {
    var first = "word ".repeat(99) + "end. ";
    var debate = argued(Map.of(1, "a " + first + "More ".repeat(21) + "end.", 2, "b Short."));

    assertThat(heard(debate, 2)).containsExactly(first.strip());
  }

  @Test
  void anArgumentOf120WordsIsNotCut() {
    var text = "word ".repeat(119) + "end.";
    var debate = argued(Map.of(1, "a " + text, 2, "b Short."));

    assertThat(heard(debate, 2)).containsExactly(text);
  }

  @Test
  void aShortFirstSentenceDoesNotStandForALongArgument() {
    var debate = argued(Map.of(1, "a Yes. " + "word ".repeat(200), 2, "b Short."));

    assertThat(heard(debate, 2).getFirst()).hasSizeGreaterThan(500).endsWith(" …");
  }

  @Test
  void aDigestHasAtMost1400CharactersAndHearsEachOption() {
    var reasons = new HashMap<Integer, String>();
    for (int i = 1; i <= 50; i++) {
      var option = i == 50 ? "c" : i % 2 == 0 ? "a" : "b";
      reasons.put(
          i, option + " " + ("Argument" + i + " of seat" + i + " is unique" + i + ". ").repeat(9));
    }
    var debate = argued(reasons).run();

    for (int i = 1; i <= 49; i++) {
      var arguments = debate.brief(2, i).arguments();
      assertThat(arguments.stream().mapToInt(argument -> argument.text().length()).sum())
          .isLessThanOrEqualTo(1400);
      assertThat(options(arguments)).contains(option("a"), option("b"), option("c"));
    }
  }

  private static List<OptionId> options(List<Argument> arguments) {
    return arguments.stream()
        .map(argument ->
            argument instanceof Argument.OfSeats said ? said.option() : option("person"))
        .toList();
  }

  @Test
  void chineseIsCutBetweenSentencesToo() {
    var debate = argued(Map.of(1, "a " + "这个数据库非常快。".repeat(300), 2, "b 太贵。"));

    assertThat(heard(debate, 2).getFirst()).hasSizeBetween(1000, 1400).endsWith("。");
  }

  @Test
  void idsTellNothingOfTheOrderOfSeats() {
    var orders = new HashSet<List<SeatId>>();
    for (int i = 0; i < 20; i++) {
      var debate =
          Proceedings.open(new DebateId("d" + i), question("a", "b"), panel(4), rounds(2))
              .votes("a a b b")
              .run()
              .debate();
      orders.add(
          debate.rounds().get(1).arguments().stream()
              .map(argument -> ((Argument.OfSeats) argument).authors().getFirst())
              .toList());
    }

    assertThat(orders).hasSizeGreaterThan(5);
  }

  @Test
  void eachSeatHasItsOwnOrderOfOptionsAndArguments() {
    var debate =
        Proceedings.open(question("a", "b", "c", "d", "e"), panel(20), rounds(2))
            .votes("a b c d e ".repeat(4))
            .run();

    assertThat(debate.briefs().stream().map(Brief::options).collect(Collectors.toSet()))
        .hasSizeGreaterThan(20);
    assertThat(debate.briefs())
        .allSatisfy(brief ->
            assertThat(brief.options())
                .containsExactlyInAnyOrderElementsOf(debate.debate().paper().options()));
    assertThat(debate.brief(2, 1).arguments()).isNotEqualTo(debate.brief(2, 6).arguments());
  }

  @Test
  void emptyReasonsAreNoArgument() {
    assertThat(heard(argued(Map.of(1, "a", 2, "b Cheap.")), 2)).isEmpty();
  }

  @Test
  void peopleAreHeardFirstAndWithoutTheirNames() {
    var debate =
        argued(Map.of(1, "a It is fast.", 2, "b It is cheap."))
            .until(d -> !d.rounds().isEmpty())
            .happens(reply("m1", "We have no money."))
            .happens(Given.collected("m2", "I like fast."))
            .run();

    assertThat(debate.brief(2, 1).arguments())
        .extracting(argument ->
            argument instanceof Argument.OfPerson said ? said.alias() + ": " + said.text() : "seat")
        .hasSize(3)
        .endsWith("seat")
        .contains("Person A: We have no money.", "Person B: I like fast.");
  }

  private static int length(List<Argument> arguments, boolean ofPeople) {
    return arguments.stream()
        .filter(argument -> argument instanceof Argument.OfPerson == ofPeople)
        .mapToInt(argument -> argument.text().length())
        .sum();
  }

  // Six seats, and four follow-ups before the second round.
  private static List<Argument> digest(String ofSeat, String ofPerson) {
    var reasons = new HashMap<Integer, String>();
    for (int i = 1; i <= 6; i++) {
      reasons.put(i, (i % 2 == 0 ? "a " : "b ") + ofSeat.replace("#", "seat" + i));
    }
    var debate = argued(reasons).until(d -> !d.rounds().isEmpty());
    for (int i = 1; i <= 4; i++) {
      debate.happens(reply("m" + i, ofPerson.replace("#", "point" + i)));
    }
    return debate.run().brief(2, 1).arguments();
  }

  @Test
  void peopleAndSeatsShareOneBudgetOfWhichHalfStaysForTheSeats() {
    var arguments = digest("Of # many words. ".repeat(20), "On # a lot to say. ".repeat(20));

    assertThat(length(arguments, true)).isBetween(500, 700);
    assertThat(length(arguments, false)).isBetween(500, 900);
    assertThat(length(arguments, true) + length(arguments, false)).isLessThanOrEqualTo(1400);
    assertThat(arguments.getFirst()).isInstanceOf(Argument.OfPerson.class);
  }

  @Test
  void whatSeatsDoNotNeedIsForPeople() {
    var arguments = digest("#.", "On # a lot to say. ".repeat(20));

    assertThat(length(arguments, false)).isEqualTo(5 * "seat1.".length());
    assertThat(length(arguments, true)).isBetween(1100, 1400 - 5 * "seat1.".length());
  }

  @Test
  void whatPeopleDoNotNeedIsForSeats() {
    var arguments = digest("Of # many words. ".repeat(30), "#");

    assertThat(length(arguments, true)).isEqualTo(4 * "point1".length());
    assertThat(length(arguments, false)).isBetween(1100, 1400 - 4 * "point1".length());
  }
}
