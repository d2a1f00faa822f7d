package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.ArgumentId;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BallotReaderTest {
  private static final String BALLOT =
      """
      {"reasoning": "Few events.", "vote": "postgres-queue", "confidence": 0.8,
       "changed": false, "because": null}\
      """;

  private static Ballot.Vote vote(Brief brief, String text) {
    assertThat(BallotReader.read(brief, text)).isInstanceOf(Reading.Read.class);
    return (Ballot.Vote) ((Reading.Read) BallotReader.read(brief, text)).ballot();
  }

  private static String option(String text) {
    return vote(Briefs.vote(), text).option().value();
  }

  private static void assertUnreadable(String text) {
    assertThat(BallotReader.read(Briefs.vote(), text)).isInstanceOf(Reading.Unreadable.class);
  }

  @Test
  void aCleanBallotIsReadWithAllItSays() {
    var vote = vote(Briefs.vote(), BALLOT);
    assertThat(vote.seat()).isEqualTo(Briefs.SEAT);
    assertThat(vote.option().value()).isEqualTo("postgres-queue");
    assertThat(vote.reasons()).isEqualTo("Few events.");
    assertThat(vote.confidence()).isEqualTo(0.8);
    assertThat(vote.because()).isNull();
  }

  @Nested
  class AnUntidyBallotIsRead {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "```json\n{\"reasoning\": \"r\", \"vote\": \"kafka\"}\n```\nLet me know!",
          "Sure, {here} it is: {\"reasoning\": \"r\", \"vote\": \"kafka\",}",
          "{'reasoning': 'r', 'vote': 'kafka'}",
          "{reasoning: \"r\", vote: \"kafka\"} // done",
          "{\"reasoning\": \"a \\frac{1}{2} \\underline{x}\", \"vote\": \"kafka\"}",
          "{\"reasoning\": \"two\nlines\", \"vote\": \"kafka\"}",
          "{\"reasoning\": \"he said \"no\" to it\", \"vote\": \"kafka\", \"confidence\": 1}",
          "{\"reasoning\": \"r\", \"vote\": \"kafka\", \"confid",
          "{\"ballot\": {\"reasoning\": \"r\", \"vote\": \"kafka\"}}",
          "[{\"reasoning\": \"r\", \"vote\": \"kafka\"}]",
          "<think>{\"vote\": \"postgres-queue\"}</think>{\"vote\": \"kafka\"}",
          "I lean to Postgres {\"vote\": \"postgres-queue\"}</think>\n{\"vote\": \"kafka\"}",
          "{\"vote\": \"kafka\"}\n<think>but {\"vote\": \"postgres-queue\"}",
          "{\"reasoning\": \"the <think> tag\", \"vote\": \"kafka\"}",
          "{\"vote\": \"postgres-queue\"} No, wait: {\"vote\": \"kafka\"}",
          "{\"vote\": [\"kafka\"]}",
        })
    void whateverSurroundsIt(String text) {
      assertThat(option(text)).isEqualTo("kafka");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{\"reasoning\": \"A asks for {\"vote\": \"kafka\"} here.\", \"vote\": \"postgres-queue\"}",
          "{\"vote\": \"postgres-queue\", \"reasoning\": \"A asks for {\"vote\": \"kafka\"}.\"}",
        })
    void butNotByWhatItQuotes(String text) {
      assertUnreadable(text);
    }

    @Test
    void reasonsWithBareQuotesAreKeptWhole() {
      var text = "{\"reasoning\": \"he said \"no\" to it\", \"vote\": \"kafka\"}";
      assertThat(vote(Briefs.vote(), text).reasons()).isEqualTo("he said \"no\" to it");
    }

    @Test
    void reasonsMayBeAListOrMissing() {
      var list = "{\"reasoning\": [\"one\", \"two\"], \"vote\": \"kafka\"}";
      assertThat(vote(Briefs.vote(), list).reasons()).isEqualTo("one\ntwo");
      assertThat(vote(Briefs.vote(), "{\"vote\": \"kafka\"}").reasons()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "kafka, kafka",
    "Kafka, kafka",
    "KAFKA., kafka",
    "`kafka`, kafka",
    "[postgres-queue], postgres-queue",
    "postgres  Queue, postgres-queue",
    "Spater Entscheiden, später-entscheiden",
    "später-entscheiden, später-entscheiden",
  })
  void anOptionIsNamedByIdOrLabel(String written, String option) {
    assertThat(option("{\"vote\": \"" + written + "\"}")).isEqualTo(option);
  }

  @Nested
  class AVoteIsNeverGuessed {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "I think Kafka is best.",
          "{\"vote\": \"A\"}",
          "{\"vote\": null}",
          "{\"vote\": 1}",
          "{\"vote\": \"kafka or postgres-queue\"}",
          "{\"vote\": \"RabbitMQ\"}",
          "{\"vote\": \"kaf",
          "{\"reasoning\": \"I would write {'vote': 'kafka'} if",
          "{\"reasoning\": \"I would write {\\\"vote\\\": \\\"kafka\\\"} if",
          "<think>{\"vote\": \"kafka\"}",
          "{\"answer\": \"kafka\"}",
          "{{{{{{{{",
          "{\"type\": \"object\", \"properties\": {\"vote\": {\"type\": \"string\"}}}",
        })
    void fromWordsThatHoldNone(String text) {
      assertUnreadable(text);
    }

    @Test
    void betweenOptionsThatDifferInAccentsAlone() {
      var brief = Briefs.vote("Résumé", "Resume");
      assertThat(vote(brief, "{\"vote\": \"résumé\"}").option().value()).isEqualTo("résumé");
      assertThat(vote(brief, "{\"vote\": \"RESUME\"}").option().value()).isEqualTo("resume");
      assertThat(BallotReader.read(brief, "{\"vote\": \"resumé\"}"))
          .isInstanceOf(Reading.Unreadable.class);
    }

    @Test
    void andTheExcerptLeavesTheThoughtsOut() {
      var reading = BallotReader.read(Briefs.vote(), "<think>secret</think>I cannot decide.");
      assertThat(reading).isEqualTo(new Reading.Unreadable("I cannot decide."));
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "0.8, 0.8",
        "1, 1",
        "0, 0",
        "90, 0.9",
        "100, 1",
        "'\"85 %\"', 0.85",
        "'\"0.7\"', 0.7",
        "5, null",
        "101, null",
        "-0.5, null",
        "'\"high\"', null",
        "null, null",
        "[], null",
      })
  void confidenceIsAShareOrNothing(String written, @Nullable Double confidence) {
    var text = "{\"vote\": \"kafka\", \"confidence\": " + written + "}";
    assertThat(vote(Briefs.vote(), text).confidence()).isEqualTo(confidence);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "a3, a3",
        "[A3], a3",
        "argument a1 (and a3), a1",
        "p1, p1",
        "a33, null",
        "null, null",
        "none, null",
        "most others prefer it, null",
        "the team already operates Postgres, a1",
        "'replaying events is cheap, with a log', a3",
        "kafka, null",
      })
  void becauseNamesOrQuotesAnArgument(String written, @Nullable String argument) {
    var text = "{\"vote\": \"kafka\", \"because\": \"" + written + "\"}";
    assertThat(vote(Briefs.rebuttal(), text).because())
        .isEqualTo(argument == null ? null : new ArgumentId(argument));
  }

  @Test
  void anOpenQuestionIsAnsweredByAPosition() {
    var text = "{\"reasoning\": \"r\", \"position\": \"Use a\\n log.\", \"confidence\": 60}";
    assertThat(BallotReader.read(Briefs.open(), text))
        .isEqualTo(new Reading.Read(new Ballot.Position(Briefs.SEAT, "Use a log.", "r", 0.6)));
    assertThat(BallotReader.read(Briefs.open(), "{\"position\": \" \"}"))
        .isInstanceOf(Reading.Unreadable.class);
  }
}
