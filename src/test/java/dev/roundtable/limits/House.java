package dev.roundtable.limits;

import dev.roundtable.archive.DebateStore;
import dev.roundtable.chat.Moderators;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Admission;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.DebateRequest;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Ports;
import dev.roundtable.session.Receipt;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.SettableTimer;
import dev.roundtable.session.Tables;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A whole house on SQLite: a desk with budgets and rules, at which two seats cost a dime each. */
final class House implements AutoCloseable {
  static final Cost DIME = Cost.usd(new BigDecimal("0.10"));

  final SettableTimer timer = new SettableTimer();
  final List<Cap> alarms = new ArrayList<>();
  final DebateStore store;
  final DebateDesk desk;
  final Access access;
  final Spending usage;
  volatile UnseenGroups unseen = UnseenGroups.NONE;
  volatile LimitSettings limits = LimitSettings.DEFAULT;
  // What runs here is never laid down, for nobody leases it.
  volatile AccessSettings accesses =
      new AccessSettings(
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of(), 100, 20, Map.of());
  private final Sessions sessions;
  private final AtomicInteger drawn = new AtomicInteger();

  House(Path folder, Cost ofEachCall, Panelist... seats) {
    store =
        DebateStore.open("jdbc:sqlite:" + folder.resolve("house.db"), new Properties(), timer::now);
    access =
        new Access(
            () -> accesses,
            () -> limits,
            store.past(),
            (platform, ids) -> unseen.among(platform, ids));
    Outlook outlook = (opened, _) -> opened.panel().seats().stream().map(_ -> ofEachCall).toList();
    Alarm alarm = (cap, _) -> alarms.add(cap);
    var budgets = new Budgets(() -> limits, store.ledger(), outlook, alarm, timer::now);
    usage = new Spending(() -> limits, store.ledger(), new Moderators(Set.of("U9")), timer::now);
    var ports =
        new Ports(
            store.archive(),
            store.inbox(),
            Tables.only(Tables.of(seats)),
            access,
            store.turns(() -> accesses.atOncePerChannel()),
            budgets,
            timer,
            List.of(budgets));
    var settings = new SessionSettings(Duration.ZERO, 100);
    sessions = new Sessions(ports, settings);
    desk =
        new DebateDesk(
            ports, sessions, settings, () -> new DebateId("debate-" + drawn.incrementAndGet()));
  }

  /** Votes as told, for what it costs. */
  static Panelist seat(Cost cost, String... rounds) {
    var votes = Tables.votes(rounds);
    return brief ->
        new Panelist.Reply(
            votes.answer(brief).ballot(), new Provenance("model", null, cost, List.of()));
  }

  static Venue venue(String channel) {
    return new Venue("slack", "T1", channel, null, Venue.Reach.PUBLIC, Venue.Style.VOICES, "en");
  }

  DebateRequest request(Person asker, String channel, Set<String> groups, Question question) {
    return new DebateRequest(
        new MessageId("message-" + drawn.incrementAndGet()),
        question,
        "test",
        Given.rounds(2),
        asker,
        venue(channel),
        groups);
  }

  Admission ask(Person asker, String channel) {
    return desk.open(request(asker, channel, Set.of(), Given.question("a", "b")));
  }

  /** Asks, and waits for the verdict. */
  Debate settled(Person asker, String channel) {
    return settled(((Admission.Opened) ask(asker, channel)).debate());
  }

  /** Has whatever can be done in that debate now done. */
  void wake(DebateId debate) {
    sessions.wake(debate);
    sessions.whenIdle(debate).join();
  }

  Debate settled(DebateId debate) {
    sessions.whenIdle(debate).join();
    return desk.find(debate).orElseThrow();
  }

  Receipt followUp(Debate debate, Person by) {
    var message = new MessageId("message-" + drawn.incrementAndGet());
    return desk.submit(debate.id(), new DebateEvent.FollowUpAsked(message, by, "And yet?", true));
  }

  @Override
  public void close() {
    sessions.atWork().forEach(debate -> sessions.whenIdle(debate).join());
    store.close();
  }
}
