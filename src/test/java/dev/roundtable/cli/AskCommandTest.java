package dev.roundtable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roundtable.debate.Person;
import dev.roundtable.export.StillTimer;
import dev.roundtable.terminal.Console;
import dev.roundtable.terminal.Screen;
import dev.roundtable.transcript.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class AskCommandTest {
  private static final String QUESTION = "Should we do it?";

  @TempDir private Path folder;

  record Run(int code, String out, String err) {
    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(out);
    }
  }

  @Test
  void aQuestionGetsATranscriptOnStandardOutputAndProgressOnStandardError() {
    var run = ask(QUESTION, "--seed", "4");
    assertThat(run.code).isZero();
    assertThat(run.out)
        .contains(QUESTION, "Round 1, blind".toUpperCase(Locale.ROOT), "FINAL SUMMARY");
    assertThat(run.err)
        .contains("Roundtable · panel demo · 6 seats")
        .contains("Round 1: asking 6 seats");
  }

  @Test
  void everyOutputSaysThatTheDemonstrationIsScripted() throws IOException {
    var notice = "This is a scripted demonstration";
    var text = ask(QUESTION);
    assertThat(text.out).contains(notice);
    assertThat(text.err).contains(notice);
    assertThat(ask(QUESTION, "--format", "markdown").out).contains(notice);
    assertThat(ask(QUESTION, "--format", "json").json().get("scripted").asBoolean()).isTrue();
  }

  @Test
  void theSameSeedGivesTheSameTranscriptByteForByte() {
    for (var format : List.of("text", "markdown", "json")) {
      var first = ask(QUESTION, "--seed", "7", "--format", format, "--follow-up", "Yes is cheap.");
      var second = ask(QUESTION, "--seed", "7", "--format", format, "--follow-up", "Yes is cheap.");
      assertThat(second.out).isEqualTo(first.out);
    }
    assertThat(ask(QUESTION, "--seed", "8").out).isNotEqualTo(ask(QUESTION, "--seed", "7").out);
  }

  @Test
  void theDemonstrationIsLively() throws IOException {
    int changed = 0;
    int absent = 0;
    int split = 0;
    for (int seed = 1; seed <= 40; seed++) {
      var run = ask(QUESTION, "--options", "A|B|C", "--format", "json", "--seed", "" + seed);
      var record = run.json();
      changed += record.get("changes").isEmpty() ? 0 : 1;
      absent += record.at("/verdict/absent").isEmpty() ? 0 : 1;
      split +=
          record.at("/rounds/0/ballots").findValuesAsText("vote").stream().distinct().count() > 1
              ? 1
              : 0;
      for (var change : record.get("changes")) {
        assertThat(change.get("because").isTextual()).isTrue();
      }
    }
    assertThat(split).isGreaterThan(35);
    assertThat(changed).isGreaterThan(25);
    assertThat(absent).isBetween(3, 25);
  }

  @Test
  void followUpsAreNewNumberedVerdicts() throws IOException {
    var run =
        ask(
            QUESTION,
            "--format",
            "json",
            "--follow-up",
            "It is cheap.",
            "--follow-up",
            "It is not.");
    assertThat(run.json().get("verdicts").findValuesAsText("number"))
        .containsExactly("1", "2", "3");
    assertThat(run.json().get("followUps").findValuesAsText("text"))
        .containsExactly("It is cheap.", "It is not.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '^',
      value = {
        "--seed 1 ~ The question is empty. Ask something of up to 4,000 characters.",
        "Why? --options Yes ~ There is only one option; give 2 to 10, separated by |, or none.",
        "Why? --options A||B ~ Option 2 is empty; give each option a text.",
        "Why? --options Yes|_yes_ ~ The options “Yes” and “yes” are the same but for case and space; make them differ.",
        "Why? --options 1|2|3|4|5|6|7|8|9|10|11 ~ There are 11 options; at most 10 are allowed.",
        "Why? --mode quiz ~ There is no mode quiz; choose one of auto, debate, poll, open.",
        "Why? --format pdf ~ There is no format pdf; choose one of text, markdown, json, html, png.",
        "Why? --rounds 0 ~ 0 rounds are not possible; choose 1 to 5.",
        "Why? --rounds 6 ~ 6 rounds are not possible; choose 1 to 5.",
        "Why? --panel ghosts ~ There is no panel \"ghosts\"; choose one of demo.",
        "Why? --mode open --options A|B ~ An open question takes no options; leave them out, or choose the mode debate or poll."
      })
  void badInputGetsOneSentenceAndExitCode2(String typed, String sentence) {
    var words = List.of(typed.split(" ", -1)).stream().map(word -> word.replace('_', ' ')).toList();
    var run = ask(words.toArray(String[]::new));
    assertThat(run.err).isEqualToIgnoringNewLines(sentence);
    assertThat(run.out).isEmpty();
    assertThat(run.code).isEqualTo(2);
  }

  @Test
  void tooLongInputGetsASentenceToo() {
    assertThat(ask("x".repeat(4001)).err)
        .isEqualToIgnoringNewLines("The question has 4,001 characters; at most 4,000 are allowed.");
    var label = "x".repeat(81);
    assertThat(ask(QUESTION, "--options", label + "|B").err)
        .isEqualToIgnoringNewLines(
            "The option “" + label + "” has 81 characters; at most 80 are allowed.");
  }

  @Test
  void aWrongFlagOrNumberIsBadInput() {
    assertThat(ask(QUESTION, "--colour").code).isEqualTo(2);
    assertThat(ask(QUESTION, "--rounds", "two").err)
        .isEqualToIgnoringNewLines("two is no number of rounds; choose 1 to 5.");
    assertThat(ask(QUESTION, "--seed", "x").err)
        .isEqualToIgnoringNewLines("x is no seed; give a whole number.");
    assertThat(ask(QUESTION, "--mode", "poll", "--rounds", "3").err)
        .isEqualToIgnoringNewLines(
            "A poll has one round; leave the rounds out, or choose the mode debate.");
  }

  @Test
  void aBadFollowUpIsRefusedBeforeAnybodyIsAsked() {
    for (var bad : List.of(" ", "\u200b", "x".repeat(4001))) {
      var run = ask(QUESTION, "--follow-up", "Good.", "--follow-up", bad);
      assertThat(run.code).isEqualTo(2);
      assertThat(run.err).doesNotContain("Round 1").startsWith("The follow-up ");
    }
  }

  @Test
  void aFileWithoutEndIsNotReadToTheEnd() {
    assertThat(ask(QUESTION, "--context", "/dev/zero").err)
        .contains("it has more than 4,000,000 bytes");
  }

  @Test
  void aFileThatCannotBeReadIsNamedWithTheReason() throws IOException {
    var missing = folder.resolve("none.txt");
    assertThat(ask(QUESTION, "--context", missing.toString()).err)
        .isEqualToIgnoringNewLines(
            "The context file " + missing + " cannot be read: there is no such file.");
    var binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0, (byte) 0xfe});
    assertThat(ask(QUESTION, "--context", binary.toString()).err).contains("it is not UTF-8 text");
  }

  @Test
  void aScriptThatCannotBePlayedIsNamedWithTheReason() throws IOException {
    assertThat(script("seats: [").err)
        .contains("cannot be played: it is neither YAML nor JSON in line 1");
    assertThat(script("seats: { a: { rounds: [{ text: x, colour: red }] } }").err)
        .contains(
            "seat a, round 1 has the unknown key “colour”; allowed are delay, fail, reason, text");
    assertThat(script("seats: { a: { rounds: [{ fail: tired }] } }").err)
        .contains("seat a, round 1 fails with “tired”; choose one of timed-out, refused");
    assertThat(script("seats: { a: { rounds: [x] } }").err)
        .isEqualToIgnoringNewLines("The panel script has only one seat; a panel has at least 2.");
    assertThat(script("seats: { a: { rounds: [] } }").err).contains("seat a has no rounds");
    assertThat(script("{ schemaVersion: 9 }").err)
        .contains("schemaVersion 9; this program reads 1");
    assertThat(script("").err).contains("must be a map");
  }

  @Test
  void withoutAQuorumTheExitCodeIs3() throws IOException {
    var run =
        script(
            """
            seats:
              a: { rounds: [{ text: '{"vote": "yes"}' }] }
              b: { rounds: [{ fail: refused }] }
            """);
    assertThat(run.code).isEqualTo(3);
    assertThat(run.out).contains("No quorum: 1 of 2 seats gave a valid vote");
  }

  private Run script(String script) throws IOException {
    var file = Files.writeString(folder.resolve("script.yaml"), script);
    return ask(QUESTION, "--script", file.toString());
  }

  private static Run ask(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var errors = new PrintStream(err, true, StandardCharsets.UTF_8);
    var screen =
        Screen.of(new PrintStream(out, true, StandardCharsets.UTF_8), errors, false, Map.of());
    var around =
        new Surroundings(
            Map.of("ROUNDTABLE_CONFIG", "src/test/resources/demo-config"),
            new StillTimer(),
            new Console(screen, false),
            new Person("u1", "Anna"),
            Words.in(Locale.ENGLISH));
    var command = new AskCommand(around);
    var line = RoundtableCommand.commandLine(command);
    line.setErr(new PrintWriter(errors, true, StandardCharsets.UTF_8));
    var words = new String[arguments.length + 1];
    words[0] = "ask";
    System.arraycopy(arguments, 0, words, 1, arguments.length);
    int code = line.execute(words);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
