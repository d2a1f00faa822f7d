package dev.roundtable.bench;

import dev.roundtable.archive.DebateRecords;
import dev.roundtable.archive.DebateStore;
import dev.roundtable.archive.TestDatabases;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Entry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What it costs that nothing is lost, on one database. */
final class DurabilityFigures {
  private static final int APPENDS = 300;
  private static final Person ANNA = new Person("U1", "Anna");
  private static final Duration LOOK = Duration.ofMillis(100);

  private final Models models;
  private final Path folder;
  private final String database;
  private final String url;

  DurabilityFigures(Models models, Path folder, String database, String url) {
    this.models = models;
    this.folder = folder.resolve(database);
    this.database = database;
    this.url = url;
  }

  Figure append() {
    var nanos = new ArrayList<Long>();
    try (var store = DebateStore.open(url, TestDatabases.login(url), InstantSource.system())) {
      var panel = new Panel("p", List.of(new Seat("a", "A"), new Seat("b", "B")), false, false);
      var id = new DebateId("append-1");
      var question = new Topic(0, Topic.Votes.SPLIT).question();
      var opened = new DebateEvent.Opened(id, question, panel, Rules.DEFAULT, ANNA, Venue.TERMINAL);
      var lease = store.archive().open(new MessageId("m"), opened).orElseThrow().lease();
      for (int i = 0; i < APPENDS; i++) {
        var vote = new DebateEvent.TeamVoted(new MessageId("v" + i), ANNA, new OptionId("yes"));
        long began = System.nanoTime();
        store.archive().append(lease, vote);
        nanos.add(System.nanoTime() - began);
      }
      store.records().forget(id, "benchmark");
    }
    // The first ones warm up.
    var spread = Spread.ofNanos(nanos.subList(APPENDS / 3, APPENDS));
    return Figure.of(
        "B11",
        "an event made durable, " + database + "; median",
        spread.toString(),
        "<= 5 ms",
        spread.median() <= 5,
        spread.runs());
  }

  /** One debate whose process is killed in the middle; somebody else is there to go on with it. */
  Figure resume(int topic) throws IOException, InterruptedException {
    Setup.write(folder, models.address(), url, "");
    var errors = folder.resolve("errors.txt");
    try (var dying = Engine.plain(folder, errors);
        var store = DebateStore.open(url, TestDatabases.login(url), InstantSource.system())) {
      dying.begin(new Order(topic, 1, Topic.Votes.SPLIT, "six", 2));
      awaitBallots(store, 1, Duration.ofSeconds(30));
      dying.kill();
      int before = entries(store).size();
      long killed = System.nanoTime();
      try (var _ = Engine.plain(folder, errors)) {
        awaitEntries(store, before + 1, Duration.ofSeconds(90));
        double seconds = (System.nanoTime() - killed) / 1e9;
        return Figure.of(
            "B11",
            "a debate goes on after SIGKILL in its midst, default leases, " + database,
            Spread.ms(seconds * 1000),
            "<= 45 s",
            seconds <= 45,
            1);
      }
    }
  }

  private static List<Entry> entries(DebateStore store) {
    return store.records().latest(new DebateRecords.Search("", "", 1)).stream()
        .flatMap(listed -> store.archive().read(listed.debate()).stream())
        .toList();
  }

  private static void awaitBallots(DebateStore store, int most, Duration patience)
      throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (entries(store).stream()
            .filter(entry -> entry.event() instanceof DebateEvent.BallotCast)
            .count()
        < most) {
      pause(until);
    }
  }

  private static void awaitEntries(DebateStore store, int count, Duration patience)
      throws InterruptedException {
    long until = System.nanoTime() + patience.toNanos();
    while (entries(store).size() < count) {
      pause(until);
    }
  }

  private static void pause(long until) throws InterruptedException {
    if (System.nanoTime() > until) {
      throw new IllegalStateException("it never came");
    }
    var _ = new Semaphore(0).tryAcquire(LOOK.toNanos(), TimeUnit.NANOSECONDS);
  }
}
