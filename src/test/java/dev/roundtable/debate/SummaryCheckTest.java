package dev.roundtable.debate;

import static dev.roundtable.debate.Given.chaired;
import static dev.roundtable.debate.Given.rounds;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three seats vote; two of them for the first word of {@code votes}. */
class SummaryCheckTest {
  private static SummaryOrigin origin(List<String> options, String votes, String text) {
    return Proceedings.open(
            new Question("Ship it?", options, null),
            chaired(votes.split(" ", -1).length),
            rounds(1))
        .votes(votes)
        .chair(task -> draft((ChairTask.Summarise) task, text))
        .run()
        .origin();
  }

  private static ChairReply draft(ChairTask.Summarise task, String text) {
    var tally = task.verdict().count().tally();
    var counts =
        tally.lines().stream().collect(Collectors.toMap(Tally.Line::option, Tally.Line::votes));
    return new ChairReply.SummaryDraft(
        tally.leaders(), counts, new Summary(text, Map.of(), Map.of(), null));
  }

  private static SummaryOrigin noWon(String text) {
    return origin(List.of("Yes", "No"), "no no yes", text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes won clearly.",
        "YES WINS.",
        "Y\u200bes wins.",
        "No doubt: the winner is Yes.",
        "No doubt the winner is Yes.",
        "There is no doubt that yes won.",
        "The panel says Yes, by 2 to 1.",
        "Yes is the answer of the panel.",
        "All three seats agree on Yes.",
        "The vote: Yes 3, No 0.",
        "The vote: Yes 2, No 1.",
        "Most seats back Yes.",
        "Everybody went with **Yes**.",
        "Yes won against No.",
        "Yes beats No.",
        "The winner, unlike No, is Yes.",
        "No lost, Yes won.",
        "Not No but Yes won.",
        "No has good points, but the panel chose Yes.",
        "By 2 to 1: Yes.",
        "Two seats chose Yes.",
        "Two seats chose Yes and one chose No.",
        "Option A wins.",
        "Yes carries the day.",
        "The panel decided against No.",
        "The final answer: Yes.",
        "Most chose Yes.",
        "All went with Yes in the end.",
        "Two chose Yes, one chose No.",
        "Two of three backed Yes.",
        "The panel rejected No.",
        "The panel turned down No for its risk."
      })
  void aTextThatMakesTheOtherSideWinIsReplaced(String text) {
    assertThat(noWon(text)).isInstanceOf(SummaryOrigin.ChairContradictedCount.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "No won with two of three votes. The seat for Yes liked the speed.",
        "The panel chose No over Yes, two to one.",
        "No beats Yes because nobody could name a way back.",
        "The vote: No 2, Yes 1.",
        "Two seats chose No and one chose Yes.",
        "One seat voted Yes and wants to learn sooner.",
        "Most seats back No; one seat holds on to Yes.",
        "Yes has the better story, but No has the majority.",
        "The winner is No. There is no doubt about the risk.",
        "The verdict is “No”, and one seat moved from Yes to No on the way.",
        "Those who said Yes feared a delay.",
        "No seat changed its mind, and the panel ended on No.",
        "Nobody moved between the rounds. In the end no wins.",
        "The panel rejected Yes.",
        "Two rejected Yes because nobody could name a way back.",
        "Two chose No and one chose Yes.",
        "Most chose No, one backed Yes.",
        "One seat rejected No for its delay.",
        "Yes would be faster; what decides is that a bad release cannot be undone."
      })
  void anHonestTextStands(String text) {
    assertThat(noWon(text)).isEqualTo(new SummaryOrigin.ByChair());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ja gewinnt.",
        "das Panel entschied sich für ja.",
        "Alle drei Sitze stimmen für Ja.",
        "Die meisten Stimmen gehen an Ja.",
        "Das Ergebnis: Ja 2, Nein 1.",
        "Nein überzeugt nicht, Ja setzt sich durch.",
        "Ja schlägt Nein.",
        "Mit zwei zu eins: Ja.",
        "Das Panel hat sich für Ja entschieden.",
        "Das Panel hat sich am Ende klar für Ja ausgesprochen.",
        "Die Runde sprach sich für Ja aus."
      })
  void aGermanTextThatMakesTheOtherSideWinIsReplaced(String text) {
    assertThat(origin(List.of("Ja", "Nein"), "nein nein ja", text))
        .isInstanceOf(SummaryOrigin.ChairContradictedCount.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nein gewinnt mit zwei von drei Stimmen.",
        "Die Mehrheit ist für Nein, eine Stimme bleibt bei Ja.",
        "Das Panel entschied sich gegen Ja und für Nein.",
        "Zwei Sitze stimmen für Nein, ein Sitz stimmt für Ja.",
        "Nein setzt sich durch, weil niemand einen Rückweg nennen konnte.",
        "Das Ergebnis: Nein 2, Ja 1.",
        "Ja ist eine gute Wahl für Neugierige.",
        "Das Panel hat sich für Nein entschieden.",
        "Ein Sitz hat sich für Ja ausgesprochen.",
        "Wer Ja sagt, will früher lernen."
      })
  void anHonestGermanTextStands(String text) {
    assertThat(origin(List.of("Ja", "Nein"), "nein nein ja", text))
        .isEqualTo(new SummaryOrigin.ByChair());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yes and No tie, but Yes won.",
        "It is a tie: yes 2, no 0.",
        "Both seats back Yes.",
        "yes, by two."
      })
  void aTextThatGivesATieAWinnerIsReplaced(String text) {
    assertThat(origin(List.of("Yes", "No"), "yes no", text))
        .isInstanceOf(SummaryOrigin.ChairContradictedCount.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The panel split evenly between Yes and No.",
        "One seat backs Yes and one backs No.",
        "Yes and No have one vote each.",
        "There is no winner."
      })
  void aTextThatCallsATieATieStands(String text) {
    assertThat(origin(List.of("Yes", "No"), "yes no", text)).isEqualTo(new SummaryOrigin.ByChair());
  }
}
