package dev.roundtable.slack;

import dev.roundtable.Showcase;
import dev.roundtable.SystemTimer;
import dev.roundtable.archive.DebateStore;
import dev.roundtable.chat.Askers;
import dev.roundtable.chat.ChatAudience;
import dev.roundtable.chat.ChatDesk;
import dev.roundtable.chat.ChatPorts;
import dev.roundtable.chat.ChatSettings;
import dev.roundtable.chat.FollowUps;
import dev.roundtable.chat.Moderators;
import dev.roundtable.chat.NoticeBoard;
import dev.roundtable.chat.PanelGuide;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.delivery.Courier;
import dev.roundtable.panelist.ScriptedPanel;
import dev.roundtable.session.Budget;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.Panels;
import dev.roundtable.session.Permissions;
import dev.roundtable.session.Ports;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.Table;
import dev.roundtable.session.Tables;
import dev.roundtable.web.Doorstep;
import dev.roundtable.web.Hook;
import dev.roundtable.web.WebServer;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A whole bot on a store of its own, in a fake Slack. It can be killed and started again. */
final class SlackWorld implements AutoCloseable {
  static final String CHANNEL = "C1";
  static final String NOTICES = "CNOTICES";
  static final String ANNA = "UANNA";
  static final String BEN = "UBEN";
  static final String CARL = "UCARL";
  static final String DORA = "UDORA";
  static final String CHIEF = "UCHIEF";
  private static final ChatSettings CHAT =
      new ChatSettings(Optional.empty(), Optional.empty(), Askers.MEMBERS, FollowUps.ADDRESSED);

  final IdleTimer timer = new IdleTimer();
  final FakeSlack slack;
  private final Path folder;
  private final Table table;
  private final boolean rich;
  private final Wire wire;
  private final AtomicInteger drawn = new AtomicInteger();
  private final AtomicInteger drafted = new AtomicInteger();
  private @Nullable Bot bot;

  /** One life of the bot. */
  record Bot(
      DebateStore store,
      Sessions sessions,
      DebateDesk desk,
      Courier courier,
      List<SlackFrontEnd> fronts,
      List<WebServer> servers) {}

  /** How Slack and the bot come together. */
  enum Wire {
    SOCKET,
    /** By requests that reach one of two replicas in turn. */
    HTTP
  }

  SlackWorld(Path folder, String script, boolean rich) throws Exception {
    this(folder, script, rich, Wire.SOCKET);
  }

  SlackWorld(Path folder, String script, boolean rich, Wire wire) throws Exception {
    this.folder = folder;
    this.wire = wire;
    var scripted = ScriptedPanel.table(script, timer);
    var played = scripted.panel();
    var panel = new Panel(played.name(), played.seats(), played.chaired(), false);
    this.table = new Table(panel, scripted.panelists(), scripted.chair());
    this.rich = rich;
    slack = new FakeSlack(timer::now);
    slack.person(ANNA, "Anna");
    slack.person(BEN, "Ben");
    slack.person(CARL, "Carl");
    slack.person(DORA, "Dora");
    slack.admin(CHIEF, "Chief");
    slack.channel(CHANNEL);
    slack.channel(NOTICES);
  }

  SlackWorld start() throws InterruptedException {
    begin();
    if (wire == Wire.SOCKET) {
      slack.socket.awaitConnected();
    }
    slack.await(() -> bot().fronts().stream().allMatch(one -> one.trouble().isEmpty()));
    return this;
  }

  /** Starts the bot without waiting for its connection. */
  void begin() {
    var store =
        DebateStore.open(
            "jdbc:sqlite:" + folder.resolve("roundtable.db"), new Properties(), timer::now);
    var slackSettings = wire == Wire.HTTP ? slack.overHttp(rich) : slack.settings(rich);
    var api = new SlackApi(slackSettings);
    var exhibits = Showcase.of(store);
    var outlet = new SlackOutlet(api, exhibits);
    var courier = new Courier(Map.of("slack", outlet), store.deliveries(), timer);
    var audience = new ChatAudience(Map.of("slack", new SlackRenderer(rich)), courier, exhibits);
    var board =
        new NoticeBoard(
            Map.of("slack", outlet),
            Map.of("slack", new SlackRenderer(rich)),
            () -> Map.of("slack", NOTICES),
            () -> new DebateId("notice-" + drafted.incrementAndGet()),
            timer);
    var settings = new SessionSettings(Duration.ofSeconds(8), 6);
    Panels panels = Tables.only(table);
    var ports =
        new Ports(
            store.archive(),
            store.inbox(),
            panels,
            Permissions.EVERYONE,
            Budget.UNLIMITED,
            timer,
            List.of(audience));
    var sessions = new Sessions(ports, settings);
    var desk = new DebateDesk(ports, sessions, settings, this::id);
    var chat =
        new ChatPorts(
            desk,
            desk::find,
            store.deliveries(),
            store.settings(),
            store.drafts(),
            store.past(),
            (debate, by) -> shred(store, courier, desk, debate, by.person().id()),
            guide(),
            (_, _) -> List.of("today: $0.12 of $5.00"),
            (_, _, notice) -> board.post("slack", "T1", notice),
            timer::now,
            () -> new DebateId("draft-" + drafted.incrementAndGet()));
    var needs =
        new SlackPorts(
            new ChatDesk(chat, CHAT, Moderators.NONE), chat, store.repeats(), new SystemTimer());
    var fronts = new ArrayList<>(List.of(new SlackFrontEnd(api, outlet, needs)));
    if (wire == Wire.HTTP) {
      fronts.add(new SlackFrontEnd(new SlackApi(slackSettings), outlet, needs));
    }
    fronts.forEach(SlackFrontEnd::start);
    var servers = fronts.stream().flatMap(front -> front.http().stream()).map(this::serve).toList();
    if (wire == Wire.HTTP) {
      slack.wire = new FakeCaller(servers.stream().map(SlackWorld::events).toList());
    }
    bot = new Bot(store, sessions, desk, courier, fronts, servers);
  }

  static URI events(WebServer server) {
    return URI.create("http://127.0.0.1:" + server.port() + SlackHttp.PATH);
  }

  private WebServer serve(SlackHttp http) {
    var hook =
        new Hook(
            SlackHttp.PATH,
            asked -> {
              var answer = http.take(new SlackHttp.Sent(asked.body(), asked.headers()));
              return new Hook.Answer(answer.status(), answer.type(), answer.body());
            });
    var server = Doorstep.serving(hook);
    server.start();
    return server;
  }

  private static void shred(
      DebateStore store, Courier courier, DebateDesk desk, DebateId debate, String by) {
    var venue = desk.find(debate).orElseThrow().opened().venue();
    var removed = courier.remove(store.archive().lease(debate), venue);
    var _ = removed.thenRun(() -> store.records().forget(debate, by));
  }

  private DebateId id() {
    return new DebateId("debate-" + drawn.incrementAndGet());
  }

  private PanelGuide guide() {
    var name = table.panel().name();
    return new PanelGuide() {
      @Override
      public Pick pick(@Nullable String wanted) {
        return new Pick.Picked(name, Rules.DEFAULT, table.panel().seats().size());
      }

      @Override
      public List<String> lines() {
        return List.of(name + ": " + table.panel().seats().size() + " seats");
      }

      @Override
      public List<String> names() {
        return List.of(name);
      }

      @Override
      public Outlay outlay(String panel, Question question, Rules rules) {
        return new Outlay(List.of("OpenAI", "Anthropic"), Cost.usd(new BigDecimal("0.05")));
      }
    };
  }

  Bot bot() {
    return Objects.requireNonNull(bot);
  }

  /** The bot is gone from one moment to the next, as far as a process can see to it. */
  void kill() throws InterruptedException {
    var dying = bot();
    dying.fronts().forEach(SlackFrontEnd::close);
    dying.servers().forEach(WebServer::close);
    dying.courier().close(Duration.ZERO);
    slack.socket.tear();
    dying.sessions().leave();
    dying.store().close();
  }

  Debate debate(String id) {
    return bot().desk().find(new DebateId(id)).orElseThrow();
  }

  /** Whether the bot knows by what Slack calls its card. */
  boolean isPosted(String debate) {
    return bot().store().deliveries().read(new DebateId(debate)).stream()
        .anyMatch(row -> row.message() != null);
  }

  void settled(String id) throws InterruptedException {
    var debate = new DebateId(id);
    timer.until(() ->
        bot().desk().find(debate).map(Debate::settled).orElse(false)
            && bot().sessions().whenIdle(debate).isDone());
  }

  @Override
  public void close() {
    try {
      bot().sessions().leave();
      timer.until(() -> bot().sessions().atWork().isEmpty());
      kill();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    slack.close();
  }
}
