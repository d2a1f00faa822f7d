package dev.roundtable.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Words;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** Blocks and elements of Block Kit, within their limits. */
final class SlackBlocks {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private static final String SHARE = "%";
  private static final int BESIDE_LABEL = 30;

  private SlackBlocks() {}

  static ArrayNode list() {
    return JSON.arrayNode();
  }

  static ObjectNode object() {
    return JSON.objectNode();
  }

  static ObjectNode plain(String text, int most) {
    return object()
        .put("type", "plain_text")
        .put("text", SlackText.label(text, most))
        .put("emoji", false);
  }

  private static ObjectNode block(String type) {
    return object().put("type", type);
  }

  static ObjectNode header(String text) {
    var block = block("header");
    block.set("text", plain(text, SlackLimits.HEADER));
    return block;
  }

  /** A section whose text Slack reads as nothing but text. */
  static ObjectNode section(String text) {
    var inert =
        object()
            .put("type", "plain_text")
            .put("text", SlackText.plain(text, SlackLimits.SECTION))
            .put("emoji", false);
    var block = block("section");
    block.set("text", inert);
    return block;
  }

  static ObjectNode markdown(String text) {
    return block("markdown").put("text", text);
  }

  static ObjectNode divider() {
    return block("divider");
  }

  /** Small print, one line for each text. */
  static ObjectNode context(List<String> texts) {
    var block = block("context");
    var elements = block.putArray("elements");
    var lines = texts.stream().filter(text -> !text.isBlank()).toList();
    if (lines.isEmpty()) {
      elements.add(plain("", SlackLimits.SECTION));
    }
    for (int i = 0; i < Math.min(lines.size(), SlackLimits.CONTEXT_ELEMENTS); i++) {
      boolean last = i == SlackLimits.CONTEXT_ELEMENTS - 1;
      var text = last ? String.join(" · ", lines.subList(i, lines.size())) : lines.get(i);
      elements.add(plain(text, SlackLimits.SECTION));
    }
    return block;
  }

  /** Small print that Slack's clients fill in; made of the bot's own words alone. */
  static ObjectNode dates(String mrkdwn) {
    var block = block("context");
    block.putArray("elements").add(object().put("type", "mrkdwn").put("text", mrkdwn));
    return block;
  }

  /** A moment in the reader's own time zone. */
  static String date(Instant at, String format) {
    var fallback = at.toString().replace('T', ' ').replaceAll(":\\d\\d(\\.\\d+)?Z$", " UTC");
    return "<!date^" + at.getEpochSecond() + "^" + format + "|" + fallback + ">";
  }

  static ObjectNode actions(List<ObjectNode> elements) {
    var block = block("actions");
    var list = block.putArray("elements");
    elements.stream().limit(SlackLimits.ACTIONS).forEach(list::add);
    return block;
  }

  static ObjectNode button(String id, String label) {
    var button = object().put("type", "button").put("action_id", id);
    button.set("text", plain(label, SlackLimits.LABEL));
    return button;
  }

  /** A button that opens a page. */
  static ObjectNode link(String id, String label, URI to) {
    return button(id, label).put("url", to.toString());
  }

  /** A picture that was brought to Slack before. */
  static ObjectNode image(String file, String alt) {
    var block = block("image").put("alt_text", SlackText.label(alt, SlackLimits.ALT));
    block.putObject("slack_file").put("id", file);
    return block;
  }

  /** The options with what each got, as a table. */
  static ObjectNode counts(List<Block.CountLine> lines, Words words) {
    var block = block("table");
    var settings = block.putArray("column_settings");
    settings.addObject().put("align", "left").put("is_wrapped", true);
    settings.addObject().put("align", "right");
    settings.addObject().put("align", "left");
    var rows = block.putArray("rows");
    row(rows, words.say("slack.table.option"), words.say("slack.table.votes"), SHARE);
    for (var line : lines.subList(0, Math.min(lines.size(), SlackLimits.TABLE_ROWS - 1))) {
      var weight = line.weight().isEmpty() ? "" : " (" + line.weight() + ")";
      row(rows, line.letter() + " " + line.label(), line.votes() + weight, CountBar.of(line));
    }
    return block;
  }

  private static void row(ArrayNode rows, String... cells) {
    row(rows, List.of(cells), SlackLimits.CELL);
  }

  /** A table's row, of which each cell holds so many characters at most. */
  static void row(ArrayNode rows, List<String> cells, int most) {
    var row = rows.addArray();
    for (var cell : cells) {
      row.addObject().put("type", "raw_text").put("text", SlackText.label(cell, most));
    }
  }

  /** How much of a message's room such a table takes. */
  static int characters(List<Block.CountLine> lines) {
    return lines.stream().mapToInt(line -> line.label().length() + BESIDE_LABEL).sum();
  }

  static ObjectNode input(String id, String label, ObjectNode element, boolean optional) {
    var block = block("input").put("block_id", id).put("optional", optional);
    block.set("label", plain(label, SlackLimits.LABEL));
    block.set("element", element.put("action_id", id));
    return block;
  }

  static ObjectNode textInput(boolean multiline, String initial) {
    var element =
        object()
            .put("type", "plain_text_input")
            .put("multiline", multiline)
            .put("max_length", SlackLimits.INPUT);
    var visible = SlackText.plain(initial, SlackLimits.INPUT);
    return visible.isEmpty() ? element : element.put("initial_value", visible);
  }

  /** One of some words; none is chosen if the chosen is none of them. */
  static ObjectNode select(List<String> values, List<String> labels, String chosen) {
    var element = object().put("type", "static_select");
    var options = element.putArray("options");
    for (int i = 0; i < values.size(); i++) {
      var option = object().put("value", values.get(i));
      option.set("text", plain(labels.get(i), SlackLimits.LABEL));
      options.add(option);
      if (values.get(i).equals(chosen)) {
        element.set("initial_option", option.deepCopy());
      }
    }
    return element;
  }
}
