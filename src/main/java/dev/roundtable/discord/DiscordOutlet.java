package dev.roundtable.discord;

import dev.roundtable.chat.Exhibits;
import dev.roundtable.chat.Memo;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.LookUp;
import dev.roundtable.delivery.Outcome;
import dev.roundtable.delivery.Outlet;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.Rate;
import dev.roundtable.delivery.RemoteId;
import dev.roundtable.session.Timer;
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
  private static final double GROWTH = 1.06;
  // What one process keeps to by itself, over all replicas.
  private static final Rate BOT = new Rate("discord", Pace.INTERVAL, Pace.BURST);
  private static final Duration IN_CHANNEL = Duration.ofSeconds(1);
  // What Discord's headers say of a channel's messages at present; JDA waits where they say so.
  private static final int CHANNEL_BURST = 5;

  private final DiscordRest rest = new DiscordRest();
  private final Uploads uploads;
  private final Forums forums;
  private final Threads threads = new Threads(rest);
  private final History history;
  private final Hooks hooks;
  private final HookPosts hookPosts;
  private final AtomicLong limited = new AtomicLong();
  private volatile BiConsumer<DebateId, String> refusals = (_, _) -> {};

  /**
   * An outlet that is not connected yet.
   *
   * @param exhibits draws the pictures of verdicts
   * @param memo keeps the ways back to what people did while they are open
   */
  public DiscordOutlet(Exhibits exhibits, Memo memo, Timer timer) {
    hooks = new Hooks(new KeptHooks(memo, timer));
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

  // The first edits show the most. So a debate that takes all of its time is edited about forty
  // times, however many seats it has.
  @Override
  public Duration editGap(int edits) {
    return Duration.ofMillis((long) (EDIT_GAP.toMillis() * Math.pow(GROWTH, edits)));
  }

  @Override
  public Outcome send(Destination to, Post post, String mark) {
    var payload = threads.linked(to, Payload.read(post.payload()));
    if (payload.thread() != null) {
      threads.name(to.debate(), payload.thread());
    }
    var outcome =
        hookPosts
            .send(to, post, payload, mark)
            .map(reply -> Denials.sent(to, reply))
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
    if (payload.keystone() && isShut(to, channel, reply)) {
      return send(to, to.venue().channel(), payload, mark);
    }
    var outcome = Denials.sent(to, reply);
    if (pushed != null && outcome instanceof Outcome.Done(var message)) {
      // What was pushed says all; the card only looks better, so nothing hangs on this.
      var _ = change(to, channel, message, payload);
    }
    return outcome;
  }

  // The debate's own thread takes nothing more, and its channel may.
  private static boolean isShut(Destination to, String channel, RestReply reply) {
    var anchor = to.anchor();
    boolean own = to.venue().thread() == null && anchor != null && channel.equals(anchor.value());
    return own
        && (reply.isDenied(ErrorResponse.THREAD_LOCKED)
            || reply.isDenied(ErrorResponse.MISSING_PERMISSIONS));
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
    var outcome = Denials.sent(to, forums.open(to, threads.nameOf(to.debate()), payload, mark));
    if (outcome instanceof Outcome.Done(var post)) {
      threads.post(post);
    }
    return outcome;
  }

  @Override
  public Outcome edit(Destination to, Post post, RemoteId message) {
    var payload = threads.linked(to, Payload.read(post.payload()));
    if (payload.thread() != null) {
      threads.name(to.debate(), payload.thread());
    }
    return hookPosts
        .edit(to, message, payload)
        .map(reply -> Denials.repeatable(to, reply))
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
    if (message.equals(to.anchor())) {
      var later = threads.unname(to);
      if (later.isPresent()) {
        return later.get();
      }
    }
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
    return Denials.repeatable(to, reply);
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
    return lookUp(to, place, new History.Sought(mark, null), since);
  }

  @Override
  public LookUp lookUp(Destination to, Post post, String mark, Instant since) {
    var first = Payload.read(post.payload()).first().message();
    return lookUp(to, post.place(), new History.Sought(mark, first), since);
  }

  private LookUp lookUp(Destination to, Post.Place place, History.Sought sought, Instant since) {
    return hookPosts
        .answer(to)
        .map(reply -> History.answer(to, reply, sought))
        .orElseGet(() -> history.find(to, channels(to, place), sought, since));
  }
}
