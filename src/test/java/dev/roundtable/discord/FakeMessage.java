package dev.roundtable.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A message as the fake keeps it. */
final class FakeMessage {
  final long id;
  final long channel;
  final FakeDiscord.Someone author;
  final @Nullable String nonce;
  final List<String> bodies = new ArrayList<>();
  final List<String> reactions = new ArrayList<>();
  Map<String, String> files = Map.of();
  ObjectNode body;
  int edits;
  boolean interactionResponse;
  @Nullable Long answers;

  FakeMessage(long id, long channel, FakeDiscord.Someone author, ObjectNode body) {
    this.id = id;
    this.channel = channel;
    this.author = author;
    this.body = body;
    this.nonce = body.path("nonce").asText(null);
    bodies.add(body.toString());
  }

  void edit(ObjectNode changes, Map<String, String> attached) {
    var merged = body.deepCopy();
    int lasting = body.path("flags").asInt() & (4096 | 64);
    merged.setAll(changes);
    merged.put("flags", merged.path("flags").asInt() | lasting);
    if (body.has("allowed_mentions")) {
      merged.set("allowed_mentions", body.path("allowed_mentions"));
    }
    body = merged;
    if (!attached.isEmpty() || changes.path("attachments").isEmpty()) {
      files = attached;
    }
    edits++;
    bodies.add(body.toString());
  }

  boolean silent() {
    return (body.path("flags").asInt() & 4096) != 0;
  }

  List<String> notified() {
    var ids = new ArrayList<String>();
    body.path("allowed_mentions").path("users").forEach(id -> ids.add(id.asText()));
    return ids;
  }

  /** All the Markdown in it. */
  List<String> texts() {
    var texts = new ArrayList<String>();
    var content = body.path("content").asText("");
    if (!content.isEmpty() && !body.path("content").isNull()) {
      texts.add(content);
    }
    collect(body.path("components"), texts);
    return texts;
  }

  private static void collect(JsonNode components, List<String> texts) {
    for (var component : components) {
      if (component.path("type").asInt() == 10) {
        texts.add(component.path("content").asText());
      }
      collect(component.path("components"), texts);
    }
  }

  /** The ids of its buttons by their labels. */
  Map<String, String> buttons() {
    var buttons = new LinkedHashMap<String, String>();
    buttons(body.path("components"), buttons);
    return buttons;
  }

  private static void buttons(JsonNode components, Map<String, String> found) {
    for (var component : components) {
      if (component.path("type").asInt() == 2) {
        var target = component.path("custom_id").asText(component.path("url").asText());
        found.put(component.path("label").asText(), target);
      }
      buttons(component.path("components"), found);
    }
  }

  /** As somebody sees it. */
  String read() {
    var lines = new ArrayList<String>();
    var marks = new ArrayList<String>();
    marks.add(author.name());
    if (silent()) {
      marks.add("silent");
    }
    if (!notified().isEmpty()) {
      marks.add("notifies " + String.join(", ", notified()));
    }
    if (edits > 0) {
      marks.add("edited");
    }
    lines.add("[" + String.join(", ", marks) + "]");
    var content = body.path("content").asText("");
    if (!body.path("content").isNull() && !content.isEmpty()) {
      lines.add(content);
    }
    body.path("components").forEach(component -> show(component, "", lines));
    files.forEach((name, text) ->
        lines.add(
            "📎 " + name + (name.endsWith(".md") ? " (" + text.lines().count() + " lines)" : "")));
    if (!reactions.isEmpty()) {
      lines.add("(" + String.join(" ", reactions) + ")");
    }
    return String.join("\n", lines);
  }

  private static void show(JsonNode component, String margin, List<String> lines) {
    switch (component.path("type").asInt()) {
      case 1 -> {
        var labels = new ArrayList<String>();
        component.path("components").forEach(b -> labels.add("[" + b.path("label").asText() + "]"));
        lines.add(margin + String.join(" ", labels));
      }
      case 10 ->
          lines.add(
              component
                  .path("content")
                  .asText()
                  .lines()
                  .map(line -> margin + line)
                  .collect(Collectors.joining("\n")));
      case 12 ->
          lines.add(margin + "🖼 " + component.path("items").path(0).path("description").asText());
      case 14 -> lines.add(margin + "────");
      case 17 -> component.path("components").forEach(child -> show(child, "┃ ", lines));
      default -> {}
    }
  }

  /** As Discord gives it to a bot that may read it or not. A nonce comes with the answer alone. */
  ObjectNode json(boolean readable) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", String.valueOf(id)).put("channel_id", String.valueOf(channel)).put("type", 0);
    json.set("author", author.user());
    json.put(
        "content",
        readable && !body.path("content").isNull() ? body.path("content").asText("") : "");
    json.put("timestamp", FakeDiscord.time(id).toString());
    json.putNull("edited_timestamp").put("tts", false).put("mention_everyone", false);
    json.put("pinned", false).put("flags", body.path("flags").asInt());
    json.putArray("mentions");
    json.putArray("mention_roles");
    json.putArray("embeds");
    json.putArray("attachments");
    json.putArray("components").addAll(children(readable ? body.path("components") : null));
    return json;
  }

  private static List<JsonNode> children(@Nullable JsonNode components) {
    var list = new ArrayList<JsonNode>();
    if (components != null) {
      // What was attached is on Discord's own servers from then on.
      var there = components.toString().replace("attachment://", "https://cdn.example/");
      FakeDiscord.parse(there).forEach(list::add);
      list.stream()
          .flatMap(component -> component.findParents("url").stream())
          .filter(media -> media.path("url").asText().startsWith("https://cdn.example/"))
          .forEach(media -> ((ObjectNode) media).set("proxy_url", media.get("url")));
    }
    return list;
  }
}
