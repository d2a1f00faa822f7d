package dev.roundtable.panelist;

import static dev.roundtable.panelist.WireJson.items;
import static dev.roundtable.panelist.WireJson.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.Tokens;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Gemini's generateContent. The key travels in a header, never in the address. */
record GeminiCodec() implements Codec {
  @Override
  public String path(String model) {
    var name = model.startsWith("models/") ? model.substring("models/".length()) : model;
    return "v1beta/models/" + name + ":generateContent";
  }

  @Override
  public Map<String, String> headers(String key) {
    return key.isEmpty() ? Map.of() : Map.of("x-goog-api-key", key);
  }

  @Override
  public ObjectNode body(ModelSettings model, Ask ask, Rung rung) {
    var body = WireJson.object();
    body.putObject("systemInstruction").putArray("parts").addObject().put("text", ask.rules());
    var contents = body.putArray("contents");
    for (var turn : ask.turns()) {
      var content = contents.addObject().put("role", turn.byModel() ? "model" : "user");
      content.putArray("parts").addObject().put("text", turn.text());
    }
    var config = body.putObject("generationConfig").put("maxOutputTokens", model.maxTokens());
    if (rung != Rung.PLAIN) {
      config.put("responseMimeType", "application/json");
    }
    if (rung == Rung.SCHEMA) {
      config.set("responseSchema", openApi(ask.shape().schema()));
    }
    return body;
  }

  // Gemini takes a subset of OpenAPI, and writes the fields in the order that is listed.
  private static JsonNode openApi(JsonNode schema) {
    if (schema instanceof ObjectNode object) {
      object.remove("additionalProperties");
      if (object.get("type") instanceof ArrayNode types) {
        object.put("type", text(types.path(0))).put("nullable", true);
      }
      if (object.path("type").asText().equals("object")) {
        object.set("propertyOrdering", object.path("required").deepCopy());
      }
    }
    schema.forEach(GeminiCodec::openApi);
    return schema;
  }

  @Override
  public WireAnswer read(JsonNode answer) {
    var blocked = text(answer.path("promptFeedback").path("blockReason"));
    if (!blocked.isEmpty()) {
      return new WireAnswer(new WireAnswer.Ending.Filtered(blocked), "", used(answer));
    }
    var candidate = answer.path("candidates").path(0);
    if (candidate.isMissingNode()) {
      return WireAnswer.failed(ErrorText.status(answer), ErrorText.in(answer));
    }
    var said =
        items(candidate.path("content").path("parts")).stream()
            .filter(part -> !part.path("thought").asBoolean())
            .map(part -> text(part.path("text")))
            .collect(Collectors.joining());
    return new WireAnswer(ending(text(candidate.path("finishReason"))), said, used(answer));
  }

  private static WireAnswer.Ending ending(String reason) {
    return switch (reason) {
      case "MAX_TOKENS" -> new WireAnswer.Ending.CutOff();
      case "SAFETY", "RECITATION", "LANGUAGE", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII" ->
          new WireAnswer.Ending.Filtered(reason);
      default -> new WireAnswer.Ending.Complete();
    };
  }

  private static WireAnswer.Used used(JsonNode answer) {
    var chunks = items(answer.at("/candidates/0/groundingMetadata/groundingChunks"));
    return new WireAnswer.Used(
        WireJson.textOrNull(answer.path("modelVersion")),
        tokens(answer.path("usageMetadata")),
        null,
        WireSources.of(chunks.stream().map(chunk -> chunk.path("web")).toList(), List.of()));
  }

  private static @Nullable Tokens tokens(JsonNode usage) {
    return usage.has("promptTokenCount")
        ? new Tokens(
            usage.path("promptTokenCount").asLong(),
            usage.path("cachedContentTokenCount").asLong(),
            usage.path("candidatesTokenCount").asLong() + usage.path("thoughtsTokenCount").asLong())
        : null;
  }
}
