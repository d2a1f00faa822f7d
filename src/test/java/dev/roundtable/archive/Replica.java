package dev.roundtable.archive;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Admission;
import dev.roundtable.session.Audience;
import dev.roundtable.session.Budget;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.DebateRequest;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Permissions;
import dev.roundtable.session.Ports;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.SettableTimer;
import dev.roundtable.session.Table;
import dev.roundtable.session.Tables;
import dev.roundtable.session.Turns;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** One process of several on a store. */
final class Replica implements AutoCloseable {
  static final LeaseSettings SETTINGS =
      new LeaseSettings(
          3,
          Duration.ofMillis(50),
          Duration.ofMillis(200),
          4,
          Duration.ofSeconds(1),
          Duration.ofMillis(500));

  /** For a store that is opened apart: the time at which every replica's own begins. */
  static final InstantSource CLOCK = InstantSource.fixed(new SettableTimer().now());

  private static final SessionSettings AT_ONCE = new SessionSettings(Duration.ZERO, 6);

  final SettableTimer timer;
  final DebateStore store;
  final DebateDesk desk;
  final Sessions sessions;
  private final LeasedSessions leased;
  final Queue<DebateId> settled = new ConcurrentLinkedQueue<>();
  private final List<DebateEvent> heard = new ArrayList<>();
  private final Map<DebateId, CompletableFuture<Debate>> ends = new ConcurrentHashMap<>();

  Replica(DebateStore store, Table table, DebateId id) {
    this(store, new SettableTimer(), table, id, SETTINGS, Turns.FREE);
  }

  Replica(DebateStore store, Table table, DebateId id, LeaseSettings settings) {
    this(store, new SettableTimer(), table, id, settings, Turns.FREE);
  }

  private Replica(
      DebateStore store,
      SettableTimer timer,
      Table table,
      DebateId id,
      LeaseSettings settings,
      Turns turns) {
    this.store = store;
    this.timer = timer;
    Audience audience = this::told;
    var ports =
        new Ports(
            store.archive(),
            store.inbox(),
            Tables.only(table),
            Permissions.EVERYONE,
            turns,
            Budget.UNLIMITED,
            timer,
            List.of(audience));
    sessions = new Sessions(ports, AT_ONCE);
    leased = store.lease(sessions, timer, settings);
    desk = new DebateDesk(ports, leased, AT_ONCE, () -> id);
  }

  /** On a connection of its own, as another process has it. */
  static Replica of(String url, Table table, DebateId id) {
    var timer = new SettableTimer();
    var store = DebateStore.open(url, TestDatabases.login(url), timer::now);
    return new Replica(store, timer, table, id, SETTINGS, Turns.FREE);
  }

  /** The same, and one debate runs in a channel at a time. */
  static Replica oneAtATime(String url, Table table, DebateId id) {
    var timer = new SettableTimer();
    var store = DebateStore.open(url, TestDatabases.login(url), timer::now);
    return new Replica(store, timer, table, id, SETTINGS, store.turns(() -> 1));
  }

  private void told(Entry entry, Debate debate) {
    synchronized (heard) {
      heard.add(entry.event());
      heard.notifyAll();
    }
    if (debate.settled() && !settled.contains(debate.id())) {
      settled.add(debate.id());
      whenSettled(debate.id()).complete(debate);
    }
  }

  /** Blocks until such an event is durable. */
  void await(Predicate<DebateEvent> awaited) throws InterruptedException {
    synchronized (heard) {
      while (heard.stream().noneMatch(awaited)) {
        heard.wait();
      }
    }
  }

  CompletableFuture<Debate> whenSettled(DebateId debate) {
    return ends.computeIfAbsent(debate, _ -> new CompletableFuture<>());
  }

  /** The debate once this replica has brought it to its end. */
  Debate settled(DebateId debate) {
    return whenSettled(debate).copy().orTimeout(1, TimeUnit.MINUTES).join();
  }

  Replica start() {
    leased.start();
    return this;
  }

  Admission open(String message, int rounds) {
    return desk.open(
        new DebateRequest(
            new MessageId(message),
            Given.question("a", "b"),
            "test",
            Given.rounds(rounds),
            Given.ANNA,
            Venue.TERMINAL));
  }

  /** Stops working and keeps the store open. */
  void stop() {
    leased.close();
  }

  @Override
  public void close() {
    stop();
    store.close();
  }
}
