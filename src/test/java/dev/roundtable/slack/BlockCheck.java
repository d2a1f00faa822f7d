package dev.roundtable.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Slack's rules for blocks, as far as they are known: reference of Block Kit, {@code @slack/types},
 * and what live workspaces refused.
 */
final class BlockCheck {
  private static final Set<String> IN_MESSAGES =
      Set.of(
          "actions",
          "context",
          "context_actions",
          "divider",
          "header",
          "image",
          "markdown",
          "plan",
          "rich_text",
          "section",
          "table",
          "task_card");
  private static final Set<String> IN_VIEWS =
      Set.of("actions", "context", "divider", "header", "input", "rich_text", "section");
  private static final Set<String> PIECES =
      Set.of("text", "link", "user", "date", "emoji", "color", "usergroup", "channel", "broadcast");
  private final List<String> errors = new ArrayList<>();
  private final boolean rich;
  private final Set<String> actionIds = new HashSet<>();

  private BlockCheck(boolean rich) {
    this.rich = rich;
  }

  static List<String> ofMessage(JsonNode blocks, boolean rich) {
    var check = new BlockCheck(rich);
    check.blocks(blocks, 50, IN_MESSAGES);
    int markdown = 0;
    int tables = 0;
    for (var block : blocks) {
      if (is(block, "markdown")) {
        markdown += block.path("text").asText().length();
      }
      tables += is(block, "table") ? 1 : 0;
    }
    check.atMost("/blocks markdown text", markdown, 12_000);
    check.atMost("/blocks tables", tables, 1);
    return check.errors;
  }

  static List<String> ofView(JsonNode view) {
    var check = new BlockCheck(false);
    check.blocks(view.path("blocks"), 100, IN_VIEWS);
    var type = view.path("type").asText();
    if (type.equals("modal")) {
      check.plain("/title", view.path("title"), 24);
      if (view.has("submit")) {
        check.plain("/submit", view.path("submit"), 24);
      }
      if (view.has("close")) {
        check.plain("/close", view.path("close"), 24);
      }
      for (var block : view.path("blocks")) {
        if (is(block, "input") && !view.has("submit")) {
          check.errors.add("a modal with inputs needs a submit");
        }
      }
    } else if (!type.equals("home")) {
      check.errors.add("view type " + type);
    }
    check.atMost("/private_metadata", view.path("private_metadata").asText().length(), 3000);
    check.atMost("/callback_id", view.path("callback_id").asText().length(), 255);
    return check.errors;
  }

  /** All text in the blocks together. */
  static int characters(JsonNode blocks) {
    int sum = 0;
    for (var text : blocks.findValues("text")) {
      sum += text.isTextual() ? text.asText().length() : 0;
    }
    return sum;
  }

  private static boolean is(JsonNode node, String type) {
    return node.path("type").asText().equals(type);
  }

  private void blocks(JsonNode blocks, int most, Set<String> allowed) {
    if (!blocks.isArray()) {
      errors.add("blocks are no list");
      return;
    }
    atMost("/blocks", blocks.size(), most);
    var ids = new HashSet<String>();
    for (int i = 0; i < blocks.size(); i++) {
      var block = blocks.get(i);
      var path = "/blocks/" + i;
      var type = block.path("type").asText();
      if (!allowed.contains(type)) {
        errors.add(path + "/type " + type + " is not allowed here");
      }
      if (block.has("block_id") && !ids.add(block.path("block_id").asText())) {
        errors.add(path + "/block_id twice");
      }
      atMost(path + "/block_id", block.path("block_id").asText().length(), 255);
      block(path, type, block);
    }
  }

  private void block(String path, String type, JsonNode block) {
    switch (type) {
      case "header" -> plain(path + "/text", block.path("text"), 150);
      case "section" -> section(path, block);
      case "context" -> context(path, block.path("elements"));
      case "actions" -> actions(path, block.path("elements"));
      case "markdown" -> length(path + "/text", block.path("text").asText(), 1, 12_000);
      case "rich_text" -> richText(path, block);
      case "input" -> input(path, block);
      case "plan" -> plan(path, block);
      case "table" -> table(path, block);
      case "image" -> {
        length(path + "/alt_text", block.path("alt_text").asText(), 1, 2000);
        length(path + "/slack_file/id", block.path("slack_file").path("id").asText(), 1, 255);
      }
      default -> {}
    }
  }

  private void section(String path, JsonNode block) {
    if (!block.has("text") && !block.has("fields")) {
      errors.add(path + " has neither text nor fields");
    }
    if (block.has("text")) {
      text(path + "/text", block.path("text"), 3000);
    }
    atMost(path + "/fields", block.path("fields").size(), 10);
    for (var field : block.path("fields")) {
      text(path + "/fields", field, 2000);
    }
    if (block.has("accessory")) {
      element(path + "/accessory", block.path("accessory"));
    }
  }

  private void context(String path, JsonNode elements) {
    within(path + "/elements", elements.size(), 1, 10);
    elements.forEach(element -> text(path + "/elements", element, 3000));
  }

  private void actions(String path, JsonNode elements) {
    within(path + "/elements", elements.size(), 1, 25);
    for (var element : elements) {
      element(path + "/elements", element);
    }
  }

  private void element(String path, JsonNode element) {
    var id = element.path("action_id").asText();
    length(path + "/action_id", id, 1, 255);
    if (!actionIds.add(id)) {
      errors.add(path + "/action_id " + id + " twice");
    }
    switch (element.path("type").asText()) {
      case "button" -> button(path, element);
      case "plain_text_input" -> {
        within(path + "/max_length", element.path("max_length").asInt(3000), 1, 3000);
        var initial = element.path("initial_value").asText();
        atMost(path + "/initial_value", initial.length(), element.path("max_length").asInt(3000));
      }
      case "static_select" -> {
        within(path + "/options", element.path("options").size(), 1, 100);
        element.path("options").forEach(option -> option(path, option));
        if (element.has("initial_option") && !isIn(element, "initial_option")) {
          errors.add(path + "/initial_option is none of the options");
        }
      }
      case "conversations_select", "channels_select" -> {}
      case "checkboxes" -> within(path + "/options", element.path("options").size(), 1, 10);
      default -> errors.add(path + "/type " + element.path("type").asText());
    }
    if (element.has("placeholder")) {
      plain(path + "/placeholder", element.path("placeholder"), 150);
    }
  }

  private static boolean isIn(JsonNode select, String key) {
    for (var option : select.path("options")) {
      if (option.equals(select.path(key))) {
        return true;
      }
    }
    return false;
  }

  private void option(String path, JsonNode option) {
    plain(path + "/options/text", option.path("text"), 75);
    length(path + "/options/value", option.path("value").asText(), 1, 150);
  }

  private void button(String path, JsonNode button) {
    plain(path + "/text", button.path("text"), 75);
    atMost(path + "/value", button.path("value").asText().length(), 2000);
    atMost(path + "/url", button.path("url").asText().length(), 3000);
    var style = button.path("style").asText("primary");
    if (!style.equals("primary") && !style.equals("danger")) {
      errors.add(path + "/style " + style);
    }
    if (button.has("confirm")) {
      var confirm = button.path("confirm");
      plain(path + "/confirm/title", confirm.path("title"), 100);
      text(path + "/confirm/text", confirm.path("text"), 300);
      plain(path + "/confirm/confirm", confirm.path("confirm"), 30);
      plain(path + "/confirm/deny", confirm.path("deny"), 30);
    }
  }

  private void input(String path, JsonNode block) {
    plain(path + "/label", block.path("label"), 2000);
    if (block.has("hint")) {
      plain(path + "/hint", block.path("hint"), 2000);
    }
    element(path + "/element", block.path("element"));
  }

  private void richText(String path, JsonNode block) {
    if (block.path("elements").isEmpty()) {
      errors.add(path + "/elements are none");
    }
    for (var element : block.path("elements")) {
      switch (element.path("type").asText()) {
        case "rich_text_section", "rich_text_quote", "rich_text_preformatted" ->
            pieces(path, element);
        case "rich_text_list" -> {
          if (element.path("elements").isEmpty()) {
            errors.add(path + " has an empty list");
          }
          element
              .path("elements")
              .forEach(item -> {
                if (!is(item, "rich_text_section")) {
                  errors.add(path + " list of " + item.path("type").asText());
                }
                pieces(path, item);
              });
          var style = element.path("style").asText();
          if (!style.equals("bullet") && !style.equals("ordered")) {
            errors.add(path + "/style " + style);
          }
        }
        default -> errors.add(path + " rich_text of " + element.path("type").asText());
      }
    }
  }

  private void pieces(String path, JsonNode element) {
    if (element.path("elements").isEmpty()) {
      errors.add(path + " has an empty " + element.path("type").asText());
    }
    for (var piece : element.path("elements")) {
      var type = piece.path("type").asText();
      if (!PIECES.contains(type)) {
        errors.add(path + " piece " + type);
      } else if (type.equals("text") && piece.path("text").asText().isEmpty()) {
        errors.add(path + " has an empty text");
      } else if (type.equals("broadcast") || type.equals("usergroup")) {
        errors.add(path + " pings everybody");
      }
    }
  }

  private void plan(String path, JsonNode block) {
    if (!rich) {
      errors.add(path + "/type plan is unknown to this workspace");
    }
    length(path + "/title", block.path("title").asText(), 1, 150);
    within(path + "/tasks", block.path("tasks").size(), 1, 50);
    var ids = new HashSet<String>();
    for (var task : block.path("tasks")) {
      if (!ids.add(task.path("task_id").asText())) {
        errors.add(path + " task_id twice");
      }
      length(path + "/tasks/title", task.path("title").asText(), 1, 256);
      if (!Set.of("pending", "in_progress", "complete", "error")
          .contains(task.path("status").asText())) {
        errors.add(path + " status " + task.path("status"));
      }
      if (task.has("output")) {
        richText(path + "/output", task.path("output"));
      }
    }
  }

  private void table(String path, JsonNode block) {
    if (!rich) {
      errors.add(path + "/type table is unknown to this workspace");
    }
    within(path + "/rows", block.path("rows").size(), 1, 100);
    block
        .path("rows")
        .forEach(row -> {
          within(path + "/rows/cells", row.size(), 1, 20);
          for (var cell : row) {
            if (!is(cell, "raw_text") || cell.path("text").asText().isEmpty()) {
              errors.add(path + " cell " + cell);
            }
          }
        });
    atMost(path + " characters", characters(block), 10_000);
  }

  private void text(String path, JsonNode text, int most) {
    if (is(text, "mrkdwn")) {
      length(path, text.path("text").asText(), 1, most);
    } else {
      plain(path, text, most);
    }
  }

  private void plain(String path, JsonNode text, int most) {
    if (!is(text, "plain_text")) {
      errors.add(path + " is no plain_text");
    }
    length(path, text.path("text").asText(), 1, most);
  }

  private void length(String path, String text, int least, int most) {
    within(path, text.length(), least, most);
  }

  private void atMost(String path, int size, int most) {
    within(path, size, 0, most);
  }

  private void within(String path, int size, int least, int most) {
    if (size < least || size > most) {
      errors.add(path + " has " + size + ", not " + least + " to " + most);
    }
  }
}
