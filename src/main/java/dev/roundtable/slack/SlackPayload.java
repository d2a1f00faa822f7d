package dev.roundtable.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.jspecify.annotations.Nullable;

/**
 * A message in Slack's form, as it travels through the delivery.
 *
 * @param text for notifications, small screens and screen readers
 * @param plainBlocks what goes where the workspace does not take the blocks, null if they are plain
 * @param name under which it is said, null for the bot's own
 * @param icon an emoji beside the name
 */
record SlackPayload(
    String text,
    ArrayNode blocks,
    @Nullable ArrayNode plainBlocks,
    @Nullable String name,
    @Nullable String icon) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Said by the bot. */
  SlackPayload(String text, ArrayNode blocks) {
    this(text, blocks, null, null, null);
  }

  String write() {
    var json = SlackBlocks.object().put("text", text);
    json.set("blocks", blocks);
    if (plainBlocks != null) {
      json.set("plainBlocks", plainBlocks);
    }
    if (name != null) {
      json.put("name", name).put("icon", icon);
    }
    return json.toString();
  }

  /** Reads what {@link #write} wrote. */
  static SlackPayload read(String payload) {
    JsonNode json;
    try {
      json = JSON.readTree(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no payload of Slack", e);
    }
    return new SlackPayload(
        json.get("text").asText(),
        (ArrayNode) json.get("blocks"),
        (ArrayNode) json.get("plainBlocks"),
        json.path("name").asText(null),
        json.path("icon").asText(null));
  }
}
