package dev.roundtable.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** A channel or a thread as somebody reads it on a screen. */
final class SlackReading {
  private SlackReading() {}

  static String of(FakeSlack slack, List<FakeMessage> messages) {
    return messages.stream().map(m -> message(slack, m)).collect(Collectors.joining("\n"));
  }

  private static String message(FakeSlack slack, FakeMessage message) {
    var name = message.username.isEmpty() ? slack.name(message.user) : message.username;
    var icon = message.icon.isEmpty() ? "" : message.icon + " ";
    var also = message.broadcast ? " (also sent to the channel)" : "";
    var body =
        message.blocks.isMissingNode() || message.blocks.isEmpty()
            ? message.text
            : blocks(slack, message.blocks);
    return "=== " + icon + name + also + "\n" + body.strip().indent(2);
  }

  static String blocks(FakeSlack slack, JsonNode blocks) {
    var text = new StringBuilder();
    blocks.forEach(block -> text.append(block(slack, block)).append('\n'));
    return text.toString();
  }

  private static String block(FakeSlack slack, JsonNode block) {
    return switch (block.path("type").asText()) {
      case "header" -> "# " + block.path("text").path("text").asText();
      case "section" -> block.path("text").path("text").asText();
      case "markdown" -> block.path("text").asText();
      case "context" -> "~ " + texts(block.path("elements"), "\n~ ");
      case "actions" -> buttons(block.path("elements"));
      case "rich_text" -> rich(slack, block);
      case "divider" -> "----";
      case "input" -> "[input " + block.path("label").path("text").asText() + "]";
      case "plan" -> plan(slack, block);
      case "image" -> "{" + block.path("alt_text").asText() + "}";
      case "table" -> table(block.path("rows"));
      default -> "?" + block.path("type").asText();
    };
  }

  private static String texts(JsonNode elements, String between) {
    return list(elements).stream()
        .map(e -> e.path("text").asText().replaceAll("<!date\\^\\d+\\^([^|>]*)\\|[^>]*>", "<$1>"))
        .collect(Collectors.joining(between));
  }

  private static String buttons(JsonNode elements) {
    return list(elements).stream()
        .map(e ->
            "["
                + e.path("text").path("text").asText()
                + (e.has("style") ? " !" + e.path("style").asText() : "")
                + (e.has("confirm") ? " ?" : "")
                + (e.has("url") ? " -> " + e.path("url").asText() : "")
                + "]")
        .collect(Collectors.joining(" "));
  }

  private static String table(JsonNode rows) {
    return list(rows).stream()
        .map(row ->
            list(row).stream().map(c -> c.path("text").asText()).collect(Collectors.joining(" | ")))
        .collect(Collectors.joining("\n"));
  }

  private static String plan(FakeSlack slack, JsonNode plan) {
    return "plan: "
        + plan.path("title").asText()
        + "\n"
        + list(plan.path("tasks")).stream()
            .map(task ->
                "  - "
                    + task.path("status").asText()
                    + " "
                    + task.path("title").asText()
                    + ": "
                    + rich(slack, task.path("output")))
            .collect(Collectors.joining("\n"));
  }

  private static String rich(FakeSlack slack, JsonNode rich) {
    var text = new StringBuilder();
    for (var element : rich.path("elements")) {
      var type = element.path("type").asText();
      if (type.equals("rich_text_list")) {
        for (var item : element.path("elements")) {
          text.append("  ".repeat(element.path("indent").asInt())).append("• ");
          text.append(pieces(slack, item)).append('\n');
        }
      } else {
        text.append(type.equals("rich_text_quote") ? "| " : "");
        text.append(pieces(slack, element)).append('\n');
      }
    }
    return text.toString().stripTrailing();
  }

  private static String pieces(FakeSlack slack, JsonNode element) {
    return list(element.path("elements")).stream()
        .map(piece ->
            switch (piece.path("type").asText()) {
              case "user" -> "@" + slack.name(piece.path("user_id").asText());
              case "link" -> piece.path("text").asText() + "<" + piece.path("url").asText() + ">";
              default ->
                  piece.path("style").path("bold").asBoolean()
                      ? "**" + piece.path("text").asText() + "**"
                      : piece.path("text").asText();
            })
        .collect(Collectors.joining());
  }

  private static List<JsonNode> list(JsonNode array) {
    var list = new java.util.ArrayList<JsonNode>();
    array.forEach(list::add);
    return list;
  }
}
