package dev.roundtable.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;

/** Message bodies and what is in them. Numbers: component and message reference. */
final class Components {
  static final int SUPPRESS_EMBEDS = 1 << 2;
  static final int SILENT = 1 << 12;
  static final int SECOND_KIND = 1 << 15;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int ROW = 1;
  private static final int BUTTON = 2;
  private static final int TEXT = 10;
  private static final int GALLERY = 12;
  private static final int FILE = 13;
  private static final int SEPARATOR = 14;
  private static final int CONTAINER = 17;
  private static final int LINK = 5;

  /** How a button looks. */
  enum Look {
    PRIMARY(1),
    SECONDARY(2),
    SUCCESS(3),
    DANGER(4);

    private final int style;

    Look(int style) {
      this.style = style;
    }
  }

  private Components() {}

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static ObjectNode component(int type) {
    return node().put("type", type);
  }

  static ObjectNode text(String markdown) {
    return component(TEXT).put("content", markdown);
  }

  static ObjectNode separator() {
    return component(SEPARATOR);
  }

  static ObjectNode file(String name) {
    var file = component(FILE);
    file.putObject("file").put("url", "attachment://" + name);
    return file;
  }

  static ObjectNode gallery(String name, String description) {
    var gallery = component(GALLERY);
    var item = gallery.putArray("items").addObject().put("description", description);
    item.putObject("media").put("url", "attachment://" + name);
    return gallery;
  }

  static void removeGalleries(ObjectNode message) {
    for (Iterator<JsonNode> each = message.path("components").iterator(); each.hasNext(); ) {
      if (each.next().path("type").asInt() == GALLERY) {
        each.remove();
      }
    }
  }

  /** Says something else in place of the file and of the line about it. */
  static void removeFile(ObjectNode message, String line, String instead) {
    var content = message.path("content").asText();
    if (content.endsWith(line)) {
      message.put("content", content.substring(0, content.length() - line.length()) + instead);
    }
    for (Iterator<JsonNode> each = message.path("components").iterator(); each.hasNext(); ) {
      var component = (ObjectNode) each.next();
      if (component.path("type").asInt() == FILE) {
        each.remove();
      } else if (component.path("content").asText().equals(line)) {
        component.put("content", instead);
      }
    }
  }

  static ObjectNode container(int colour, List<ObjectNode> parts) {
    var container = component(CONTAINER).put("accent_color", colour);
    container.putArray("components").addAll(parts);
    return container;
  }

  static ObjectNode button(Look look, String label, String id) {
    return component(BUTTON).put("style", look.style).put("label", label).put("custom_id", id);
  }

  static ObjectNode link(String label, String address) {
    return component(BUTTON).put("style", LINK).put("label", label).put("url", address);
  }

  /** The message without the links to that address, and without rows that had nothing else. */
  static ObjectNode withoutLinks(ObjectNode message, String address) {
    var bare = message.deepCopy();
    removeLinks(bare.path("components"), address);
    return bare;
  }

  private static void removeLinks(JsonNode components, String address) {
    for (Iterator<JsonNode> each = components.iterator(); each.hasNext(); ) {
      var component = each.next();
      var children = component.path("components");
      removeLinks(children, address);
      boolean empty = children.isArray() && children.isEmpty();
      if (empty || component.path("url").asText().equals(address)) {
        each.remove();
      }
    }
  }

  /** As many rows as the buttons need. */
  static List<ObjectNode> rows(List<ObjectNode> buttons) {
    var rows = new ArrayList<ObjectNode>();
    for (int i = 0; i < buttons.size(); i += DiscordLimits.BUTTONS) {
      var row = component(ROW);
      int end = Math.min(i + DiscordLimits.BUTTONS, buttons.size());
      row.putArray("components").addAll(buttons.subList(i, end));
      rows.add(row);
    }
    return rows;
  }

  /** The rows of buttons below such words. */
  static List<ObjectNode> rows(MessageCreateData said) {
    var rows = new ArrayList<ObjectNode>();
    try {
      var json = new String(said.toData().toJson(), StandardCharsets.UTF_8);
      JSON.readTree(json).path("components").forEach(row -> rows.add((ObjectNode) row));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message is always JSON", e);
    }
    return rows;
  }

  /** A message of components alone. */
  static ObjectNode message(List<ObjectNode> parts) {
    var message = node().put("flags", SECOND_KIND | SILENT);
    message.putArray("components").addAll(parts);
    return message;
  }

  /** A message of words, with rows of buttons below. */
  static ObjectNode message(String content, List<ObjectNode> rows) {
    var message = node().put("content", content).put("flags", SUPPRESS_EMBEDS | SILENT);
    message.putArray("components").addAll(rows);
    return message;
  }
}
