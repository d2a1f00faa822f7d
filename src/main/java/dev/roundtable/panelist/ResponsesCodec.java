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

/** The Responses API of OpenAI, which xAI and Perplexity speak too. */
record ResponsesCodec() implements Codec {
  @Override
  public String path(String model) {
    return "responses";
  }

  @Override
  public Map<String, String> headers(String key) {
    return key.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + key);
  }

  @Override
  public ObjectNode body(ModelSettings model, Ask ask, Rung rung) {
    var body = WireJson.object();
    body.put("model", model.model());
    body.put("store", false);
    body.put("max_output_tokens", model.maxTokens());
    body.put("instructions", ask.rules());
    var input = body.putArray("input");
    for (var turn : ask.turns()) {
      var role = turn.byModel() ? "assistant" : "user";
      input.addObject().put("type", "message").put("role", role).put("content", turn.text());
    }
    switch (rung) {
      case SCHEMA -> {
        var format = body.putObject("text").putObject("format").put("type", "json_schema");
        format.put("name", ask.shape().title()).put("strict", true);
        format.set("schema", ask.shape().schema());
      }
      case JSON -> body.putObject("text").putObject("format").put("type", "json_object");
      case PLAIN -> {}
    }
    return body;
  }

  @Override
  public WireAnswer read(JsonNode answer) {
    var parts = parts(answer);
    var said = textOf(parts, "output_text", "text");
    return new WireAnswer(ending(answer, textOf(parts, "refusal", "refusal")), said, used(answer));
  }

  private static List<JsonNode> parts(JsonNode answer) {
    return items(answer.path("output")).stream()
        .filter(item -> item.path("type").asText("message").equals("message"))
        .flatMap(item -> items(item.path("content")).stream())
        .toList();
  }

  private static String textOf(List<JsonNode> parts, String type, String field) {
    return parts.stream()
        .filter(part -> text(part.path("type")).equals(type))
        .map(part -> text(part.path(field)))
        .collect(Collectors.joining());
  }

  private static WireAnswer.Ending ending(JsonNode answer, String refusal) {
    if (!refusal.isBlank()) {
      return new WireAnswer.Ending.Refused(refusal);
    }
    var why = text(answer.path("incomplete_details").path("reason"));
    return switch (text(answer.path("status"))) {
      case "incomplete" ->
          why.equals("content_filter")
              ? new WireAnswer.Ending.Filtered(why)
              : new WireAnswer.Ending.CutOff();
      case "failed", "cancelled" -> failed(answer);
      default -> answer.has("output") ? new WireAnswer.Ending.Complete() : failed(answer);
    };
  }

  private static WireAnswer.Ending failed(JsonNode answer) {
    return new WireAnswer.Ending.Failed(ErrorText.status(answer), ErrorText.in(answer));
  }

  private static WireAnswer.Used used(JsonNode answer) {
    // Perplexity numbers what it found; OpenAI and xAI write links, and annotate them in order.
    var numbered = new ArrayList<JsonNode>();
    items(answer.path("output")).forEach(item -> numbered.addAll(items(item.path("results"))));
    var cited = new ArrayList<JsonNode>();
    parts(answer).forEach(part -> cited.addAll(items(part.path("annotations"))));
    cited.addAll(items(answer.path("citations")));
    var usage = answer.path("usage");
    return new WireAnswer.Used(
        WireJson.textOrNull(answer.path("model")),
        tokens(usage),
        WireJson.usd(usage.path("cost")),
        WireSources.of(numbered, cited));
  }

  private static @Nullable Tokens tokens(JsonNode usage) {
    return usage.has("input_tokens")
        ? new Tokens(
            usage.path("input_tokens").asLong(),
            usage.path("input_tokens_details").path("cached_tokens").asLong(),
            usage.path("output_tokens").asLong())
        : null;
  }
}
