package dev.roundtable;

import dev.roundtable.archive.DebateStore;
import dev.roundtable.archive.LeaseSettings;
import dev.roundtable.bench.Figure;
import dev.roundtable.bench.Spread;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Venue;
import dev.roundtable.panelist.KnownPanels;
import dev.roundtable.session.Admission;
import dev.roundtable.session.Budget;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.DebateRequest;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Permissions;
import dev.roundtable.session.Ports;
import dev.roundtable.session.Receipt;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.Table;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Floods: 5,500 questions of which 500 are worked on while 5,000 wait, panels of six and of fifty
 * seats, and a storm of replies. What is measured is the memory that is held and how long somebody
 * waits until what was asked is durable.
 */
public final class LoadBenchmark {
  private static final int AT_WORK = 500;
  private static final int QUEUED = 5_000;
  private static final int REPLIES = 2_000;
  private static final int AT_ONCE = 64;
  private static final int HEAP_MB = 512;
  private static final int DURABLE_MS = 2_500;
  private static final Person ANNA = new Person("u", "Anna");

  private final CountDownLatch held = new CountDownLatch(1);
  private final Semaphore doors = new Semaphore(AT_ONCE);
  private final AtomicInteger drawn = new AtomicInteger();
  private final Sessions sessions;
  private final DebateDesk desk;

  private LoadBenchmark(Path folder) {
    var timer = new SystemTimer();
    var url = "jdbc:sqlite:" + folder.resolve("load.db");
    var store = DebateStore.open(url, new Properties(), timer::now);
    var panels = new KnownPanels(List.of(table("six", 6), table("fifty", 50)));
    var ports =
        new Ports(
            store.archive(),
            store.inbox(),
            panels,
            Permissions.EVERYONE,
            Budget.UNLIMITED,
            timer,
            List.of());
    sessions = new Sessions(ports, SessionSettings.DEFAULT);
    var leased = store.lease(sessions, timer, LeaseSettings.DEFAULT.withAtOnce(AT_WORK));
    leased.start();
    desk =
        new DebateDesk(
            ports,
            leased,
            SessionSettings.DEFAULT,
            () -> new DebateId("load-" + drawn.incrementAndGet()));
  }

  private Table table(String name, int size) {
    var seats = new ArrayList<Seat>();
    Map<SeatId, Panelist> sitting = new LinkedHashMap<>();
    for (int i = 0; i < size; i++) {
      var seat = new Seat("s" + i, "Seat " + i);
      seats.add(seat);
      sitting.put(seat.id(), this::votes);
    }
    return new Table(new Panel(name, seats, false, false), sitting, Optional.empty());
  }

  private Panelist.Reply votes(Brief brief) throws InterruptedException {
    held.await();
    var option = brief.options().getFirst().id();
    return new Panelist.Reply(
        new Ballot.Vote(brief.seat(), option, "Reasons.", null, null), Provenance.CODE);
  }

  private Admission open(int number) {
    var question = new Question("Should we, number " + number + "?", List.of("Yes", "No"), null);
    var hour = Duration.ofHours(1);
    var rules = new Rules(Mode.POLL, 1, null, hour, hour);
    var panel = number % 10 == 0 ? "fifty" : "six";
    var message = new MessageId("m" + number);
    return desk.open(new DebateRequest(message, question, panel, rules, ANNA, Venue.TERMINAL));
  }

  private Receipt reply(int number) {
    var debate = new DebateId("load-" + (1 + number % AT_WORK));
    var message = new MessageId("r" + number);
    return desk.submit(debate, new DebateEvent.FollowUpAsked(message, ANNA, "And yet.", false));
  }

  private long timed(Callable<?> action) throws Exception {
    doors.acquire();
    try {
      long began = System.nanoTime();
      action.call();
      return System.nanoTime() - began;
    } finally {
      doors.release();
    }
  }

  private static Figure flood(String what, Spread spread) {
    return Figure.of(
        "B15",
        "%s, %d at once: until durable".formatted(what, AT_ONCE),
        spread.toString(),
        "p99 <= 2.5 s",
        spread.quantile(0.99) <= DURABLE_MS,
        spread.runs());
  }

  private Spread flood(int count, IntFunction<?> one) throws Exception {
    var calls = new ArrayList<Callable<Long>>();
    for (int i = 1; i <= count; i++) {
      int number = i;
      calls.add(() -> timed(() -> one.apply(number)));
    }
    var nanos = new ArrayList<Long>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var call : threads.invokeAll(calls)) {
        nanos.add(call.get());
      }
    }
    return Spread.ofNanos(nanos);
  }

  private static long heapMb() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
  }

  private List<Figure> run() throws Exception {
    var questions = flood("5,500 questions", flood(AT_WORK + QUEUED, this::open));
    while (sessions.atWork().size() < AT_WORK) {
      Thread.onSpinWait();
    }
    long full = heapMb();
    var heap =
        Figure.of(
            "B15",
            "500 debates at work, 5,000 queued: heap that is held",
            full + " MB",
            "<= 512 MB",
            full <= HEAP_MB,
            1);
    var replies = flood("2,000 replies", flood(REPLIES, this::reply));
    return List.of(questions, heap, replies);
  }

  public static List<Figure> figures() throws Exception {
    return new LoadBenchmark(Files.createTempDirectory("roundtable-load")).run();
  }
}
