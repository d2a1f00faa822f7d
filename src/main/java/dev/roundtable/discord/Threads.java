package dev.roundtable.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.Outcome;
import dev.roundtable.delivery.RemoteId;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;

/** The threads that hang on cards. */
final class Threads {
  private static final int REMEMBERED = 10_000;
  private static final int ARCHIVE_MINUTES = 10_080;
  private static final Duration SOON = Duration.ofSeconds(2);

  /** Where a post for the thread goes. */
  sealed interface Target {
    record There(String channel) implements Target {}

    record Nowhere(Outcome outcome) implements Target {}
  }

  private final DiscordRest rest;
  private final Map<DebateId, String> names = recent();
  private final Map<RemoteId, Boolean> made = recent();

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
      case RestReply.Denied(var code, _) when isMade(code) -> made(anchor);
      case RestReply.Denied denied -> instead(to, denied, keystone);
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

  // In a forum the card is in the thread already, and unknown to the channel.
  private static boolean isMade(int code) {
    return code == ErrorResponse.THREAD_WITH_THIS_MESSAGE_ALREADY_EXISTS.getCode()
        || code == ErrorResponse.INVALID_CHANNEL_TYPE.getCode();
  }

  private Target made(RemoteId anchor) {
    made.put(anchor, true);
    return new Target.There(anchor.value());
  }

  private static Target instead(Destination to, RestReply.Denied denied, boolean keystone) {
    var outcome = Denials.in(to.venue()).outcome(denied);
    return keystone && outcome instanceof Outcome.Refused
        ? new Target.There(to.venue().channel())
        : new Target.Nowhere(outcome);
  }

  /** Opens an archived thread; false if it is locked. */
  boolean unarchive(Destination to, String thread) {
    var body = JsonNodeFactory.instance.objectNode().put("archived", false);
    var route = Route.Channels.MODIFY_CHANNEL.compile(thread);
    return rest.call(to.venue().workspace(), route, body) instanceof RestReply.Given;
  }
}
