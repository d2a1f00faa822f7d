package dev.roundtable.chaos;

import dev.roundtable.SystemTimer;
import dev.roundtable.archive.DebateStore;
import dev.roundtable.archive.LeaseSettings;
import dev.roundtable.archive.TestDatabases;
import dev.roundtable.debate.BallotPaper;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.StopOrder;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Courier;
import dev.roundtable.panelist.ScriptException;
import dev.roundtable.panelist.ScriptedPanel;
import dev.roundtable.session.Admission;
import dev.roundtable.session.Budget;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.DebateRequest;
import dev.roundtable.session.Permissions;
import dev.roundtable.session.Ports;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.Tables;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A process that works on debates until it is killed. It takes orders from its input and writes
 * what has become durable to its output, a line each.
 */
final class ChaosReplica {
  private static final String SCRIPT =
      """
      panel: test
      seats:
        s1: {rounds: [{text: '{"vote": "keep", "reasoning": "It works."}', delay: 90ms}]}
        s2:
          rounds:
            - {text: '{"vote": "drop", "reasoning": "It is old."}', delay: 250ms}
            - {text: '{"vote": "keep", "reasoning": "It does work."}', delay: 120ms}
            - {text: '{"vote": "drop", "reasoning": "It is still old."}', delay: 120ms}
        s3: {rounds: [{text: '{"vote": "drop", "reasoning": "It costs."}', delay: 170ms}]}
        s4:
          rounds:
            - {text: '{"vote": "keep", "reasoning": "It is ours."}', delay: 400ms}
            - {fail: refused, delay: 60ms}
            - {text: '{"vote": "keep", "reasoning": "It is ours."}', delay: 300ms}
      """;
  private static final LeaseSettings LEASES =
      new LeaseSettings(
          40,
          Duration.ofMillis(100),
          Duration.ofMillis(250),
          4,
          Duration.ofMillis(200),
          Duration.ofSeconds(2));
  private static final int RUNNING_AT_ONCE = 3;
  private static final SessionSettings SESSIONS = new SessionSettings(Duration.ofMillis(100), 1000);
  private static final Person ANNA = new Person("U1", "Anna");
  private static final Venue VENUE =
      new Venue(
          StubOutlet.PLATFORM, "T1", "C1", null, Venue.Reach.PUBLIC, Venue.Style.VOICES, "en");

  private final DebateDesk desk;
  private final Random random = new Random();

  private ChaosReplica(DebateDesk desk) {
    this.desk = desk;
  }

  /** Takes the database's URL and the chat's. */
  public static void main(String[] args) throws Exception {
    var timer = new SystemTimer();
    var url = args[0];
    var store = DebateStore.open(url, TestDatabases.login(url), InstantSource.system());
    var outlet = new StubOutlet(URI.create(args[1]));
    var courier = new Courier(Map.of(StubOutlet.PLATFORM, outlet), store.deliveries(), timer);
    var ports = ports(store, timer, courier);
    var sessions = new Sessions(ports, SESSIONS);
    var leased = store.lease(sessions, timer, LEASES);
    var random = new Random();
    var desk =
        new DebateDesk(
            ports,
            leased,
            SESSIONS,
            () -> {
              synchronized (random) {
                return DebateId.draw(random);
              }
            });
    leased.start();
    say("ready");
    new ChaosReplica(desk).obey();
    leased.close();
    courier.close(Duration.ofSeconds(1));
    store.close();
    System.exit(0);
  }

  private static Ports ports(DebateStore store, SystemTimer timer, Courier courier)
      throws ScriptException {
    return new Ports(
        store.archive(),
        store.inbox(),
        Tables.only(ScriptedPanel.table(SCRIPT, timer)),
        Permissions.EVERYONE,
        store.turns(() -> RUNNING_AT_ONCE),
        Budget.UNLIMITED,
        timer,
        List.of(new StubAudience(courier, ballot -> say("ballot " + ballot))));
  }

  private static void say(String line) {
    synchronized (System.out) {
      System.out.println(line);
      System.out.flush();
    }
  }

  private void obey() throws IOException {
    var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (var line = orders.readLine(); line != null; line = orders.readLine()) {
      var words = line.split(" ", -1);
      Thread.ofVirtual().start(() -> obey(words));
    }
  }

  private void obey(String[] words) {
    var message = new MessageId(words[1]);
    switch (words[0]) {
      case "open" -> {
        var admission = desk.open(request(message));
        var said = admission instanceof Admission.Opened(var id) ? " " + id : "";
        say("answer " + message + " " + admission.getClass().getSimpleName() + said);
      }
      default -> {
        var receipt = desk.submit(new DebateId(words[2]), order(words[0], message));
        say("answer " + message + " " + receipt.getClass().getSimpleName());
      }
    }
  }

  private static DebateRequest request(MessageId message) {
    var question = new Question("Keep it?", List.of("keep", "drop"), null);
    return new DebateRequest(message, question, "test", Rules.DEFAULT.withRounds(2), ANNA, VENUE);
  }

  private DebateEvent.FromPerson order(String kind, MessageId message) {
    return switch (kind) {
      case "stop" -> new DebateEvent.StopRequested(message, new StopOrder.FinishNow(ANNA));
      case "vote" -> new DebateEvent.TeamVoted(message, ANNA, someOption());
      case "reply" -> new DebateEvent.FollowUpAsked(message, ANNA, "One more point.", true);
      default -> throw new IllegalArgumentException(kind);
    };
  }

  private OptionId someOption() {
    var ids = BallotPaper.of(List.of("keep", "drop")).ids();
    synchronized (random) {
      return ids.get(random.nextInt(ids.size()));
    }
  }
}
