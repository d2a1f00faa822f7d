package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.roundtable.debate.Source;
import dev.roundtable.debate.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CodecTest {
  private static final Ask ASK =
      Ask.of("The rules.", "The matter.", Shape.VOTE).after("What?", "Only JSON.");
  private static final Source KAFKA = new Source("Kafka in practice", "https://example.org/kafka");

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static JsonNode fixture(String file) {
    try (var in = CodecTest.class.getResourceAsStream("wire/" + file + ".json")) {
      var bytes = Objects.requireNonNull(in, file).readAllBytes();
      return WireJson.parse(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<Arguments> formatsByRung() {
    return Stream.of(WireFormat.values())
        .flatMap(format -> Stream.of(Rung.values()).map(rung -> Arguments.of(format, rung)));
  }

  @ParameterizedTest
  @MethodSource("formatsByRung")
  void aRequestIsWrittenAsItsVendorWantsIt(WireFormat format, Rung rung) {
    var body = Codec.of(format).body(FakeModels.model(format), ASK, rung);
    assertThat(body.toPrettyString())
        .isEqualTo(fixture(name(format) + "-request-" + name(rung)).toPrettyString());
  }

  @ParameterizedTest
  @EnumSource(WireFormat.class)
  void anAnswerIsReadWithoutTheThoughts(WireFormat format) {
    var answer = Codec.of(format).read(fixture(name(format) + "-answer"));
    assertThat(answer.ending()).isEqualTo(new WireAnswer.Ending.Complete());
    assertThat(answer.text()).isEqualTo("{\"vote\": \"kafka\"}");
    assertThat(answer.used().model()).contains("atlas-2");
    assertThat(answer.used().tokens()).isEqualTo(new Tokens(812, 512, 96));
  }

  @Test
  void theVendorsOwnCostIsTaken() {
    var cost = new BigDecimal("0.00431");
    assertThat(used(WireFormat.RESPONSES).usd()).isEqualByComparingTo(cost);
    assertThat(used(WireFormat.CHAT_COMPLETIONS).usd()).isEqualByComparingTo(cost);
    assertThat(used(WireFormat.ANTHROPIC).usd()).isNull();
    assertThat(used(WireFormat.GEMINI).usd()).isNull();
  }

  @Test
  void sourcesStandInTheOrderThatNumbersReferTo() {
    var sizes = "https://example.org/sizes";
    assertThat(used(WireFormat.RESPONSES).sources())
        .isEqualTo(List.of(new Source("Queue sizes", sizes), KAFKA));
    assertThat(used(WireFormat.CHAT_COMPLETIONS).sources())
        .isEqualTo(List.of(KAFKA, new Source(sizes, sizes)));
    assertThat(used(WireFormat.ANTHROPIC).sources()).isEqualTo(List.of(KAFKA));
    assertThat(used(WireFormat.GEMINI).sources()).isEqualTo(List.of(KAFKA));
  }

  @Test
  void aSourceThatRepeatsAnotherOrIsNoPageKeepsTheNumbersRight() {
    var chat =
        """
        {"choices": [{"message": {"content": "x"}}],
         "citations": ["https://a.example", "https://b.example", "https://a.example", "", "https://c.example"],
         "search_results": [{"title": "B", "url": "https://b.example"}]}\
        """;
    var a = new Source("https://a.example", "https://a.example");
    var b = new Source("B", "https://b.example");
    var c = new Source("https://c.example", "https://c.example");
    assertThat(sources(WireFormat.CHAT_COMPLETIONS, chat))
        .containsExactly(a, b, a, new Source("", ""), c);

    var responses =
        """
        {"output": [{"type": "search_results", "results": [
          {"id": 4, "title": "B", "url": "https://b.example"},
          {"id": 2, "url": "https://a.example"}]},
         {"type": "search_results", "results": [{"id": 1, "url": "https://c.example"}]}]}\
        """;
    assertThat(sources(WireFormat.RESPONSES, responses))
        .containsExactly(c, a, new Source("", ""), b);

    var gemini =
        """
        {"candidates": [{"groundingMetadata": {"groundingChunks": [
          {"retrievedContext": {"uri": "gs://nowhere"}}, {"web": {"uri": "https://a.example"}}]}}]}\
        """;
    assertThat(sources(WireFormat.GEMINI, gemini)).containsExactly(new Source("", ""), a);
  }

  @Test
  void linksThatAreAnnotatedStandInTheOrderOfTheText() {
    var responses =
        """
        {"output": [{"type": "message", "content": [{"type": "output_text", "text": "x",
          "annotations": [{"url": "https://b.example"}, {"url": "https://a.example"},
            {"url": "https://b.example"}]}]}],
         "citations": ["https://a.example", "https://c.example"]}\
        """;
    assertThat(sources(WireFormat.RESPONSES, responses))
        .extracting(Source::url)
        .containsExactly("https://b.example", "https://a.example", "https://c.example");
  }

  private static List<Source> sources(WireFormat format, String answer) {
    return Codec.of(format).read(WireJson.parse(answer)).used().sources();
  }

  private static WireAnswer.Used used(WireFormat format) {
    return Codec.of(format).read(fixture(name(format) + "-answer")).used();
  }

  @Test
  void aToolThatStandsInForJsonModeIsReadAsJson() {
    var answer =
        WireJson.parse(
            """
            {"content": [{"type": "tool_use", "id": "t1", "name": "ballot",
              "input": {"reasoning": "r", "vote": "kafka"}}], "stop_reason": "tool_use"}\
            """);
    assertThat(Codec.of(WireFormat.ANTHROPIC).read(answer).text())
        .isEqualTo("{\"reasoning\":\"r\",\"vote\":\"kafka\"}");
  }

  @Test
  void aPromptThatGeminiBlocksIsFiltered() {
    var answer = WireJson.parse("{\"promptFeedback\": {\"blockReason\": \"SAFETY\"}}");
    assertThat(Codec.of(WireFormat.GEMINI).read(answer).ending())
        .isEqualTo(new WireAnswer.Ending.Filtered("SAFETY"));
  }
}
