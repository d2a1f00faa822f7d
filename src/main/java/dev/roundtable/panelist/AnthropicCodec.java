package dev.roundtable.panelist;

import static dev.roundtable.panelist.WireJson.items;
import static dev.roundtable.panelist.WireJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Anthropic's Messages API. It has no JSON mode; a tool that must be used stands in for it. */
record AnthropicCodec() implements Codec {
  private static final String VERSION = "2023-06-01";

  @Override
  public String path(String model) {
    return "v1/messages";
  }

  @Override
  public Map<String, String> headers(String key) {
    return key.isEmpty()
        ? Map.of("anthropic-version", VERSION)
        : Map.of("anthropic-version", VERSION, "x-api-key", key);
  }

  @Override
  public ObjectNode body(ModelSettings model, Ask ask, Rung rung) {
    var body = WireJson.object();
    body.put("model", model.model());
    body.put("max_tokens", model.maxTokens());
    body.put("system", ask.rules());
    var messages = body.putArray("messages");
    for (var turn : ask.turns()) {
      var role = turn.byModel() ? "assistant" : "user";
      messages.addObject().put("role", role).put("content", turn.text());
    }
    switch (rung) {
      case SCHEMA -> {
        var format = body.putObject("output_config").putObject("format");
        format.put("type", "json_schema").set("schema", ask.shape().schema());
      }
      case JSON -> {
        var tool = body.putArray("tools").addObject().put("name", ask.shape().title());
        tool.put("description", "Hands the answer in.").set("input_schema", ask.shape().schema());
        body.putObject("tool_choice").put("type", "tool").put("name", ask.shape().title());
      }
      case PLAIN -> {}
    }
    return body;
  }

  @Override
  public WireAnswer read(JsonNode answer) {
    if (!answer.has("content")) {
      return WireAnswer.failed(ErrorText.status(answer), ErrorText.in(answer));
    }
    var said =
        items(answer.path("content")).stream()
            .map(AnthropicCodec::said)
            .collect(Collectors.joining());
    return new WireAnswer(ending(answer, said), said, used(answer));
  }

  private static String said(JsonNode block) {
    return switch (text(block.path("type"))) {
      case "text" -> text(block.path("text"));
      case "tool_use" -> block.path("input").toString();
      default -> "";
    };
  }

  private static WireAnswer.Ending ending(JsonNode answer, String said) {
    return switch (text(answer.path("stop_reason"))) {
      case "max_tokens", "model_context_window_exceeded" -> new WireAnswer.Ending.CutOff();
      case "refusal" ->
          new WireAnswer.Ending.Refused(said.isBlank() ? "stopped with a refusal" : said);
      default -> new WireAnswer.Ending.Complete();
    };
  }

  private static WireAnswer.Used used(JsonNode answer) {
    var cited = new ArrayList<JsonNode>();
    for (var block : items(answer.path("content"))) {
      cited.addAll(items(block.path("citations")));
    }
    return new WireAnswer.Used(
        WireJson.textOrNull(answer.path("model")),
        tokens(answer.path("usage")),
        null,
        WireSources.of(List.of(), cited));
  }

  private static @Nullable Tokens tokens(JsonNode usage) {
    if (!usage.has("input_tokens")) {
      return null;
    }
    long cached = usage.path("cache_read_input_tokens").asLong();
    long written = usage.path("cache_creation_input_tokens").asLong();
    long fresh = usage.path("input_tokens").asLong();
    return new Tokens(fresh + cached + written, cached, usage.path("output_tokens").asLong());
  }
}
