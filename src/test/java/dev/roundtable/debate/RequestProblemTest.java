package dev.roundtable.debate;

import static dev.roundtable.debate.Given.panel;
import static dev.roundtable.debate.Given.question;
import static dev.roundtable.debate.Given.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RequestProblemTest {
  private static void refused(RequestProblem problem, ThrowingCallable request) {
    assertThatExceptionOfType(InvalidRequestException.class)
        .isThrownBy(request)
        .extracting(InvalidRequestException::problem)
        .isEqualTo(problem);
  }

  @Test
  void aQuestionSaysSomething() {
    refused(new RequestProblem.BlankQuestion(), () -> new Question(" \n\u2003", List.of(), null));
  }

  @Test
  void aQuestionHasAtMost4000Characters() {
    assertThat(new Question("𝄞".repeat(4000), List.of(), null).text()).hasSize(8000);
    refused(
        new RequestProblem.QuestionTooLong(4001),
        () -> new Question("𝄞".repeat(4001), List.of(), null));
  }

  @Test
  void twoToTenOptionsAreAllowed() {
    var eleven = IntStream.range(0, 11).mapToObj(i -> "o" + i).toArray(String[]::new);
    assertThat(question(Arrays.copyOf(eleven, 10)).options()).hasSize(10);
    refused(new RequestProblem.TooFewOptions(1), () -> question("Yes"));
    refused(new RequestProblem.TooManyOptions(11), () -> question(eleven));
  }

  @Test
  void anOptionSaysSomethingShort() {
    assertThat(question(" Yes ", "n".repeat(80)).options()).startsWith("Yes");
    refused(new RequestProblem.EmptyOption(2), () -> question("Yes", " "));
    refused(new RequestProblem.EmptyOption(1), () -> question(""));
    refused(
        new RequestProblem.OptionTooLong("n".repeat(81), 81), () -> question("y", "n".repeat(81)));
  }

  @Test
  void optionsDifferInMoreThanCaseAndSpace() {
    refused(
        new RequestProblem.DuplicateOptions("Use  it", "use it"),
        () -> question("Use  it", "Drop it", "use it"));
    refused(new RequestProblem.DuplicateOptions("Ａ", "a"), () -> question("Ａ", "a"));
    assertThat(question("C", "C#").options()).hasSize(2);
  }

  @Test
  void whatCannotBeSeenIsNotThere() {
    refused(
        new RequestProblem.BlankQuestion(),
        () -> new Question("\u202e\u200b \u0007\u3164\u2800\ufe0f", List.of(), null));
    refused(new RequestProblem.EmptyOption(2), () -> question("a", "\u200b"));
    refused(new RequestProblem.DuplicateOptions("a", "\u200ba"), () -> question("a", "\u200ba"));
    refused(
        new RequestProblem.DuplicateOptions("a b", "a\u2060 b\u0000"),
        () -> question("a b", "a\u2060 b\u0000"));
    assertThat(reply("m1", "\u2060\u200b").text()).isEmpty();
  }

  @Test
  void optionsThatAreEqualInCapitalsAreDuplicates() {
    refused(
        new RequestProblem.DuplicateOptions("Straße", "STRASSE"),
        () -> question("Straße", "STRASSE"));
  }

  @Test
  void anOpenQuestionHasNoOptions() {
    refused(
        new RequestProblem.OptionsForOpenQuestion(),
        () -> Proceedings.open(question("a", "b"), panel(2), Rules.DEFAULT.withMode(Mode.OPEN)));
  }

  @Test
  void oneToFiveRoundsAreAllowed() {
    refused(new RequestProblem.RoundsOutOfRange(0), () -> Rules.DEFAULT.withRounds(0));
    refused(new RequestProblem.RoundsOutOfRange(6), () -> Rules.DEFAULT.withRounds(6));
  }

  @Test
  void aPanelHasTwoSeats() {
    refused(new RequestProblem.PanelTooSmall("test", 1), () -> panel(1));
  }
}
