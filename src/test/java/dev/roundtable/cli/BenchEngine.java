package dev.roundtable.cli;

import dev.roundtable.SystemTimer;
import dev.roundtable.archive.DebateStore;
import dev.roundtable.bench.Engine;
import dev.roundtable.bench.Order;
import dev.roundtable.bench.Topic;
import dev.roundtable.config.ConfigFolder;
import dev.roundtable.config.ConfigLoader;
import dev.roundtable.config.Configuration;
import dev.roundtable.config.Loaded;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Venue;
import dev.roundtable.limits.Access;
import dev.roundtable.limits.Budgets;
import dev.roundtable.limits.UnseenGroups;
import dev.roundtable.metrics.Metrics;
import dev.roundtable.panelist.ModelHttp;
import dev.roundtable.panelist.ModelMemory;
import dev.roundtable.session.Admission;
import dev.roundtable.session.Audience;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.DebateRequest;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Ports;
import dev.roundtable.session.Sessions;
import dev.roundtable.web.LocalFeed;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * The bot without its front ends, in a process of its own: the parts of {@link Bot}, with a store
 * on the disk, leases, budgets and metrics. It holds the debates that it is told to hold on its
 * input, and writes when each of them came how far.
 */
final class BenchEngine implements Audience {
  private static final Person ANNA = new Person("U1", "Anna");

  private final DebateDesk desk;
  private final Configuration configuration;
  private final Map<String, Told> running = new ConcurrentHashMap<>();

  /** What is measured of one debate, in nanoseconds of this process's clock. */
  private static final class Told {
    private final String topic;
    private final long began = System.nanoTime();
    private final List<Long> latencies = new ArrayList<>();
    private final CompletableFuture<Told> ended = new CompletableFuture<>();
    private long acknowledged;
    private long ruled;
    private long summed;
    private int votes;
    private String verdict = "";
    private String summary = "";

    private Told(String topic) {
      this.topic = topic;
    }

    private void tell(DebateEvent event, Debate debate) {
      if (event instanceof DebateEvent.BallotCast cast) {
        latencies.add(cast.latency().toMillis());
      } else if (event instanceof DebateEvent.VerdictReached reached) {
        ruled = System.nanoTime();
        votes = debate.lastVotes().size();
        verdict = reached.verdict().getClass().getSimpleName();
      } else if (event instanceof DebateEvent.SummaryWritten written) {
        summed = System.nanoTime();
        summary = written.origin().getClass().getSimpleName();
        ended.complete(this);
      }
    }

    private String line() {
      return new Engine.Debate(
              topic,
              acknowledged - began,
              ruled - began,
              summed - began,
              votes,
              verdict,
              summary,
              latencies)
          .line();
    }
  }

  private BenchEngine(Configuration configuration) throws IOException, InterruptedException {
    this.configuration = configuration;
    var timer = new SystemTimer();
    var fixed = configuration.fixed();
    var store = DebateStore.open(fixed.store().url(), fixed.store().login(), timer::now);
    var http = new ModelHttp();
    var memory = new ModelMemory(http, timer);
    var panels =
        new WatchedPanels(
            () -> configuration, found -> new Seating(found, memory, timer, Duration.ZERO));
    var budgets =
        new Budgets(
            configuration::limits,
            store.ledger(),
            new ConfiguredOutlook(() -> configuration),
            (_, _) -> {},
            timer::now);
    var ports =
        new Ports(
            store.archive(),
            store.inbox(),
            panels,
            new Access(
                configuration::access, configuration::limits, store.past(), UnseenGroups.NONE),
            budgets,
            timer,
            List.of(new LocalFeed(store.archive()), new Metrics(), this, budgets));
    var sessions = new Sessions(ports, fixed.session());
    var leased = store.lease(sessions, timer, fixed.store().lease());
    var random = new SecureRandom();
    this.desk = new DebateDesk(ports, leased, fixed.session(), () -> DebateId.draw(random));
    leased.start();
    http.warmUp(timer);
  }

  @Override
  public void told(Entry entry, Debate debate) {
    var told = running.get(debate.question().text());
    if (told != null) {
      told.tell(entry.event(), debate);
    }
  }

  /** Holds so many debates at once, and returns when the last of them has its summary. */
  private void hold(Order order) throws InterruptedException {
    long before = Engine.processorNanos();
    var open = IntStream.range(0, order.count()).mapToObj(order::topic).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      open.forEach(topic -> {
        var told = new Told(topic.key());
        running.put(topic.question().text(), told);
        threads.execute(() -> open(topic, order, told));
      });
    }
    for (var topic : open) {
      var told = running.get(topic.question().text());
      System.out.println(Objects.requireNonNull(told).ended.join().line());
    }
    running.clear();
    System.out.println(Engine.held(before));
    System.out.flush();
  }

  private void open(Topic topic, Order order, Told told) {
    var question = topic.question();
    var rules = configuration.panel(order.panel()).orElseThrow().rules().withRounds(order.rounds());
    var channel = "C" + topic.number();
    var venue =
        new Venue("bench", "W1", channel, null, Venue.Reach.PUBLIC, Venue.Style.VOICES, "en");
    var message = new MessageId(topic.key() + "-" + told.began);
    var admission =
        desk.open(new DebateRequest(message, question, order.panel(), rules, ANNA, venue));
    told.acknowledged = System.nanoTime();
    if (!(admission instanceof Admission.Opened)) {
      told.ended.completeExceptionally(new IllegalStateException(admission.toString()));
    }
  }

  public static void main(String[] arguments) throws Exception {
    var folder = new ConfigFolder(Optional.of(Path.of(arguments[0])));
    var loaded = new ConfigLoader(folder, System.getenv(), _ -> List.of()).load();
    if (!(loaded instanceof Loaded.Valid(var configuration, _))) {
      throw new IllegalStateException(loaded.toString());
    }
    var engine = new BenchEngine(configuration);
    System.out.println("ready");
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = orders.readLine(); line != null; line = orders.readLine()) {
      engine.hold(Order.read(line));
    }
    System.exit(0);
  }
}
