package dev.roundtable.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Destination;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** A payload's message as the body of one request. */
final class Bodies {
  private static final int HEX = 16;
  private static final int MARK_DIGITS = 7;
  private static final int EDITABLE = Components.SUPPRESS_EMBEDS | Components.SECOND_KIND;

  private Bodies() {}

  /** For a new message, which carries the mark. */
  static ObjectNode create(
      ObjectNode message, Destination to, @Nullable String mentioned, String mark) {
    var body = message.deepCopy();
    lead(body, to);
    var mentions = nobody(body);
    if (mentioned != null) {
      mentions.putArray("users").add(mentioned);
    }
    number(body, mark);
    return body;
  }

  /** For the answer to a command, which is edited into the place of “thinking”. */
  static ObjectNode answer(ObjectNode message, Destination to, String mark) {
    var body = edit(message, to);
    number(body, mark);
    return body;
  }

  private static void number(ObjectNode body, String mark) {
    if (body.path("components").path(0) instanceof ObjectNode first) {
      first.put("id", number(mark));
    }
  }

  /** For a message as it should stand; what it had and has no longer is taken away. */
  static ObjectNode edit(ObjectNode message, Destination to) {
    var body = message.deepCopy();
    lead(body, to);
    nobody(body);
    body.put("flags", body.path("flags").asInt() & EDITABLE);
    if (!body.has("content")) {
      body.putNull("content");
    }
    body.putArray("attachments");
    return body;
  }

  /** What a mark is on a component: Component reference, {@code id}, a number of 32 bits. */
  static int number(String mark) {
    return Integer.parseInt(mark.substring(0, MARK_DIGITS), HEX) + 1;
  }

  private static ObjectNode nobody(ObjectNode body) {
    var mentions = body.putObject("allowed_mentions");
    mentions.putArray("parse");
    return mentions;
  }

  // A link to the thread, once there is one.
  private static void lead(ObjectNode body, Destination to) {
    lead(body.path("components"), address(to));
  }

  private static @Nullable String address(Destination to) {
    var venue = to.venue();
    var anchor = to.anchor();
    if (anchor == null) {
      return null;
    }
    var guild = venue.reach() == Venue.Reach.DIRECT ? "@me" : venue.workspace();
    boolean own = venue.reach() != Venue.Reach.DIRECT && venue.thread() == null;
    var place = own ? anchor.value() : channel(venue) + "/" + anchor.value();
    return "https://discord.com/channels/" + guild + "/" + place;
  }

  private static String channel(Venue venue) {
    var thread = venue.thread();
    return thread == null ? venue.channel() : thread;
  }

  private static void lead(JsonNode components, @Nullable String address) {
    for (Iterator<JsonNode> each = components.iterator(); each.hasNext(); ) {
      if (!(each.next() instanceof ObjectNode component)) {
        continue;
      }
      lead(component.path("components"), address);
      boolean leads = component.path("url").asText().equals(CardForm.THREAD);
      if (leads && address != null) {
        component.put("url", address);
      }
      boolean empty =
          component.path("components") instanceof ArrayNode children && children.isEmpty();
      if (empty || (leads && address == null)) {
        each.remove();
      }
    }
  }
}
