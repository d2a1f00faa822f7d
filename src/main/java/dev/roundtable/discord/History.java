package dev.roundtable.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.LookUp;
import dev.roundtable.delivery.RemoteId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.TimeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Finds messages of our own by the number on their first component, as Discord shows a nonce to
 * nobody later. An answer has no component and is not found: while Discord remembers its nonce, it
 * does no harm to send it again.
 */
final class History {
  private static final int PAGE = 100;
  private static final int MOST_PAGES = 10;
  private static final Duration SOON = Duration.ofSeconds(5);

  private final DiscordRest rest;
  private final Forums forums;

  History(DiscordRest rest, Forums forums) {
    this.rest = rest;
    this.forums = forums;
  }

  /**
   * A message that may be there. Its first component has the number of its mark; one without
   * components is told by its words, as Discord keeps a nonce for some minutes alone.
   *
   * @param message as it was sent, null if it is not known any more
   */
  record Sought(String mark, @Nullable ObjectNode message) {
    boolean is(JsonNode found) {
      var first = found.path("components").path(0);
      return first.isMissingNode()
          ? message != null && message.path("components").isEmpty() && saysTheSame(found)
          : first.path("id").asInt() == Bodies.number(mark);
    }

    private boolean saysTheSame(JsonNode found) {
      var content = Objects.requireNonNull(message).path("content").asText().strip();
      return found.path("author").path("bot").asBoolean()
          && found.path("content").asText().strip().equals(content);
    }
  }

  /** Looks in these channels, one after the other. */
  LookUp find(Destination to, List<String> channels, Sought sought, Instant since) {
    LookUp found = new LookUp.Absent();
    for (var channel : channels) {
      found = find(to, channel, sought, since);
      if (!(found instanceof LookUp.Absent)) {
        break;
      }
    }
    return found;
  }

  private LookUp find(Destination to, String channel, Sought sought, Instant since) {
    var messages = new ArrayList<JsonNode>();
    var trouble = read(to, channel, since, messages);
    if (trouble.isEmpty()) {
      return among(messages, sought);
    }
    return trouble.get().isDenied(ErrorResponse.INVALID_CHANNEL_TYPE)
        ? post(to, sought, since)
        : unread(to, trouble.get());
  }

  private static LookUp among(List<JsonNode> messages, Sought sought) {
    return messages.stream()
        .filter(sought::is)
        .findFirst()
        .<LookUp>map(message -> new LookUp.Found(new RemoteId(message.path("id").asText())))
        .orElseGet(LookUp.Absent::new);
  }

  // A forum has no messages of its own, only posts that each begin with one.
  private LookUp post(Destination to, Sought sought, Instant since) {
    var reply = forums.posts(to);
    if (!(reply instanceof RestReply.Given(var posts))) {
      return unread(to, reply);
    }
    long after = TimeUtil.getDiscordTimestamp(since.toEpochMilli());
    var openings = new ArrayList<JsonNode>();
    for (var post : posts) {
      if (post.path("id").asLong() > after) {
        var opening = forums.opening(to, post.path("id").asText());
        if (opening instanceof RestReply.Given(var first)) {
          openings.add(first);
        } else if (!opening.isDenied(ErrorResponse.UNKNOWN_MESSAGE)) {
          return unread(to, opening);
        }
      }
    }
    return among(openings, sought);
  }

  /** Reads what was written since then, oldest first, or answers with what Discord says instead. */
  private Optional<RestReply> read(
      Destination to, String channel, Instant since, List<JsonNode> messages) {
    long after = TimeUtil.getDiscordTimestamp(since.toEpochMilli());
    for (int page = 0; page < MOST_PAGES; page++) {
      var route =
          Route.Messages.GET_MESSAGE_HISTORY
              .compile(channel)
              .withQueryParams(
                  "after", Long.toUnsignedString(after), "limit", String.valueOf(PAGE));
      var reply = rest.call(to.venue().workspace(), route);
      if (!(reply instanceof RestReply.Given(var found))) {
        return Optional.of(reply);
      }
      found.forEach(messages::add);
      messages.sort(Comparator.comparingLong(message -> message.path("id").asLong()));
      if (found.size() < PAGE) {
        break;
      }
      after = messages.getLast().path("id").asLong();
    }
    return Optional.empty();
  }

  // Of several messages that went by a hook only the first can be looked at.
  static LookUp answer(Destination to, RestReply reply, Sought sought) {
    if (reply instanceof RestReply.Given(var message)) {
      return sought.is(message)
          ? new LookUp.Found(new RemoteId(message.path("id").asText()))
          : new LookUp.Unknown(SOON, "It cannot be looked for where the bot is no member.");
    }
    return reply.isDenied(ErrorResponse.UNKNOWN_MESSAGE) ? new LookUp.Absent() : unread(to, reply);
  }

  private static LookUp unread(Destination to, RestReply reply) {
    return switch (reply) {
      // Who may not see the channel cannot post there either, and hears so.
      case RestReply.Denied denied
          when denied.isDenied(ErrorResponse.UNKNOWN_CHANNEL)
              || denied.isDenied(ErrorResponse.MISSING_ACCESS) ->
          new LookUp.Absent();
      case RestReply.Denied denied ->
          new LookUp.Unknown(SOON, Denials.in(to.venue()).sentence(denied));
      case RestReply.NotNow(var wait, var reason) -> new LookUp.Unknown(wait, reason);
      case RestReply.Lost(var reason) -> new LookUp.Unknown(SOON, reason);
      case RestReply.Given _ -> throw new IllegalStateException("that was read");
    };
  }
}
