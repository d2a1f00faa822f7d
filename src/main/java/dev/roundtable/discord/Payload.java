package dev.roundtable.discord;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.jspecify.annotations.Nullable;

/**
 * A post in Discord's form.
 *
 * @param message the body of Create Message as it should stand
 * @param plain the same without components of the second kind, for where they are not taken; null
 *     if the message has none
 * @param pushed what to say first and to replace at once, as a notification does not show
 *     components; null if nothing
 * @param mentioned the one person who is notified, null if nobody is
 * @param file what did not fit, null if all did
 * @param thread the name of the thread that hangs on it, null if none does
 * @param keystone whether it goes to the channel where no thread can be made
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Payload(
    ObjectNode message,
    @Nullable ObjectNode plain,
    @Nullable ObjectNode pushed,
    @Nullable String mentioned,
    @Nullable Attachment file,
    @Nullable String thread,
    boolean keystone) {
  private static final ObjectMapper JSON = new ObjectMapper();

  record Attachment(String name, String text) {}

  static Payload of(ObjectNode message) {
    return new Payload(message, null, null, null, null, null, false);
  }

  Payload orPlain(ObjectNode other) {
    return new Payload(message, other, pushed, mentioned, file, thread, keystone);
  }

  Payload pushing(ObjectNode first, @Nullable String person) {
    return new Payload(message, plain, first, person, file, thread, keystone);
  }

  Payload with(@Nullable Attachment attachment) {
    return new Payload(message, plain, pushed, mentioned, attachment, thread, keystone);
  }

  Payload threadNamed(String name) {
    return new Payload(message, plain, pushed, mentioned, file, name, keystone);
  }

  Payload asKeystone(boolean yes) {
    return new Payload(message, plain, pushed, mentioned, file, thread, yes);
  }

  /** Does it with the message as it should stand, or in plain words where Discord refuses those. */
  RestReply inEitherForm(Function<ObjectNode, RestReply> action) {
    var reply = action.apply(message);
    return reply.isDenied(ErrorResponse.INVALID_FORM_BODY) && plain != null
        ? action.apply(plain)
        : reply;
  }

  static Payload read(String json) {
    try {
      return JSON.readValue(json, Payload.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not a payload for Discord", e);
    }
  }

  String write() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a payload is always JSON", e);
    }
  }
}
