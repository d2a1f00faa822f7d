package dev.roundtable.slack;

import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.socket_mode.SocketModeApp;
import com.slack.api.methods.response.auth.AuthTestResponse;
import com.slack.api.socket_mode.SocketModeClient;
import dev.roundtable.chat.ChatDesk;
import dev.roundtable.chat.ChatPorts;
import dev.roundtable.safety.Redaction;
import dev.roundtable.session.Timer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Roundtable in Slack, over Socket Mode. It keeps trying for as long as Slack is down or its tokens
 * are not taken, and says so; it never brings anything else down.
 */
public final class SlackFrontEnd implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackFrontEnd.class);
  private static final int LISTENERS = 10;
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final Duration LOOK = Duration.ofSeconds(10);
  // Its own reconnecting takes up to eight seconds.
  private static final int LOOKS_WITHOUT_SOCKET = 6;
  private static final Duration LAST_WORK = Duration.ofSeconds(5);

  private final SlackApi api;
  private final SlackListeners listeners;
  private final SlackIdentity identity = new SlackIdentity();
  private final Timer timer;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicReference<@Nullable String> trouble =
      new AtomicReference<>("Slack is not connected yet.");
  private final CompletableFuture<Void> tried = new CompletableFuture<>();
  private @Nullable Thread running;

  /**
   * A front end that does nothing until it is started.
   *
   * @param outlet posts what the debates say, and hears first where it cannot
   */
  public SlackFrontEnd(
      SlackApi api, SlackOutlet outlet, ChatDesk desk, ChatPorts ports, Timer timer) {
    this.api = api;
    this.timer = timer;
    var threadReader = new SlackThreads(api);
    var answers = new SlackAnswers(new SlackTeller(api), outlet.refusals(), threadReader, ports);
    var people = new SlackPeople(api);
    var inbound = new SlackInbound(desk, ports.deliveries(), answers, people, threadReader);
    this.listeners = new SlackListeners(inbound, api, identity, threads);
  }

  /** Begins to connect, and returns at once. */
  public synchronized void start() {
    running = Thread.ofVirtual().name("slack").start(this::keepConnected);
  }

  /** What is wrong with Slack as a sentence, nothing while all is well. */
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble.get()).or(api::trouble);
  }

  /** Completes once it is connected, or has failed to for the first time. */
  public CompletableFuture<Void> tried() {
    return tried.copy();
  }

  @Override
  public synchronized void close() {
    if (running != null) {
      running.interrupt();
    }
    threads.shutdown();
    try {
      if (running != null && !running.join(LAST_WORK)) {
        LOG.warn("Slack's connection did not end in time");
      }
      if (!threads.awaitTermination(LAST_WORK.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("some work for Slack did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void keepConnected() {
    var wait = FIRST_WAIT;
    try (var _ = MDC.putCloseable("platform", SlackRenderer.PLATFORM)) {
      while (true) {
        if (connection()) {
          wait = FIRST_WAIT;
        }
        tried.complete(null);
        LOG.warn("{} Trying again in {} s.", trouble.get(), wait.toSeconds());
        timer.pause(wait);
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
      }
    } catch (InterruptedException _) {
      LOG.info("Slack is left");
    }
  }

  /** Holds one connection for as long as it lasts; false if there never was one. */
  private boolean connection() throws InterruptedException {
    var appToken = api.settings().appToken().read();
    if (appToken.isEmpty()) {
      trouble.set("There is no Slack app token in " + api.settings().appToken().origin() + ".");
      return false;
    }
    var who = api.call(client -> client.authTest(r -> r));
    if (!(who instanceof SlackReply.Done<AuthTestResponse>(var answer))) {
      trouble.set(api.trouble().orElseGet(() -> sentence(who)));
      return false;
    }
    identity.learn(answer);
    return held(appToken.get());
  }

  private static String sentence(SlackReply<?> reply) {
    return switch (reply) {
      case SlackReply.No<?> no -> SlackErrors.sentence(no);
      case SlackReply.Limited<?> _ -> "Slack takes no more connections for the moment.";
      case SlackReply.Lost<?>(var reason, _) -> reason;
      case SlackReply.Done<?> _ -> throw new IllegalStateException("nothing is wrong");
    };
  }

  // Bolt and what it starts throw whatever they like.
  private boolean held(String appToken) throws InterruptedException {
    SocketModeApp socket = null;
    try {
      socket = socket(appToken);
      socket.startAsync();
      trouble.set(null);
      tried.complete(null);
      LOG.info("Slack is connected as {}", identity.user());
      watch(socket.getClient());
      return true;
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception e) {
      trouble.set("Slack’s socket could not be opened: " + reason(e));
      return false;
    } finally {
      end(socket);
    }
  }

  private static String reason(Exception e) {
    var message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return Redaction.redact(message).lines().findFirst().orElse("") + ".";
  }

  private SocketModeApp socket(String appToken) throws IOException {
    var config =
        AppConfig.builder()
            .slack(api.slack())
            .allEventsApiAutoAckEnabled(true)
            .threadPoolSize(LISTENERS)
            .build();
    // Without Bolt's own steps before a listener: they ask Slack who the bot is, and acknowledge
    // nothing while Slack does not say. The socket vouches for what comes through it.
    var app = new App(config, List.of());
    listeners.register(app);
    return new SocketModeApp(appToken, app, SocketModeClient.Backend.JavaWebSocket, LISTENERS);
  }

  // Bolt reconnects by itself; only when it cannot for long is the connection made anew.
  private void watch(SocketModeClient client) throws InterruptedException {
    int without = 0;
    while (without < LOOKS_WITHOUT_SOCKET) {
      timer.pause(LOOK);
      without = client.verifyConnection() ? 0 : without + 1;
      trouble.set(without < 2 ? null : "Slack’s socket is gone; it is being opened again.");
    }
  }

  private static void end(@Nullable SocketModeApp socket) {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (Exception e) {
      LOG.info("Slack’s socket ended with {}", reason(e));
    }
  }
}
