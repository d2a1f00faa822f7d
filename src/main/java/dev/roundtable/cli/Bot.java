package dev.roundtable.cli;

import dev.roundtable.archive.DebateRecords;
import dev.roundtable.archive.DebateStore;
import dev.roundtable.archive.LeasedSessions;
import dev.roundtable.archive.LogTail;
import dev.roundtable.chat.ChatAudience;
import dev.roundtable.chat.ChatDesk;
import dev.roundtable.chat.ChatPorts;
import dev.roundtable.chat.NoticeBoard;
import dev.roundtable.config.ConfigWatch;
import dev.roundtable.config.Configuration;
import dev.roundtable.config.SocketProbe;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.Courier;
import dev.roundtable.limits.Access;
import dev.roundtable.limits.AdminAlarm;
import dev.roundtable.limits.Budgets;
import dev.roundtable.limits.Spending;
import dev.roundtable.metrics.Metrics;
import dev.roundtable.panelist.ModelHttp;
import dev.roundtable.panelist.ModelMemory;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Ports;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.Timer;
import dev.roundtable.transcript.Words;
import dev.roundtable.web.DebateFeed;
import dev.roundtable.web.LocalFeed;
import dev.roundtable.web.PageTokens;
import dev.roundtable.web.Pages;
import dev.roundtable.web.Readiness;
import dev.roundtable.web.WebPorts;
import dev.roundtable.web.WebServer;
import dev.roundtable.web.WebSettings;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The running bot: its parts, put together from the configuration and taken down in reverse. */
final class Bot implements AutoCloseable {
  /** Within so much time of being told to end it has ended. */
  static final Duration STOPS_WITHIN = Duration.ofSeconds(25);

  private static final Duration LAST_POSTS = Duration.ofSeconds(3);
  private static final Duration DEMO_PACE = Duration.ofMillis(1500);

  private final ConfigWatch watch;
  private final Timer timer;
  private final Words words;
  private final DebateStore store;
  private final ModelHttp http = new ModelHttp();
  private final List<Part> frontEnds = new ArrayList<>();
  private final Metrics metrics;
  private final LogTail tail;
  private final Courier courier;
  private final LeasedSessions leased;
  private final BotHealth health;

  /**
   * Puts the parts together; nothing works on a debate yet.
   *
   * @param head closed by whoever began it, after the bot
   * @throws dev.roundtable.session.StoreException if the database cannot be used
   */
  Bot(ConfigWatch watch, Surroundings around, DebateStore store, HeadStart head) {
    this.metrics = head.metrics();
    this.watch = watch;
    this.timer = around.timer();
    this.words = around.words();
    this.store = store;
    var configuration = watch.current();
    var fixed = configuration.fixed();
    var memory = new ModelMemory(http, timer, metrics);
    var panels =
        new WatchedPanels(watch::current, found -> new Seating(found, memory, timer, DEMO_PACE));

    var tokens = store.pageTokens(pagesFor(configuration));
    var exhibits = new Exhibition(this::debate, debate -> link(configuration, tokens, debate));
    var platforms = Platform.setUp(fixed, store, exhibits, timer, words);
    var outlets =
        platforms.stream()
            .collect(
                Collectors.toMap(Platform::name, one -> metrics.metered(one.name(), one.outlet())));
    var renderers =
        platforms.stream().collect(Collectors.toMap(Platform::name, Platform::renderer));
    this.courier = new Courier(outlets, store.deliveries(), timer);
    var feed = new LocalFeed(store.archive());
    this.tail = store.tail(timer);
    var access =
        new Access(
            () -> watch.current().access(),
            () -> watch.current().limits(),
            store.past(),
            (platform, ids) -> Platform.unseenGroups(platforms, platform, ids));
    var random = new SecureRandom();
    Supplier<DebateId> ids = () -> DebateId.draw(random);
    var board =
        new NoticeBoard(outlets, renderers, () -> watch.current().access().notices(), ids, timer);
    var budgets =
        new Budgets(
            () -> watch.current().limits(),
            store.ledger(),
            new ConfiguredOutlook(watch::current),
            new AdminAlarm(board, words),
            timer::now);
    var ports =
        new Ports(
            store.archive(),
            store.inbox(),
            panels,
            access,
            store.turns(() -> watch.current().access().atOncePerChannel()),
            budgets,
            timer,
            List.of(new ChatAudience(renderers, courier, exhibits), feed, metrics, budgets));
    var sessions = new Sessions(ports, fixed.session());
    this.leased = store.lease(sessions, timer, fixed.store().lease(), fixed.store().retention());
    var desk = new DebateDesk(ports, leased, fixed.session(), ids);

    boolean inChat = !platforms.isEmpty();
    var guide = new ConfiguredPanels(watch::current, panels, new SocketProbe(), words, !inChat);
    var chat =
        new ChatPorts(
            desk,
            desk::find,
            store.deliveries(),
            store.settings(),
            store.drafts(),
            store.past(),
            new Shredding(store, courier, tokens),
            guide,
            new Spending(
                () -> watch.current().limits(), store.ledger(), fixed.moderators(), timer::now),
            (debate, by, notice) -> {
              store.records().reported(debate.id(), by.person().id());
              var venue = debate.opened().venue();
              return board.post(venue.platform(), venue.workspace(), notice);
            },
            timer::now,
            ids);
    var chatDesk = new ChatDesk(chat, fixed.chat(), fixed.moderators(), access);

    platforms.forEach(platform -> frontEnds.add(platform.listener(chatDesk, chat)));
    this.health = new BotHealth(watch, store, frontEnds, words);
    count(platforms);
    fixed
        .web()
        .ifPresent(settings ->
            frontEnds.add(
                web(settings, new SharedFeed(feed, tail), tokens, chatDesk, chat, platforms)));
  }

  private static Duration pagesFor(Configuration configuration) {
    return configuration.fixed().web().map(WebSettings::pagesFor).orElse(Duration.ZERO);
  }

  private Optional<Debate> debate(DebateId id) {
    var events = store.archive().read(id).stream().map(Entry::event).toList();
    return events.isEmpty() ? Optional.empty() : Optional.of(Debate.of(events));
  }

  private static Optional<URI> link(Configuration configuration, PageTokens tokens, Debate debate) {
    return configuration
        .fixed()
        .web()
        .flatMap(settings -> new Pages(settings, tokens).link(debate));
  }

  private Part web(
      WebSettings settings,
      DebateFeed feed,
      PageTokens tokens,
      ChatDesk desk,
      ChatPorts chat,
      List<Platform> platforms) {
    Optional<WebPorts.PlaygroundPorts> playground =
        platforms.isEmpty()
            ? Optional.of(new WebPorts.PlaygroundPorts(desk, chat.panels(), chat.past()))
            : Optional.empty();
    var hooks = platforms.stream().flatMap(platform -> platform.hooks().stream()).toList();
    var ports =
        new WebPorts(
            feed, tokens, this::stored, health, this::scraped, playground, hooks, timer::now);
    return new WebPart(settings, new WebServer(settings, ports), words);
  }

  private void count(List<Platform> platforms) {
    platforms.forEach(platform -> metrics.limits(platform.name(), platform::limited));
    metrics.queue(courier::waiting);
    metrics.reloads("taken", watch::taken);
    metrics.reloads("rejected", watch::rejected);
  }

  private String scraped() {
    metrics.parts(
        health.checks().stream()
            .collect(Collectors.toMap(Readiness.Check::name, Readiness.Check::ready)));
    return metrics.scrape();
  }

  private List<DebateId> stored(String containing, int most) {
    return store.records().latest(new DebateRecords.Search(containing, "", most)).stream()
        .map(DebateRecords.Listed::debate)
        .toList();
  }

  /** Brings everything up, and prints a line for each part. */
  void start(Startup startup) throws InterruptedException {
    var lease = watch.current().fixed().store().lease();
    startup.step("debates", this::takeUp, _ -> words.say("serve.sessions", lease.atOnce()));
    Platform.leftOut(watch.current().fixed(), words).forEach(startup::say);
    startup.parts(frontEnds);
    frontEnds.stream()
        .flatMap(part -> part.warnings(watch.current()).stream())
        .forEach(startup::say);
    var troubles = frontEnds.stream().flatMap(part -> part.trouble().stream()).toList();
    var millis = startup.soFar().toMillis();
    startup.say(
        troubles.isEmpty()
            ? words.say("serve.ready", millis)
            : words.say("serve.degraded", millis, String.join(" ", troubles)));
    // What nobody waits for.
    metrics.process();
    http.warmUpAside(timer);
  }

  private LeasedSessions takeUp() {
    leased.start();
    return leased;
  }

  /** Takes nothing new, finishes or ends what is under way, and leaves the rest. */
  @Override
  public void close() {
    frontEnds.reversed().forEach(Part::leave);
    leased.close();
    try {
      courier.close(LAST_POSTS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    frontEnds.reversed().forEach(Part::close);
    tail.close();
    metrics.close();
    http.close();
    store.close();
  }
}
