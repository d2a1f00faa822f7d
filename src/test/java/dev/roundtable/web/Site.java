package dev.roundtable.web;

import dev.roundtable.archive.DebateRecords;
import dev.roundtable.archive.DebateStore;
import dev.roundtable.chat.Askers;
import dev.roundtable.chat.ChatDesk;
import dev.roundtable.chat.ChatPorts;
import dev.roundtable.chat.ChatSettings;
import dev.roundtable.chat.FollowUps;
import dev.roundtable.chat.Moderators;
import dev.roundtable.chat.PanelGuide;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Venue;
import dev.roundtable.panelist.DemoPanel;
import dev.roundtable.panelist.KnownPanels;
import dev.roundtable.safety.Secret;
import dev.roundtable.session.Admission;
import dev.roundtable.session.Budget;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.DebateRequest;
import dev.roundtable.session.Permissions;
import dev.roundtable.session.Ports;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.Table;
import dev.roundtable.session.Timer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** A web server with everything behind it, as a program has it that runs on one machine. */
final class Site implements AutoCloseable {
  private static final SessionSettings SESSION = new SessionSettings(Duration.ZERO, 100);

  static final WebSettings ALONE =
      new WebSettings(
          0,
          "127.0.0.1",
          Optional.empty(),
          true,
          Duration.ofDays(30),
          Optional.empty(),
          Optional.of(0));

  final DebateStore store;
  final DebateDesk desk;
  final Sessions sessions;
  final LocalFeed feed;
  final MemoryPageTokens tokens;
  final WebServer server;
  private int asked;

  Site(Path folder, Timer timer, WebSettings settings, List<Table> tables, boolean playground) {
    InstantSource clock = timer::now;
    store = DebateStore.open("jdbc:sqlite:" + folder.resolve("web.db"), new Properties(), clock);
    feed = new LocalFeed(store.archive());
    var panels = new KnownPanels(tables);
    var ports =
        new Ports(
            store.archive(),
            store.inbox(),
            panels,
            Permissions.EVERYONE,
            Budget.UNLIMITED,
            timer,
            List.of(feed));
    sessions = new Sessions(ports, SESSION);
    var random = new Random(7);
    desk = new DebateDesk(ports, sessions, SESSION, () -> DebateId.draw(random));
    tokens = new MemoryPageTokens(clock, settings.pagesFor());
    var web =
        new WebPorts(
            feed,
            tokens,
            (text, most) ->
                store.records().latest(new DebateRecords.Search(text, "", most)).stream()
                    .map(DebateRecords.Listed::debate)
                    .toList(),
            () -> List.of(new Readiness.Check("database", true, "It answers.")),
            () -> "roundtable_debates_total 1\n",
            playground ? Optional.of(playground(panels, clock, random)) : Optional.empty(),
            List.of(),
            clock);
    server = new WebServer(settings, web);
    server.start();
  }

  static Site withDemo(Path folder, Timer timer, WebSettings settings) {
    return new Site(
        folder, timer, settings, List.of(DemoPanel.table("demo", timer, Duration.ZERO)), true);
  }

  static WebSettings with(@Nullable String publicUrl, boolean pages, @Nullable String token) {
    return new WebSettings(
        0,
        "127.0.0.1",
        Optional.ofNullable(publicUrl).map(URI::create),
        pages,
        Duration.ofDays(30),
        Optional.ofNullable(token).map(Site::secret),
        Optional.of(0));
  }

  private static Secret secret(String value) {
    return new Secret() {
      @Override
      public Optional<String> read() {
        return Optional.of(value);
      }

      @Override
      public String origin() {
        return "$OPERATOR";
      }
    };
  }

  private WebPorts.PlaygroundPorts playground(
      KnownPanels panels, InstantSource clock, Random random) {
    var guide = new FirstPanel(panels);
    var ports =
        new ChatPorts(
            desk,
            desk::find,
            store.deliveries(),
            store.settings(),
            store.drafts(),
            store.past(),
            (debate, by) -> store.records().forget(debate, by.person().id()),
            guide,
            (_, _) -> List.of(),
            (_, _, _) -> false,
            clock,
            () -> DebateId.draw(random));
    var settings =
        new ChatSettings(
            Optional.empty(), Optional.empty(), Askers.EVERYONE, FollowUps.EVERY_REPLY);
    return new WebPorts.PlaygroundPorts(
        new ChatDesk(ports, settings, Moderators.NONE), guide, store.past());
  }

  private record FirstPanel(KnownPanels panels) implements PanelGuide {
    @Override
    public Pick pick(@Nullable String wanted) {
      var table =
          panels.tables().stream()
              .filter(known -> wanted == null || known.panel().name().equals(wanted))
              .findFirst();
      return table
          .<Pick>map(
              one -> new Pick.Picked(one.panel().name(), Rules.DEFAULT, one.panel().seats().size()))
          .orElseGet(() -> new Pick.None("There is no such panel."));
    }

    @Override
    public List<String> lines() {
      return panels.tables().stream()
          .map(table ->
              table.panel().name()
                  + ": "
                  + String.join(
                      ", ", table.panel().seats().stream().map(seat -> seat.name()).toList()))
          .toList();
    }

    @Override
    public List<String> names() {
      return panels.names();
    }

    @Override
    public Outlay outlay(String panel, Question question, Rules rules) {
      return new Outlay(List.of("nobody"), Cost.NOTHING);
    }
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.port() + path);
  }

  /** Opens a debate in a channel of that reach. */
  DebateId open(Question question, Rules rules, String panel, Venue.Reach reach) {
    var venue = new Venue("web", "", "playground", null, reach, Venue.Style.VOICES, "en");
    var message = new MessageId("m" + asked++);
    var person = new Person("u1", "Anna");
    var request = new DebateRequest(message, question, panel, rules, person, venue);
    return ((Admission.Opened) desk.open(request)).debate();
  }

  /** Holds a whole debate. */
  Debate hold(Question question, Rules rules, String panel, Venue.Reach reach)
      throws InterruptedException, ExecutionException {
    var id = open(question, rules, panel, reach);
    sessions.whenIdle(id).get();
    return desk.find(id).orElseThrow();
  }

  /** A debate on the first panel that was asked in public. */
  Debate hold(String question, String... options) throws InterruptedException, ExecutionException {
    var asks = new Question(question, List.of(options), null);
    var panel = "demo";
    return hold(asks, Rules.DEFAULT, panel, Venue.Reach.PUBLIC);
  }

  String path(Debate debate) {
    return "/p/" + tokens.of(debate.id());
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
