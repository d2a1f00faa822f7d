package dev.roundtable.session;

import dev.roundtable.archive.MemoryArchive;
import dev.roundtable.archive.MemoryInbox;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.SummaryOrigin;
import dev.roundtable.debate.Venue;
import dev.roundtable.debate.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Real sessions on a settable timer, with everything else in memory. */
final class Hall {
  final SettableTimer timer = new SettableTimer();
  final MemoryArchive archive = new MemoryArchive(timer::now);
  final MemoryInbox inbox = new MemoryInbox();
  final Heard heard = new Heard();
  final Sessions sessions;
  final DebateDesk desk;
  private final AtomicInteger drawn = new AtomicInteger();

  /** What an audience has been told. */
  static final class Heard implements Audience {
    private final List<DebateEvent> events = new ArrayList<>();

    @Override
    public synchronized void told(Entry entry, Debate debate) {
      events.add(entry.event());
      notifyAll();
    }

    synchronized List<DebateEvent> events() {
      return List.copyOf(events);
    }

    synchronized void await(Predicate<DebateEvent> awaited) throws InterruptedException {
      await(1, awaited);
    }

    synchronized void await(int times, Predicate<DebateEvent> awaited) throws InterruptedException {
      while (events.stream().filter(awaited).count() < times) {
        wait();
      }
    }
  }

  private Hall(
      Panels panels, Turns turns, Budget budget, SessionSettings settings, List<Audience> others) {
    var audiences = new ArrayList<>(others);
    audiences.add(heard);
    var ports =
        new Ports(archive, inbox, panels, Permissions.EVERYONE, turns, budget, timer, audiences);
    sessions = new Sessions(ports, settings);
    desk =
        new DebateDesk(
            ports, sessions, settings, () -> new DebateId("debate-" + drawn.incrementAndGet()));
  }

  static Hall of(Table table) {
    return of(table, Budget.UNLIMITED);
  }

  static Hall of(Table table, Budget budget) {
    return new Hall(Tables.only(table), Turns.FREE, budget, settings(Duration.ZERO), List.of());
  }

  static Hall withQuietTime(Table table, Duration quiet) {
    return new Hall(Tables.only(table), Turns.FREE, Budget.UNLIMITED, settings(quiet), List.of());
  }

  static Hall withAudience(Table table, Audience audience) {
    return new Hall(
        Tables.only(table),
        Turns.FREE,
        Budget.UNLIMITED,
        settings(Duration.ZERO),
        List.of(audience));
  }

  static Hall withTurns(Table table, Turns turns) {
    return new Hall(
        Tables.only(table), turns, Budget.UNLIMITED, settings(Duration.ZERO), List.of());
  }

  private static SessionSettings settings(Duration quiet) {
    return new SessionSettings(quiet, 6);
  }

  Admission request(String message, Question question, Rules rules) {
    return desk.open(
        new DebateRequest(
            new MessageId(message), question, "test", rules, Given.ANNA, Venue.TERMINAL));
  }

  DebateId open(Question question, Rules rules) {
    return ((Admission.Opened) request("request-" + drawn.get(), question, rules)).debate();
  }

  /** About a or b, with that many rounds. */
  DebateId open(int rounds) {
    return open(Given.question("a", "b"), Given.rounds(rounds));
  }

  void submit(DebateId debate, DebateEvent.FromPerson message) {
    if (!desk.submit(debate, message).equals(new Receipt.Taken())) {
      throw new AssertionError(message + " was not taken");
    }
  }

  /** The debate once nothing is left to do. */
  Debate settled(DebateId debate) {
    sessions.whenIdle(debate).join();
    return debate(debate);
  }

  Debate debate(DebateId debate) {
    return desk.find(debate).orElseThrow();
  }

  List<DebateEvent> log(DebateId debate) {
    return archive.read(debate).stream().map(Entry::event).toList();
  }

  static Ballot ballot(Debate debate, int round, int seat) {
    return debate
        .rounds()
        .get(round - 1)
        .of(Given.seat(seat))
        .map(DebateEvent.BallotCast::ballot)
        .orElseThrow();
  }

  static Verdict verdict(Debate debate) {
    return debate.lastRuling().orElseThrow().verdict();
  }

  static SummaryOrigin origin(Debate debate) {
    var summary = debate.lastRuling().orElseThrow().summary();
    if (summary == null) {
      throw new AssertionError("no summary");
    }
    return summary.origin();
  }
}
