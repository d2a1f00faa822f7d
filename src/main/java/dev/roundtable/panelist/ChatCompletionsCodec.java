package dev.roundtable.panelist;

import static dev.roundtable.panelist.WireJson.items;
import static dev.roundtable.panelist.WireJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.Tokens;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chat completions, which gateways, local servers and most vendors speak. */
record ChatCompletionsCodec() implements Codec {
  @Override
  public String path(String model) {
    return "chat/completions";
  }

  @Override
  public Map<String, String> headers(String key) {
    return key.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + key);
  }

  @Override
  public ObjectNode body(ModelSettings model, Ask ask, Rung rung) {
    var body = WireJson.object();
    body.put("model", model.model());
    body.put("max_tokens", model.maxTokens());
    var messages = body.putArray("messages");
    messages.addObject().put("role", "system").put("content", ask.rules());
    for (var turn : ask.turns()) {
      var role = turn.byModel() ? "assistant" : "user";
      messages.addObject().put("role", role).put("content", turn.text());
    }
    switch (rung) {
      case SCHEMA -> {
        var format = body.putObject("response_format").put("type", "json_schema");
        var schema = format.putObject("json_schema");
        schema.put("name", ask.shape().title()).put("strict", true);
        schema.set("schema", ask.shape().schema());
      }
      case JSON -> body.putObject("response_format").put("type", "json_object");
      case PLAIN -> {}
    }
    return body;
  }

  @Override
  public WireAnswer read(JsonNode answer) {
    var choice = answer.path("choices").path(0);
    if (choice.isMissingNode() || choice.hasNonNull("error")) {
      var holder = choice.isMissingNode() ? answer : choice;
      return WireAnswer.failed(ErrorText.status(holder), ErrorText.in(holder));
    }
    return new WireAnswer(ending(choice), said(choice), used(answer));
  }

  private static String said(JsonNode choice) {
    var content = choice.path("message").path("content");
    return content.isArray()
        ? items(content).stream()
            .filter(part -> part.path("type").asText("text").equals("text"))
            .map(part -> text(part.path("text")))
            .collect(Collectors.joining())
        : text(content);
  }

  private static WireAnswer.Ending ending(JsonNode choice) {
    var refusal = text(choice.path("message").path("refusal"));
    if (!refusal.isBlank()) {
      return new WireAnswer.Ending.Refused(refusal);
    }
    var reason = text(choice.path("finish_reason"));
    return switch (reason) {
      case "length", "model_length" -> new WireAnswer.Ending.CutOff();
      case "content_filter" -> new WireAnswer.Ending.Filtered(reason);
      case "error" -> new WireAnswer.Ending.Failed(ErrorText.status(choice), ErrorText.in(choice));
      default -> new WireAnswer.Ending.Complete();
    };
  }

  private static WireAnswer.Used used(JsonNode answer) {
    var citations = items(answer.path("citations"));
    var results = items(answer.path("search_results"));
    var cited = new ArrayList<JsonNode>();
    for (var annotation : items(answer.at("/choices/0/message/annotations"))) {
      cited.add(annotation.path("url_citation"));
    }
    cited.addAll(results);
    var usage = answer.path("usage");
    return new WireAnswer.Used(
        WireJson.textOrNull(answer.path("model")),
        tokens(usage),
        WireJson.usd(usage.path("cost")),
        WireSources.of(citations.isEmpty() ? results : citations, cited));
  }

  private static @Nullable Tokens tokens(JsonNode usage) {
    var cached = usage.path("prompt_tokens_details").path("cached_tokens");
    return usage.has("prompt_tokens")
        ? new Tokens(
            usage.path("prompt_tokens").asLong(),
            cached.asLong(usage.path("prompt_cache_hit_tokens").asLong()),
            usage.path("completion_tokens").asLong())
        : null;
  }
}
