package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import com.anthropic.models.messages.MessageCreateParams;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.openai.models.chat.completions.ChatCompletionCreateParams;
import com.openai.models.responses.ResponseCreateParams;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The vendors' own libraries take our requests and know every field of them. */
class VendorSdksTest {
  static Stream<Arguments> shapesByRung() {
    return Stream.of(Shape.values())
        .flatMap(shape -> Stream.of(Rung.values()).map(rung -> Arguments.of(shape, rung)));
  }

  private static String body(WireFormat format, Shape shape, Rung rung) {
    var ask = Ask.of("The rules.", "The matter.", shape).after("What?", "Only JSON.");
    // OpenAI's library wants the name of a model that it knows.
    var model = new ModelSettings("any", "gpt-4o", Optional.empty(), Optional.empty(), 4096);
    return Codec.of(format).body(model, ask, rung).toString();
  }

  @ParameterizedTest
  @MethodSource("shapesByRung")
  void openAiTakesResponses(Shape shape, Rung rung) throws JsonProcessingException {
    var body =
        com.openai.core.ObjectMappers.jsonMapper()
            .readValue(
                body(WireFormat.RESPONSES, shape, rung), ResponseCreateParams.Body.class);
    assertThat(body.validate()._additionalProperties()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shapesByRung")
  void openAiTakesChatCompletions(Shape shape, Rung rung) throws JsonProcessingException {
    var body =
        com.openai.core.ObjectMappers.jsonMapper()
            .readValue(
                body(WireFormat.CHAT_COMPLETIONS, shape, rung),
                ChatCompletionCreateParams.Body.class);
    assertThat(body.validate()._additionalProperties()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("shapesByRung")
  void anthropicTakesMessages(Shape shape, Rung rung) throws JsonProcessingException {
    var body =
        com.anthropic.core.ObjectMappers.jsonMapper()
            .readValue(body(WireFormat.ANTHROPIC, shape, rung), MessageCreateParams.Body.class);
    assertThat(body.validate()._additionalProperties()).isEmpty();
  }
}
