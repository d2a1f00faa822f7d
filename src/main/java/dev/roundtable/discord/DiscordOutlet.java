package dev.roundtable.discord;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.LookUp;
import dev.roundtable.delivery.Outcome;
import dev.roundtable.delivery.Outlet;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.Rate;
import dev.roundtable.delivery.RemoteId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.sharding.ShardManager;
import org.jspecify.annotations.Nullable;

/**
 * Discord's channels and threads. A debate's thread hangs on its card, and so has its id. The card
 * is an ordinary message and not the answer to a command: it can be edited for ever, its nonce
 * keeps it single whatever breaks, and Discord lets the bot read replies to it. Nothing is sent
 * before a front end has connected the outlet.
 */
public final class DiscordOutlet implements Outlet {
  private static final Duration EDIT_GAP = Duration.ofMillis(1500);
  // Discord allows 50 requests a second to a bot (Topics, Rate Limits); some are for answers.
  private static final Rate BOT = new Rate("discord", Duration.ofMillis(25), 40);
  private static final Duration IN_CHANNEL = Duration.ofSeconds(1);
  // What Discord's headers say of a channel's messages at present; JDA waits where they say so.
  private static final int CHANNEL_BURST = 5;
  private static final Duration SOON = Duration.ofSeconds(2);
  private static final int ARCHIVE_MINUTES = 10_080;

  private final DiscordRest rest = new DiscordRest();
  private final Threads threads = new Threads(rest);
  private final History history = new History(rest);
  private final AtomicLong limited = new AtomicLong();
  private volatile BiConsumer<DebateId, String> refusals = (_, _) -> {};

  void connect(ShardManager shards) {
    rest.connect(shards);
  }

  /** Says of whom Discord does not take the card, and why. */
  void tellRefusals(BiConsumer<DebateId, String> to) {
    refusals = to;
  }

  void disconnect() {
    rest.disconnect();
  }

  void noteLimit() {
    limited.incrementAndGet();
  }

  /** How often Discord has said that it was asked too often. */
  public long limited() {
    return limited.get();
  }

  DiscordRest rest() {
    return rest;
  }

  @Override
  public List<Rate> rates(Destination to, Action action) {
    var anchor = to.anchor();
    var channel = anchor == null ? to.venue().channel() : anchor.value();
    var bucket = "discord:" + channel + ":" + action;
    return List.of(BOT, new Rate(bucket, IN_CHANNEL, CHANNEL_BURST));
  }

  @Override
  public Duration editGap() {
    return EDIT_GAP;
  }

  @Override
  public Outcome send(Destination to, Post post, String mark) {
    var payload = Payload.read(post.payload());
    if (payload.thread() != null) {
      threads.name(to.debate(), payload.thread());
    }
    var outcome =
        switch (target(to, post.place(), payload)) {
          case Threads.Target.There(var channel) -> send(to, channel, payload, mark);
          case Threads.Target.Nowhere(var nowhere) -> nowhere;
        };
    if (outcome instanceof Outcome.Refused(var reason) && post.key().equals(Post.ANCHOR)) {
      refusals.accept(to.debate(), reason);
    }
    return outcome;
  }

  private Threads.Target target(Destination to, Post.Place place, Payload payload) {
    var venue = to.venue();
    if (venue.thread() != null) {
      return new Threads.Target.There(venue.thread());
    }
    boolean inChannel = place == Post.Place.CHANNEL || venue.reach() == Venue.Reach.DIRECT;
    return inChannel
        ? new Threads.Target.There(venue.channel())
        : threads.of(to, payload.keystone());
  }

  private Outcome send(Destination to, String channel, Payload payload, String mark) {
    var pushed = payload.pushed();
    var reply = create(to, channel, pushed == null ? payload.message() : pushed, payload, mark);
    var plain = payload.plain();
    if (isDenied(reply, ErrorResponse.INVALID_FORM_BODY) && plain != null) {
      reply = create(to, channel, plain, payload, mark);
    } else if (isDenied(reply, ErrorResponse.CANNOT_SEND_MESSAGE_IN_FORUM)) {
      reply = post(to, channel, payload, mark);
    }
    var outcome = sent(to, reply);
    if (pushed != null && outcome instanceof Outcome.Done(var message)) {
      // What was pushed says all; the card only looks better, so nothing hangs on this.
      var _ = change(to, channel, message, payload, payload.message());
    }
    return outcome;
  }

  private RestReply create(
      Destination to, String channel, ObjectNode message, Payload payload, String mark) {
    var body = Bodies.create(message, to, payload.mentioned(), mark);
    body.put("nonce", mark).put("enforce_nonce", true);
    var route = Route.Messages.SEND_MESSAGE.compile(channel);
    return call(to, route, body, payload.file(), body);
  }

  // In a forum the debate is a post of its own; what belongs to the channel comes into it.
  private RestReply post(Destination to, String channel, Payload payload, String mark) {
    var anchor = to.anchor();
    if (anchor != null) {
      return create(to, anchor.value(), payload.message(), payload, mark);
    }
    var body = JsonNodeFactory.instance.objectNode();
    body.put("name", threads.nameOf(to.debate())).put("auto_archive_duration", ARCHIVE_MINUTES);
    var message = Bodies.create(payload.message(), to, payload.mentioned(), mark);
    body.set("message", message);
    return call(to, Route.Channels.CREATE_THREAD.compile(channel), body, payload.file(), message);
  }

  private RestReply call(
      Destination to,
      Route.CompiledRoute route,
      ObjectNode body,
      Payload.@Nullable Attachment file,
      ObjectNode message) {
    if (file == null) {
      return rest.call(to.venue().workspace(), route, body);
    }
    message.putArray("attachments").addObject().put("id", 0).put("filename", file.name());
    return rest.call(to.venue().workspace(), route, body, file);
  }

  private static boolean isDenied(RestReply reply, ErrorResponse error) {
    return reply instanceof RestReply.Denied(var code, _) && code == error.getCode();
  }

  private static Outcome sent(Destination to, RestReply reply) {
    return switch (reply) {
      case RestReply.Given(var body) -> new Outcome.Done(new RemoteId(body.path("id").asText()));
      case RestReply.Denied denied -> Denials.in(to.venue()).outcome(denied);
      case RestReply.NotNow(var after, var reason) -> new Outcome.Later(after, reason);
      case RestReply.Lost(var reason) -> new Outcome.Unsure(reason);
    };
  }

  @Override
  public Outcome edit(Destination to, Post post, RemoteId message) {
    var payload = Payload.read(post.payload());
    if (payload.thread() != null) {
      threads.name(to.debate(), payload.thread());
    }
    return anywhere(to, post.place(), channel -> edit(to, channel, message, payload));
  }

  private RestReply edit(Destination to, String channel, RemoteId message, Payload payload) {
    var reply = change(to, channel, message, payload, payload.message());
    var plain = payload.plain();
    return isDenied(reply, ErrorResponse.INVALID_FORM_BODY) && plain != null
        ? change(to, channel, message, payload, plain)
        : reply;
  }

  private RestReply change(
      Destination to, String channel, RemoteId message, Payload payload, ObjectNode content) {
    var body = Bodies.edit(content, to);
    var route = Route.Messages.EDIT_MESSAGE.compile(channel, message.value());
    var reply = call(to, route, body, payload.file(), body);
    return isDenied(reply, ErrorResponse.ILLEGAL_OPERATION_ARCHIVED_THREAD)
            && threads.unarchive(to, channel)
        ? call(to, route, body, payload.file(), body)
        : reply;
  }

  @Override
  public Outcome delete(Destination to, Post.Place place, RemoteId message) {
    var outcome = anywhere(to, place, channel -> delete(to, channel, message));
    return outcome instanceof Outcome.Done ? new Outcome.Done(message) : outcome;
  }

  private RestReply delete(Destination to, String channel, RemoteId message) {
    var route = Route.Messages.DELETE_MESSAGE.compile(channel, message.value());
    var reply = rest.call(to.venue().workspace(), route);
    return isDenied(reply, ErrorResponse.ILLEGAL_OPERATION_ARCHIVED_THREAD)
            && threads.unarchive(to, channel)
        ? rest.call(to.venue().workspace(), route)
        : reply;
  }

  private interface InChannel {
    RestReply go(String channel);
  }

  // A message is where it should be, or where the outlet had to put it instead.
  private static Outcome anywhere(Destination to, Post.Place place, InChannel action) {
    RestReply reply = new RestReply.Denied(ErrorResponse.UNKNOWN_CHANNEL.getCode(), "");
    for (var channel : channels(to, place)) {
      reply = action.go(channel);
      if (!isDenied(reply, ErrorResponse.UNKNOWN_CHANNEL)
          && !isDenied(reply, ErrorResponse.UNKNOWN_MESSAGE)) {
        break;
      }
    }
    // Doing it twice does no harm, so a lost answer is no worse than a late one.
    return reply instanceof RestReply.Lost(var reason)
        ? new Outcome.Later(SOON, reason)
        : sent(to, reply);
  }

  private static List<String> channels(Destination to, Post.Place place) {
    var venue = to.venue();
    var anchor = to.anchor();
    if (venue.thread() != null) {
      return List.of(venue.thread());
    }
    if (anchor == null || venue.reach() == Venue.Reach.DIRECT) {
      return List.of(venue.channel());
    }
    return place == Post.Place.THREAD
        ? List.of(anchor.value(), venue.channel())
        : List.of(venue.channel(), anchor.value());
  }

  @Override
  public LookUp lookUp(Destination to, Post.Place place, String mark, Instant since) {
    LookUp found = new LookUp.Absent();
    for (var channel : channels(to, place)) {
      found = history.find(to, channel, mark, since);
      if (!(found instanceof LookUp.Absent)) {
        break;
      }
    }
    return found;
  }
}
