package dev.roundtable.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.Outcome;
import dev.roundtable.delivery.RemoteId;
import dev.roundtable.transcript.Words;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import org.jspecify.annotations.Nullable;

/** The threads that hang on cards. */
final class Threads {
  private static final int REMEMBERED = 10_000;
  static final int ARCHIVE_MINUTES = 10_080;
  private static final Duration SOON = Duration.ofSeconds(2);

  /** Where a post for the thread goes. */
  sealed interface Target {
    record There(String channel) implements Target {}

    record Nowhere(Outcome outcome) implements Target {}
  }

  private final DiscordRest rest;
  private final Map<DebateId, String> names = recent();
  private final Map<RemoteId, Boolean> made = recent();
  private final Map<RemoteId, Boolean> posts = recent();
  private final Map<RemoteId, Boolean> refused = recent();

  Threads(DiscordRest rest) {
    this.rest = rest;
  }

  private static <K, V> Map<K, V> recent() {
    return Collections.synchronizedMap(
        new LinkedHashMap<K, V>() {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > REMEMBERED;
          }
        });
  }

  void name(DebateId debate, String name) {
    names.put(debate, name);
  }

  String nameOf(DebateId debate) {
    return names.getOrDefault(debate, "Roundtable " + debate);
  }

  /** Whether that message is known to have opened a post in a forum. */
  boolean isPost(@Nullable RemoteId anchor) {
    return anchor != null && posts.containsKey(anchor);
  }

  void post(RemoteId opened) {
    posts.put(opened, true);
  }

  /** The payload without a link to the debate's thread, if that could not be made. */
  Payload linked(Destination to, Payload payload) {
    var anchor = to.anchor();
    return anchor != null && refused.containsKey(anchor) ? payload.unlinked() : payload;
  }

  /**
   * The debate's thread, made if need be.
   *
   * @param keystone whether what is to be posted is worth being said in the channel instead
   */
  Target of(Destination to, boolean keystone) {
    var anchor = to.anchor();
    if (anchor == null) {
      return new Target.Nowhere(new Outcome.Later(SOON, "The card is not there yet."));
    }
    if (made.containsKey(anchor)) {
      return new Target.There(anchor.value());
    }
    return switch (make(to, anchor)) {
      case RestReply.Given _ -> made(anchor);
      case RestReply.Denied denied when isMade(to, anchor, denied) -> made(anchor);
      case RestReply.Denied denied -> {
        refused.put(anchor, true);
        yield instead(to, denied, keystone);
      }
      case RestReply.NotNow(var after, var reason) ->
          new Target.Nowhere(new Outcome.Later(after, reason));
      // Making it again does no harm.
      case RestReply.Lost(var reason) -> new Target.Nowhere(new Outcome.Later(SOON, reason));
    };
  }

  private RestReply make(Destination to, RemoteId anchor) {
    var body = JsonNodeFactory.instance.objectNode();
    body.put("name", nameOf(to.debate())).put("auto_archive_duration", ARCHIVE_MINUTES);
    var route =
        Route.Channels.CREATE_THREAD_FROM_MESSAGE.compile(to.venue().channel(), anchor.value());
    return rest.call(to.venue().workspace(), route, body);
  }

  private boolean isMade(Destination to, RemoteId anchor, RestReply.Denied denied) {
    if (denied.isDenied(ErrorResponse.THREAD_WITH_THIS_MESSAGE_ALREADY_EXISTS)) {
      return true;
    }
    // In a forum the card is in the thread already, and unknown to the channel.
    boolean unknown =
        denied.isDenied(ErrorResponse.UNKNOWN_MESSAGE)
            || denied.isDenied(ErrorResponse.INVALID_CHANNEL_TYPE);
    var route = Route.Channels.GET_CHANNEL.compile(anchor.value());
    if (unknown && rest.call(to.venue().workspace(), route) instanceof RestReply.Given) {
      post(anchor);
    }
    return isPost(anchor);
  }

  private Target made(RemoteId anchor) {
    made.put(anchor, true);
    refused.remove(anchor);
    return new Target.There(anchor.value());
  }

  private static Target instead(Destination to, RestReply.Denied denied, boolean keystone) {
    var outcome = Denials.in(to.venue()).outcome(denied);
    return keystone && outcome instanceof Outcome.Refused
        ? new Target.There(to.venue().channel())
        : new Target.Nowhere(outcome);
  }

  /**
   * Takes the question out of the name of the debate's own thread, which outlives its card; gives
   * when to try again, nothing if that is of no use.
   */
  Optional<Outcome.Later> unname(Destination to) {
    var anchor = to.anchor();
    var venue = to.venue();
    if (anchor == null || venue.thread() != null || venue.reach() == Venue.Reach.DIRECT) {
      return Optional.empty();
    }
    var words = Words.in(Locale.forLanguageTag(venue.language()));
    var body = JsonNodeFactory.instance.objectNode();
    // Of one that is archived nothing else can be changed.
    body.put("name", words.say("discord.thread.deleted")).put("archived", false);
    var route = Route.Channels.MODIFY_CHANNEL.compile(anchor.value());
    var outcome = Denials.repeatable(to, rest.call(venue.workspace(), route, body));
    return outcome instanceof Outcome.Later later ? Optional.of(later) : Optional.empty();
  }

  /** Opens an archived thread; false if it is locked. */
  boolean unarchive(Destination to, String thread) {
    var body = JsonNodeFactory.instance.objectNode().put("archived", false);
    var route = Route.Channels.MODIFY_CHANNEL.compile(thread);
    return rest.call(to.venue().workspace(), route, body) instanceof RestReply.Given;
  }
}
