package dev.roundtable.slack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.jspecify.annotations.Nullable;

/**
 * A message in Slack's form, as it travels through the delivery.
 *
 * @param text for notifications, small screens and screen readers
 * @param plainBlocks what goes where the workspace does not take the blocks, null if they are plain
 * @param voice under which it is said, null for the bot's own
 * @param picture that goes with it where the app may upload one, null if none does
 * @param atWork whether the bot is at work in the message's thread, null if the message does not
 *     tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SlackPayload(
    String text,
    ArrayNode blocks,
    @Nullable ArrayNode plainBlocks,
    @Nullable Voice voice,
    @Nullable Picture picture,
    @Nullable Boolean atWork) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A name above a message, and an emoji beside it. */
  record Voice(String name, String icon) {}

  /**
   * The picture of a verdict.
   *
   * @param alt what it shows
   */
  record Picture(int verdict, String alt) {}

  /** Said by the bot in plain blocks. */
  SlackPayload(String text, ArrayNode blocks) {
    this(text, blocks, null, null, null, null);
  }

  SlackPayload orPlain(ArrayNode other) {
    return new SlackPayload(text, blocks, other, voice, picture, atWork);
  }

  SlackPayload by(Voice speaker) {
    return new SlackPayload(text, blocks, plainBlocks, speaker, picture, atWork);
  }

  SlackPayload with(Picture shown) {
    return new SlackPayload(text, blocks, plainBlocks, voice, shown, atWork);
  }

  SlackPayload atWork(boolean works) {
    return new SlackPayload(text, blocks, plainBlocks, voice, picture, works);
  }

  String write() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a payload is always JSON", e);
    }
  }

  /** Reads what {@link #write} wrote. */
  static SlackPayload read(String payload) {
    try {
      return JSON.readValue(payload, SlackPayload.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no payload of Slack", e);
    }
  }
}
