package dev.roundtable.slack;

import com.slack.api.methods.response.auth.AuthTestResponse;
import dev.roundtable.session.Backoff;
import dev.roundtable.session.Timer;
import java.time.Duration;
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
 * Roundtable in Slack, over Socket Mode or HTTP. It keeps trying for as long as Slack is down or
 * its tokens are not taken, and says so; it never brings anything else down.
 */
public final class SlackFrontEnd implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SlackFrontEnd.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final Duration LAST_WORK = Duration.ofSeconds(5);

  private final SlackApi api;
  private final SlackLink link;
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
  public SlackFrontEnd(SlackApi api, SlackOutlet outlet, SlackPorts ports) {
    this.api = api;
    this.timer = ports.timer();
    var reader = new SlackThreads(api, identity);
    var answers = new SlackAnswers(api, outlet.refusals(), reader, ports.chat());
    var inbound = new SlackInbound(ports, answers, new SlackPeople(api, identity), reader);
    outlet.refusals().whereUnheard(timer, new SlackRefusal(ports, new SlackTeller(api))::tell);
    var events = new SlackEvents(inbound, api, identity);
    var listeners = new SlackListeners(api, new SlackInteractions(inbound), events, threads);
    this.link =
        switch (api.settings().transport()) {
          case SlackSettings.Socket(var appToken) -> new SlackSocket(appToken, listeners, timer);
          case SlackSettings.Http(var secret) -> new SlackHttp(secret, listeners, ports);
        };
  }

  /** Where Slack's requests are handed in; nothing over Socket Mode. */
  public Optional<SlackHttp> http() {
    return link instanceof SlackHttp http ? Optional.of(http) : Optional.empty();
  }

  /** Begins to connect, and returns at once. */
  public synchronized void start() {
    running = Thread.ofVirtual().name("slack").start(this::keepConnected);
  }

  /** Whether it can be known who is in which user group, as far as Slack has said. */
  public boolean knowsUserGroups() {
    return !api.lacks(SlackGroups.SCOPE);
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
    var waits = new Backoff(FIRST_WAIT, LONGEST_WAIT);
    try (var _ = MDC.putCloseable("platform", SlackRenderer.PLATFORM)) {
      while (true) {
        if (connection()) {
          waits.reset();
        }
        tried.complete(null);
        var wait = waits.next();
        LOG.warn("{} Trying again in {} s.", trouble.get(), wait.toSeconds());
        timer.pause(wait);
      }
    } catch (InterruptedException _) {
      LOG.info("Slack is left");
    }
  }

  /** Holds one connection for as long as it lasts; false if there never was one. */
  private boolean connection() throws InterruptedException {
    var missing = link.missing();
    if (missing.isPresent()) {
      trouble.set(missing.get());
      return false;
    }
    var who = api.call(client -> client.authTest(r -> r));
    if (!(who instanceof SlackReply.Done<AuthTestResponse>(var answer))) {
      trouble.set(api.trouble().orElseGet(() -> sentence(who)));
      return false;
    }
    identity.learn(answer);
    LOG.info("Slack knows the bot as {}", identity.user());
    return link.hold(sentence -> {
      trouble.set(sentence);
      tried.complete(null);
    });
  }

  private static String sentence(SlackReply<?> reply) {
    return switch (reply) {
      case SlackReply.No<?> no -> SlackErrors.sentence(no);
      case SlackReply.Limited<?> _ -> "Slack takes no more connections for the moment.";
      case SlackReply.Lost<?>(var reason, _) -> reason;
      case SlackReply.Done<?> _ -> throw new IllegalStateException("nothing is wrong");
    };
  }
}
