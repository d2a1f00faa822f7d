package dev.roundtable.panelist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Speaks one wire format. Reading is tolerant: what is unknown is passed over. */
sealed interface Codec permits ResponsesCodec, ChatCompletionsCodec, AnthropicCodec, GeminiCodec {
  /** Where to post to, below the provider's base address. */
  String path(String model);

  Map<String, String> headers(String key);

  ObjectNode body(ModelSettings model, Ask ask, Rung rung);

  /** An error in the answer is an ending of its own. */
  WireAnswer read(JsonNode answer);

  static Codec of(WireFormat format) {
    return switch (format) {
      case RESPONSES -> new ResponsesCodec();
      case CHAT_COMPLETIONS -> new ChatCompletionsCodec();
      case ANTHROPIC -> new AnthropicCodec();
      case GEMINI -> new GeminiCodec();
    };
  }
}
