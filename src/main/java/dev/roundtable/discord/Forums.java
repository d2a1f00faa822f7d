package dev.roundtable.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roundtable.delivery.Destination;
import java.util.Optional;
import java.util.stream.StreamSupport;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;

/** Posts in forums and media channels, where a debate's card opens a thread of its own. */
final class Forums {
  private final DiscordRest rest;
  private final Uploads uploads;

  Forums(DiscordRest rest, Uploads uploads) {
    this.rest = rest;
    this.uploads = uploads;
  }

  /** Opens a post with that message, under a tag of the forum if it will have one. */
  RestReply open(Destination to, String name, Payload payload, String mark) {
    return payload.inAnyForm(form -> openAs(to, name, form, mark));
  }

  private RestReply openAs(Destination to, String name, Payload payload, String mark) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("name", name).put("auto_archive_duration", Threads.ARCHIVE_MINUTES);
    var message = Bodies.create(payload.message(), to, payload.mentioned(), mark);
    body.set("message", message);
    var route = Route.Channels.CREATE_THREAD.compile(to.venue().channel());
    var files = uploads.of(to, payload);
    var reply = rest.call(to, route, body, message, files);
    if (!reply.isDenied(ErrorResponse.FORUM_POST_TAG_REQUIRED)) {
      return reply;
    }
    var tag = freeTag(to);
    if (tag.isEmpty()) {
      return reply;
    }
    body.putArray("applied_tags").add(tag.get());
    return rest.call(to, route, body, message, files);
  }

  // One that moderators alone may give is not ours to give.
  private Optional<String> freeTag(Destination to) {
    var route = Route.Channels.GET_CHANNEL.compile(to.venue().channel());
    return rest.call(to.venue().workspace(), route) instanceof RestReply.Given(var channel)
        ? StreamSupport.stream(channel.path("available_tags").spliterator(), false)
            .filter(tag -> !tag.path("moderated").asBoolean())
            .map(tag -> tag.path("id").asText())
            .findFirst()
        : Optional.empty();
  }

  /** The posts of the forum that are not archived, as far as Discord tells. */
  RestReply posts(Destination to) {
    var route = Route.Guilds.LIST_ACTIVE_THREADS.compile(to.venue().workspace());
    var reply = rest.call(to.venue().workspace(), route);
    return reply instanceof RestReply.Given(var all) ? ofForum(to, all) : reply;
  }

  private static RestReply ofForum(Destination to, JsonNode all) {
    var posts = JsonNodeFactory.instance.arrayNode();
    for (var thread : all.path("threads")) {
      if (thread.path("parent_id").asText().equals(to.venue().channel())) {
        posts.add(thread);
      }
    }
    return new RestReply.Given(posts);
  }

  /** The message that a post was opened with; it has the post's own id. */
  RestReply opening(Destination to, String post) {
    var route = Route.Messages.GET_MESSAGE.compile(post, post);
    return rest.call(to.venue().workspace(), route);
  }
}
