package dev.roundtable;

import dev.roundtable.archive.MemoryArchive;
import dev.roundtable.archive.MemoryInbox;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Venue;
import dev.roundtable.panelist.KnownPanels;
import dev.roundtable.panelist.ScriptException;
import dev.roundtable.panelist.ScriptedPanel;
import dev.roundtable.session.Admission;
import dev.roundtable.session.Budget;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.DebateRequest;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Permissions;
import dev.roundtable.session.Ports;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.session.Sessions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * What the engine adds to the time that the seats take: wall time over critical path, for scripted
 * seats that each take one second, six seats, two rounds. Run by {@code mvn verify -Pbench}.
 */
final class EngineBenchmark {
  private static final Duration LATENCY = Duration.ofSeconds(1);
  private static final int SEATS = 6;
  private static final int ROUNDS = 2;
  private static final int WARM_UPS = 10;
  private static final int RUNS_ALONE = 5;
  private static final int RUNS_TOGETHER = 7;
  private static final int TOGETHER = 500;

  private final Sessions sessions;
  private final DebateDesk desk;
  private final MemoryArchive archive;
  private int requests;

  private EngineBenchmark() throws ScriptException {
    var timer = new SystemTimer();
    var table = ScriptedPanel.table(script(), timer);
    archive = new MemoryArchive(timer::now);
    var ports =
        new Ports(
            archive,
            new MemoryInbox(),
            new KnownPanels(List.of(table)),
            Permissions.EVERYONE,
            Budget.UNLIMITED,
            timer,
            List.of());
    sessions = new Sessions(ports, SessionSettings.DEFAULT);
    var random = new Random(1);
    desk = new DebateDesk(ports, sessions, SessionSettings.DEFAULT, () -> DebateId.draw(random));
  }

  // Votes that stay split three to three, one seat changing in round 2, so that both rounds are
  // held.
  private static String script() {
    var script = new StringBuilder("seats:\n");
    for (int seat = 1; seat <= SEATS; seat++) {
      var first = seat % 2 == 0 ? "yes" : "no";
      var second = seat == 1 ? "yes" : first;
      script.append("  seat").append(seat).append(":\n    rounds:\n");
      for (var vote : List.of(first, second)) {
        script
            .append("      - { delay: ")
            .append(LATENCY.toMillis())
            .append("ms, text: '{\"reasoning\": \"Seat ")
            .append(seat)
            .append(" has looked at cost, risk and people, and finds that ")
            .append(vote)
            .append(" serves them best.\", \"vote\": \"")
            .append(vote)
            .append("\"}' }\n");
      }
    }
    return script.toString();
  }

  /** Wall time of that many debates at once. */
  private Duration run(int debates) {
    long began = System.nanoTime();
    var ended = new ArrayList<CompletableFuture<Void>>();
    var ids = new ArrayList<DebateId>();
    for (int i = 0; i < debates; i++) {
      var question = new Question("Should we?", List.of("Yes", "No"), null);
      var message = new MessageId("m" + ++requests);
      var person = new Person("u", "Anna");
      var request =
          new DebateRequest(message, question, "script", Rules.DEFAULT, person, Venue.TERMINAL);
      var id = ((Admission.Opened) desk.open(request)).debate();
      ids.add(id);
      ended.add(sessions.whenIdle(id));
    }
    CompletableFuture.allOf(ended.toArray(CompletableFuture[]::new)).join();
    var wall = Duration.ofNanos(System.nanoTime() - began);
    ids.forEach(this::checkBothRoundsWereHeld);
    return wall;
  }

  private void checkBothRoundsWereHeld(DebateId id) {
    long ballots =
        archive.read(id).stream()
            .map(Entry::event)
            .filter(DebateEvent.BallotCast.class::isInstance)
            .count();
    if (ballots != SEATS * ROUNDS) {
      throw new IllegalStateException("debate " + id + " has " + ballots + " ballots");
    }
  }

  private static void print(String what, List<Duration> walls, double target) {
    double critical = LATENCY.toNanos() * (double) ROUNDS;
    var ratios = walls.stream().map(wall -> wall.toNanos() / critical).sorted().toList();
    double median = ratios.get(ratios.size() / 2);
    System.out.printf(
        Locale.ROOT,
        "%-22s  min %.4f  median %.4f  max %.4f  (%d runs, target %.2f: %s)%n",
        what,
        ratios.getFirst(),
        median,
        ratios.getLast(),
        ratios.size(),
        target,
        median <= target ? "met" : "MISSED");
  }

  public static void main(String[] arguments) throws ScriptException {
    var benchmark = new EngineBenchmark();
    for (int i = 0; i < WARM_UPS; i++) {
      benchmark.run(TOGETHER);
    }
    System.out.printf(
        Locale.ROOT,
        "Engine, warm: wall time / critical path, %d seats of %d ms, %d rounds; %d cores, heap %d MB%n",
        SEATS,
        LATENCY.toMillis(),
        ROUNDS,
        Runtime.getRuntime().availableProcessors(),
        Runtime.getRuntime().maxMemory() >> 20);
    var alone = new ArrayList<Duration>();
    for (int i = 0; i < RUNS_ALONE; i++) {
      alone.add(benchmark.run(1));
    }
    print("one debate", alone, 1.01);
    var together = new ArrayList<Duration>();
    for (int i = 0; i < RUNS_TOGETHER; i++) {
      together.add(benchmark.run(TOGETHER));
    }
    print(TOGETHER + " debates at once", together, 1.05);
  }
}
