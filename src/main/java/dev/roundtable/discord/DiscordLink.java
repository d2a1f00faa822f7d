package dev.roundtable.discord;

import dev.roundtable.chat.Memo;
import dev.roundtable.session.Backoff;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.events.GenericEvent;
import net.dv8tion.jda.api.events.StatusChangeEvent;
import net.dv8tion.jda.api.events.http.HttpRequestEvent;
import net.dv8tion.jda.api.events.session.ShutdownEvent;
import net.dv8tion.jda.api.exceptions.InvalidTokenException;
import net.dv8tion.jda.api.hooks.EventListener;
import net.dv8tion.jda.api.requests.CloseCode;
import net.dv8tion.jda.api.requests.GatewayIntent;
import net.dv8tion.jda.api.requests.RestConfig;
import net.dv8tion.jda.api.sharding.DefaultShardManagerBuilder;
import net.dv8tion.jda.api.sharding.ShardManager;
import net.dv8tion.jda.api.utils.messages.MessageRequest;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * The line to Discord. It comes up by itself as soon as the token is accepted and Discord can be
 * reached, and again after every loss; what hinders it is never thrown but told.
 */
final class DiscordLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DiscordLink.class);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  // Each costs one of the thousand identifies a day, after which Discord resets the token.
  private static final Duration LONGEST_REST = Duration.ofMinutes(10);
  private static final int KEPT = 32;

  private final DiscordSettings settings;
  private final DiscordOutlet outlet;
  private final CommandRegistration commands;
  private final Timer timer;
  private final EventListener listener;
  private final AtomicReference<@Nullable ShardManager> shards = new AtomicReference<>();
  private final AtomicReference<@Nullable String> hindrance =
      new AtomicReference<>("Discord is not connected yet.");
  private final AtomicReference<@Nullable Thread> dialling = new AtomicReference<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final CompletableFuture<Void> tried = new CompletableFuture<>();
  private final Pace pace;
  // JDA's own client lets all but five go after ten seconds, and an acknowledgement would wait for
  // a new one to be made.
  private final ConnectionPool connections = new ConnectionPool(KEPT, 5, TimeUnit.MINUTES);
  private volatile boolean contentRefused;

  DiscordLink(
      DiscordSettings settings,
      DiscordOutlet outlet,
      Memo memo,
      Timer timer,
      EventListener listener) {
    this.settings = settings;
    this.outlet = outlet;
    this.commands = new CommandRegistration(settings.userInstall(), outlet.rest(), memo, timer);
    this.timer = timer;
    this.listener = listener;
    this.pace = new Pace(timer);
  }

  /** Returns at once. */
  void open() {
    // Nobody but the asker of a debate is ever notified, and that is said each time.
    MessageRequest.setDefaultMentions(EnumSet.noneOf(Message.MentionType.class));
    var thread = Thread.ofVirtual().name("discord-link").unstarted(this::keep);
    dialling.set(thread);
    thread.start();
  }

  /**
   * One connection.
   *
   * @param before why the one before it ended, null for the first
   * @param stood whether all its shards were ever connected
   * @param ended why Discord ended it for good
   */
  private record Line(
      @Nullable String before, AtomicBoolean stood, CompletableFuture<String> ended) {
    Line(@Nullable String before) {
      this(before, new AtomicBoolean(), new CompletableFuture<>());
    }
  }

  // One after the other: whoever opens a second one beside a first would be told everything twice.
  private void keep() {
    var rests = new Backoff(FIRST_PAUSE, LONGEST_REST);
    String why = null;
    try (var _ = MDC.putCloseable("platform", Places.PLATFORM)) {
      while (!closed.get()) {
        var line = new Line(why);
        dial(line);
        why = line.ended().get();
        if (!closed.get()) {
          if (line.stood().get()) {
            rests.reset();
          }
          var rest = rests.next();
          lost(why, rest);
          timer.pause(rest);
        }
      }
    } catch (InterruptedException | ExecutionException _) {
      hindrance.set("Discord is closed.");
    }
  }

  private void lost(String why, Duration rest) {
    LOG.warn("{} It is opened anew in {} s.", why, rest.toSeconds());
    hindrance.set(why);
    tried.complete(null);
    hangUp();
  }

  private void dial(Line line) throws InterruptedException {
    var pauses = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
    for (var trouble = attempt(line);
        trouble.isPresent() && !closed.get();
        trouble = attempt(line)) {
      LOG.warn("{}", trouble.get());
      hindrance.set(trouble.get());
      tried.complete(null);
      timer.pause(pauses.next());
    }
  }

  /** Connects, or says in a sentence why that does not work. */
  private Optional<String> attempt(Line line) {
    var origin = settings.token().origin();
    var token = settings.token().read();
    if (token.isEmpty()) {
      return Optional.of("Discord's token is not set in " + origin + ".");
    }
    return switch (DiscordApplication.look(settings.apiUrl(), token.get())) {
      case DiscordApplication.Look.TokenRefused() -> refused();
      case DiscordApplication.Look.Unreachable(var reason) ->
          Optional.of("Discord cannot be reached at " + settings.apiUrl() + " (" + reason + ").");
      case DiscordApplication.Look.Found(var application) ->
          connect(line, token.get(), application);
    };
  }

  private Optional<String> refused() {
    return Optional.of(
        "Discord does not accept the token in "
            + settings.token().origin()
            + ". Reset it on the page Bot of the developer portal, and put the new one there.");
  }

  private Optional<String> connect(Line line, String token, DiscordApplication application) {
    try {
      hindrance.set(line.before());
      var manager = builder(line, token, application).build();
      shards.set(manager);
      outlet.connect(manager);
      if (closed.get()) {
        hangUp();
      }
      noteWhetherUp(line);
      commands.begin(application.id(), () -> manager.equals(shards.get()));
      return Optional.empty();
    } catch (InvalidTokenException _) {
      return refused();
    } catch (RuntimeException e) {
      LOG.warn("the line to Discord could not be built", e);
      return Optional.of("Discord could not be connected (" + e.getMessage() + ").");
    }
  }

  private DefaultShardManagerBuilder builder(
      Line line, String token, DiscordApplication application) {
    var intents =
        EnumSet.of(
            GatewayIntent.GUILD_MESSAGES,
            GatewayIntent.DIRECT_MESSAGES,
            GatewayIntent.GUILD_MESSAGE_POLLS);
    if (application.readsContent() && !contentRefused) {
      intents.add(GatewayIntent.MESSAGE_CONTENT);
    }
    var builder =
        DefaultShardManagerBuilder.createLight(token, intents)
            .setRestConfig(
                new RestConfig()
                    .setBaseUrl(settings.apiUrl().toString())
                    .setRateLimiterFactory(config -> new AcknowledgeFirst(config, pace)))
            .setHttpClientBuilder(new OkHttpClient.Builder().connectionPool(connections))
            .setMaxReconnectDelay((int) LONGEST_PAUSE.toSeconds())
            .setEnableShutdownHook(false)
            .setUseShutdownNow(true)
            .setBulkDeleteSplittingEnabled(false)
            .setCallbackPool(Executors.newVirtualThreadPerTaskExecutor(), true)
            .addEventListeners(listener, (EventListener) event -> hear(line, event));
    var range = settings.shards();
    return range == null
        ? builder
        : builder.setShardsTotal(range.total()).setShards(range.first(), range.last());
  }

  private void hear(Line line, GenericEvent event) {
    switch (event) {
      case StatusChangeEvent _ -> noteWhetherUp(line);
      case HttpRequestEvent request when request.isRateLimit() -> outlet.noteLimit();
      case ShutdownEvent shutdown -> end(line, shutdown.getCloseCode());
      default -> {}
    }
  }

  private void noteWhetherUp(Line line) {
    var manager = shards.get();
    if (manager != null && down(manager).isEmpty() && !line.ended().isDone()) {
      line.stood().set(true);
      hindrance.set(null);
      tried.complete(null);
    }
  }

  // A shard ends for good only when Discord will not have it as it is.
  private void end(Line line, @Nullable CloseCode code) {
    var why =
        code == null ? "for no stated reason" : "with " + code.getCode() + " " + code.getMeaning();
    contentRefused |= code == CloseCode.DISALLOWED_INTENTS;
    // Shards that are shut down because another has ended end as well, and change nothing.
    line.ended().complete("Discord closed the line " + why + ".");
  }

  private void hangUp() {
    outlet.disconnect();
    var manager = shards.getAndSet(null);
    if (manager != null) {
      manager.shutdown();
    }
  }

  /** Completes once all shards are connected, or something has hindered that for the first time. */
  CompletableFuture<Void> tried() {
    return tried.copy();
  }

  /** What keeps the bot from hearing or being heard, nothing if all is well. */
  Optional<String> trouble() {
    var told = hindrance.get();
    var manager = shards.get();
    if (told != null || manager == null) {
      return Optional.of(told == null ? "Discord is not connected." : told);
    }
    return down(manager);
  }

  private static Optional<String> down(ShardManager manager) {
    var all = manager.getStatuses().values();
    long down = all.stream().filter(status -> status != JDA.Status.CONNECTED).count();
    return down == 0 && !all.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Discord: " + down + " of " + all.size() + " shards are not connected; it is retried.");
  }

  @Override
  public void close() {
    closed.set(true);
    var thread = dialling.get();
    if (thread != null) {
      thread.interrupt();
    }
    hangUp();
    hindrance.set("Discord is closed.");
  }
}
