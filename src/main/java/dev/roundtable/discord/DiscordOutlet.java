package dev.roundtable.discord;

import dev.roundtable.chat.Exhibits;
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
import java.util.function.Supplier;
import net.dv8tion.jda.api.requests.ErrorResponse;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.sharding.ShardManager;

/**
 * Discord's channels and threads. A debate's thread hangs on its card, and so has its id. The card
 * is the answer to the command that asked while there is a way back to it, else a message like any
 * other; either can be edited by the channel for ever. Nothing is sent before a front end has
 * connected the outlet.
 */
public final class DiscordOutlet implements Outlet {
  private static final Duration EDIT_GAP = Duration.ofMillis(1500);
  // Discord allows 50 requests a second to a bot (Topics, Rate Limits); some are for answers. No
  // second has more than 40: the burst, and what comes after it.
  private static final Rate BOT = new Rate("discord", Duration.ofMillis(40), 15);
  private static final Duration IN_CHANNEL = Duration.ofSeconds(1);
  // What Discord's headers say of a channel's messages at present; JDA waits where they say so.
  private static final int CHANNEL_BURST = 5;
  static final Duration SOON = Duration.ofSeconds(2);

  private final DiscordRest rest = new DiscordRest();
  private final Uploads uploads;
  private final Forums forums;
  private final Threads threads = new Threads(rest);
  private final History history;
  private final Hooks hooks = new Hooks();
  private final HookPosts hookPosts;
  private final AtomicLong limited = new AtomicLong();
  private volatile BiConsumer<DebateId, String> refusals = (_, _) -> {};

  /**
   * An outlet that is not connected yet.
   *
   * @param exhibits draws the pictures of verdicts
   */
  public DiscordOutlet(Exhibits exhibits) {
    uploads = new Uploads(exhibits);
    forums = new Forums(rest, uploads);
    history = new History(rest, forums);
    hookPosts = new HookPosts(rest, hooks, uploads);
  }

  void connect(ShardManager shards) {
    rest.connect(shards);
  }

  /** Says of which debate Discord takes the card or a verdict nowhere, and why. */
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

  Hooks hooks() {
    return hooks;
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
        hookPosts
            .send(to, post, payload, mark)
            .map(reply -> sent(to, reply))
            .orElseGet(() -> byChannel(to, post.place(), payload, mark));
    boolean matters = post.key().equals(Post.ANCHOR) || payload.keystone();
    if (outcome instanceof Outcome.Refused(var reason) && matters) {
      refusals.accept(to.debate(), reason);
    }
    return outcome;
  }

  private Outcome byChannel(Destination to, Post.Place place, Payload payload, String mark) {
    return switch (target(to, place, payload)) {
      case Threads.Target.There(var channel) -> send(to, channel, payload, mark);
      case Threads.Target.Nowhere(var nowhere) -> nowhere;
    };
  }

  private Threads.Target target(Destination to, Post.Place place, Payload payload) {
    var venue = to.venue();
    if (venue.thread() != null) {
      return new Threads.Target.There(venue.thread());
    }
    var anchor = to.anchor();
    if (anchor != null && threads.isPost(anchor)) {
      return new Threads.Target.There(anchor.value());
    }
    boolean inChannel = place == Post.Place.CHANNEL || venue.reach() == Venue.Reach.DIRECT;
    return inChannel
        ? new Threads.Target.There(venue.channel())
        : threads.of(to, payload.keystone());
  }

  private Outcome send(Destination to, String channel, Payload payload, String mark) {
    var pushed = payload.pushed();
    var reply = payload.first().inAnyForm(form -> create(to, channel, form, mark));
    if (reply.isDenied(ErrorResponse.CANNOT_SEND_MESSAGE_IN_FORUM)) {
      return inForum(to, payload, mark);
    }
    var outcome = sent(to, reply);
    if (pushed != null && outcome instanceof Outcome.Done(var message)) {
      // What was pushed says all; the card only looks better, so nothing hangs on this.
      var _ = change(to, channel, message, payload);
    }
    return outcome;
  }

  private RestReply create(Destination to, String channel, Payload payload, String mark) {
    var body = Bodies.create(payload.message(), to, payload.mentioned(), mark);
    body.put("nonce", mark).put("enforce_nonce", true);
    var route = Route.Messages.SEND_MESSAGE.compile(channel);
    return rest.call(to, route, body, body, uploads.of(to, payload));
  }

  // In a forum the debate is a post of its own; what belongs to the channel comes into it.
  private Outcome inForum(Destination to, Payload payload, String mark) {
    var anchor = to.anchor();
    if (anchor != null) {
      threads.post(anchor);
      return send(to, anchor.value(), payload, mark);
    }
    var outcome = sent(to, forums.open(to, threads.nameOf(to.debate()), payload, mark));
    if (outcome instanceof Outcome.Done(var post)) {
      threads.post(post);
    }
    return outcome;
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
    return hookPosts
        .edit(to, message, payload)
        .map(reply -> harmless(to, reply))
        .orElseGet(() ->
            anywhere(
                to,
                post.place(),
                channel -> payload.inAnyForm(form -> change(to, channel, message, form))));
  }

  private RestReply change(Destination to, String channel, RemoteId message, Payload payload) {
    var body = Bodies.edit(payload.message(), to);
    var files = uploads.of(to, payload);
    var route = Route.Messages.EDIT_MESSAGE.compile(channel, message.value());
    return unarchiving(to, channel, () -> rest.call(to, route, body, body, files));
  }

  @Override
  public Outcome delete(Destination to, Post.Place place, RemoteId message) {
    var outcome = anywhere(to, place, channel -> delete(to, channel, message));
    return outcome instanceof Outcome.Done ? new Outcome.Done(message) : outcome;
  }

  private RestReply delete(Destination to, String channel, RemoteId message) {
    var route = Route.Messages.DELETE_MESSAGE.compile(channel, message.value());
    return unarchiving(to, channel, () -> rest.call(to.venue().workspace(), route));
  }

  private RestReply unarchiving(Destination to, String channel, Supplier<RestReply> action) {
    var reply = action.get();
    return reply.isDenied(ErrorResponse.ILLEGAL_OPERATION_ARCHIVED_THREAD)
            && threads.unarchive(to, channel)
        ? action.get()
        : reply;
  }

  private interface InChannel {
    RestReply go(String channel);
  }

  // A message is where it should be, or where the outlet had to put it instead.
  private Outcome anywhere(Destination to, Post.Place place, InChannel action) {
    RestReply reply = new RestReply.Denied(ErrorResponse.UNKNOWN_CHANNEL.getCode(), "");
    for (var channel : channels(to, place)) {
      reply = action.go(channel);
      if (!reply.isDenied(ErrorResponse.UNKNOWN_CHANNEL)
          && !reply.isDenied(ErrorResponse.UNKNOWN_MESSAGE)) {
        break;
      }
    }
    return harmless(to, reply);
  }

  // Doing it twice does no harm, so a lost answer is no worse than a late one.
  private static Outcome harmless(Destination to, RestReply reply) {
    return reply instanceof RestReply.Lost(var reason)
        ? new Outcome.Later(SOON, reason)
        : sent(to, reply);
  }

  private List<String> channels(Destination to, Post.Place place) {
    var venue = to.venue();
    var anchor = to.anchor();
    if (venue.thread() != null) {
      return List.of(venue.thread());
    }
    if (anchor == null || venue.reach() == Venue.Reach.DIRECT) {
      return List.of(venue.channel());
    }
    return place == Post.Place.THREAD || threads.isPost(anchor)
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
