package dev.roundtable;

import dev.roundtable.archive.DebateStore;
import dev.roundtable.archive.LeaseSettings;
import dev.roundtable.archive.LeasedSessions;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Floods: of so many questions some are worked on while the rest stand in line, panels of six and
 * of fifty seats, and a storm of replies. What is measured is the memory that is held and how long
 * somebody waits until what was asked is durable.
 */
public final class LoadBenchmark implements AutoCloseable {
  static final Size FULL = new Size(500, 5_000, 2_000);

  private static final int AT_ONCE = 64;
  private static final int HEAP_MB = 128;
  private static final int DURABLE_MS = 2_500;
  private static final double KB_PER_MB = 1024;
  private static final long LOOK_MS = 20;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Person ANNA = new Person("u", "Anna");

  /**
   * How much comes.
   *
   * @param atWork debates in progress, each in a channel of its own
   * @param queued debates that stand in line behind these
   * @param replies arguments for the debates in progress
   */
  record Size(int atWork, int queued, int replies) {
    int debates() {
      return atWork + queued;
    }
  }

  /**
   * What was seen.
   *
   * @param questions until each was durable
   * @param progressKb of heap that the debates in progress hold
   * @param queueKb of heap that those in line, and the replies, hold beside them
   * @param kept whether each question and each reply was taken
   */
  record Load(
      Size size, Spread questions, Spread replies, long progressKb, long queueKb, boolean kept) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "load: %d debates in progress hold %.1f MB, %,d in line and %,d replies %.1f MB more;"
              + " until durable, %d at once: questions %s; replies %s",
          size.atWork(),
          progressKb / KB_PER_MB,
          size.queued(),
          size.replies(),
          queueKb / KB_PER_MB,
          AT_ONCE,
          questions,
          replies);
    }
  }

  private final Size size;
  private final CountDownLatch held = new CountDownLatch(1);
  private final Semaphore doors = new Semaphore(AT_ONCE);
  private final AtomicInteger drawn = new AtomicInteger();
  private final Set<DebateId> asked = ConcurrentHashMap.newKeySet();
  private final Set<MessageId> taken = ConcurrentHashMap.newKeySet();
  private final DebateStore store;
  private final Sessions sessions;
  private final LeasedSessions leased;
  private final DebateDesk desk;

  LoadBenchmark(Path folder, Size size) {
    this.size = size;
    var timer = new SystemTimer();
    var url = "jdbc:sqlite:" + folder.resolve("load.db");
    store = DebateStore.open(url, new Properties(), timer::now);
    var panels = new KnownPanels(List.of(table("six", 6), table("fifty", 50)));
    var ports =
        new Ports(
            store.archive(),
            store.inbox(),
            panels,
            Permissions.EVERYONE,
            store.turns(() -> 1),
            Budget.UNLIMITED,
            timer,
            List.of());
    sessions = new Sessions(ports, SessionSettings.DEFAULT);
    leased = store.lease(sessions, timer, LeaseSettings.DEFAULT.withAtOnce(size.atWork()));
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
    asked.add(brief.debate());
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
    var channel = "C" + number % size.atWork();
    var venue = new Venue("none", "T", channel, null, Venue.Reach.PUBLIC, Venue.Style.DIGEST, "en");
    var admission = desk.open(new DebateRequest(message, question, panel, rules, ANNA, venue));
    if (admission instanceof Admission.Opened) {
      taken.add(message);
    }
    return admission;
  }

  private Receipt reply(int number) {
    var debate = new DebateId("load-" + (1 + number % size.atWork()));
    var message = new MessageId("r" + number);
    var receipt =
        desk.submit(debate, new DebateEvent.FollowUpAsked(message, ANNA, "And yet.", false));
    if (receipt instanceof Receipt.Taken) {
      taken.add(message);
    }
    return receipt;
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

  private Spread flood(int first, int last, IntFunction<?> one) throws Exception {
    var calls = new ArrayList<Callable<Long>>();
    for (int i = first; i <= last; i++) {
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

  private static long heapKb() {
    System.gc();
    var runtime = Runtime.getRuntime();
    return (runtime.totalMemory() - runtime.freeMemory()) >> 10;
  }

  Load run() throws Exception {
    leased.start();
    long empty = heapKb();
    flood(1, size.atWork(), this::open);
    while (asked.size() < size.atWork()) {
      Thread.onSpinWait();
    }
    long atWork = heapKb();
    var questions = flood(size.atWork() + 1, size.atWork() + size.queued(), this::open);
    var replies = flood(1, size.replies(), this::reply);
    long full = heapKb();
    boolean kept = taken.size() == size.debates() + size.replies();
    return new Load(size, questions, replies, atWork - empty, full - atWork, kept);
  }

  // Whether those in line are asked, one after the other, once the first ones are done.
  boolean drained() throws InterruptedException {
    held.countDown();
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (asked.size() < size.debates() && System.nanoTime() < until) {
      var _ = new Semaphore(0).tryAcquire(LOOK_MS, TimeUnit.MILLISECONDS);
    }
    return asked.size() == size.debates();
  }

  @Override
  public void close() {
    held.countDown();
    leased.close();
    store.close();
  }

  public static List<Figure> figures() throws Exception {
    Load load;
    try (var benchmark = new LoadBenchmark(Files.createTempDirectory("roundtable-load"), FULL)) {
      load = benchmark.run();
    }
    long mb = (load.progressKb() + load.queueKb()) >> 10;
    return List.of(
        flood("5,000 questions", load.questions()),
        Figure.of(
            "B15",
            "500 debates in progress, 5,000 in line: heap that they hold",
            mb + " MB",
            "<= 128 MB",
            mb <= HEAP_MB,
            1),
        flood("2,000 replies", load.replies()));
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
}
