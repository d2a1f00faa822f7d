package dev.roundtable.archive;

import static dev.roundtable.debate.Given.stop;
import static dev.roundtable.session.Tables.hangs;
import static dev.roundtable.session.Tables.votes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Admission;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Receipt;
import dev.roundtable.session.Table;
import dev.roundtable.session.Tables;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What replicas do with the debates of one database. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class LeasingContract {
  private static final DebateId ID = new DebateId("debate-1");

  @SuppressWarnings("NullAway.Init")
  private String url;

  /** Of an empty database. */
  abstract String url();

  @BeforeEach
  void make() {
    url = url();
  }

  private Replica replica(Table table) {
    return Replica.of(url, table, ID);
  }

  private static Table agreeing() {
    return Tables.of(votes("a"), votes("a"), votes("a"));
  }

  private List<String> executions() {
    try (var database = TestDatabases.open(url)) {
      return database.read(handle ->
          handle
              .createQuery("select task_instance from scheduled_tasks where task_name = 'debate'")
              .mapTo(String.class)
              .list());
    }
  }

  @Test
  void aDebateRunsToItsEndAndLeavesNothingToDo() {
    try (var replica = replica(agreeing()).start()) {
      assertThat(replica.open("m1", 1)).isEqualTo(new Admission.Opened(ID));
      assertThat(replica.settled(ID).rulings()).hasSize(1);
    }

    assertThat(executions()).isEmpty();
    try (var database = TestDatabases.open(url)) {
      assertThat(new OpenDebates(database).withoutExecution()).isEmpty();
    }
  }

  @Test
  void whatReachesAnotherReplicaIsReadByTheHolderWithinASecond() throws InterruptedException {
    var asked = new CountDownLatch(1);
    Panelist waits =
        brief -> {
          asked.countDown();
          return hangs().answer(brief);
        };
    try (var holder = replica(Tables.of(votes("a"), waits));
        var other = replica(agreeing())) {
      holder.start().open("m1", 1);
      asked.await();
      assertThat(other.desk.submit(ID, stop("m2"))).isEqualTo(new Receipt.Taken());
      holder.timer.awaitAlarmIn(Duration.ofSeconds(1));
      holder.timer.advance(Duration.ofSeconds(1));

      assertThat(holder.settled(ID).handled()).hasSize(1);
    }
  }

  @Test
  void aReplicaThatIsStoppedLeavesItsDebatesToOthersWhoAskOnlyWhoIsMissing()
      throws InterruptedException {
    var asked = new CountDownLatch(1);
    Panelist waits =
        brief -> {
          asked.countDown();
          return hangs().answer(brief);
        };
    var again = new ConcurrentLinkedQueue<Brief>();
    try (var first = replica(Tables.of(votes("a"), waits));
        var second = replica(Tables.of(noted(again), noted(again)))) {
      first.start().open("m1", 1);
      asked.await();
      first.await(event -> event instanceof DebateEvent.BallotCast);
      first.stop();
      assertThat(first.sessions.atWork()).isEmpty();

      assertThat(second.start().settled(ID).rulings()).hasSize(1);
    }
    assertThat(again).extracting(Brief::seat).containsExactly(new SeatId("s2"));
  }

  @Test
  void callsUnderWayFinishBeforeAReplicaLeavesAndNoneIsMadeAgain() throws InterruptedException {
    var asked = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    Panelist slow =
        brief -> {
          asked.countDown();
          answer.await();
          return votes("b").answer(brief);
        };
    var before = new ConcurrentLinkedQueue<Brief>();
    var after = new ConcurrentLinkedQueue<Brief>();
    try (var first = replica(Tables.of(noted(before), slow));
        var second = replica(Tables.of(noted(after), noted(after)))) {
      first.start().open("m1", 2);
      asked.await();
      second.start();
      first.sessions.leave();
      answer.countDown();
      first.stop();

      assertThat(second.settled(ID).rounds()).hasSize(2);
    }
    assertThat(before).extracting(Brief::round).containsExactly(1);
    assertThat(after).extracting(Brief::round).containsExactly(2, 2);
  }

  private static Panelist noted(Queue<Brief> asked) {
    return brief -> {
      asked.add(brief);
      return votes("a").answer(brief);
    };
  }

  @Test
  void aDebateWhoseReplicaDiedGoesOnElsewhere() {
    try (var dead = replica(agreeing())) {
      dead.open("m1", 1);
    }
    try (var database = TestDatabases.open(url)) {
      database.write(handle ->
          handle.execute(
              "update scheduled_tasks set picked = ?, picked_by = 'dead', last_heartbeat = ?",
              true,
              Timestamp.valueOf("2020-01-01 00:00:00")));
    }
    try (var living = replica(agreeing()).start()) {
      assertThat(living.settled(ID).rulings()).hasSize(1);
    }
  }

  @Test
  void aDebateThatNobodyWasToldOfIsFound() {
    try (var replica = replica(agreeing())) {
      var archive = replica.store.archive();
      archive.append(archive.lease(ID), ArchiveContract.opened(ID));
      assertThat(executions()).isEmpty();

      assertThat(replica.start().settled(ID).rulings()).hasSize(1);
    }
  }

  @Test
  void noMoreDebatesAreInProgressThanTheCeilingAllows() throws InterruptedException {
    int debates = 4 * Replica.SETTINGS.atOnce();
    var inside = new AtomicInteger();
    var most = new AtomicInteger();
    var full = new CountDownLatch(Replica.SETTINGS.atOnce());
    var gate = new Semaphore(0);
    Panelist first =
        brief -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          full.countDown();
          gate.acquire();
          inside.decrementAndGet();
          return votes("a").answer(brief);
        };
    try (var replica = replica(Tables.of(first, votes("a")))) {
      var archive = replica.store.archive();
      var ids = IntStream.range(0, debates).mapToObj(i -> new DebateId("debate-" + i)).toList();
      ids.forEach(id -> archive.append(archive.lease(id), opened(id)));
      replica.start();
      full.await();
      gate.release(debates);
      ids.forEach(replica::settled);
    }
    assertThat(most).hasValue(Replica.SETTINGS.atOnce());
  }

  @Test
  void thoseThatWaitTakeTheirTurnsFromTheOldestOn() {
    var seconds = new AtomicLong();
    var store =
        DebateStore.open(
            url,
            TestDatabases.login(url),
            () -> Replica.CLOCK.instant().plusSeconds(seconds.incrementAndGet()));
    var oldestFirst =
        IntStream.range(0, 12).mapToObj(i -> new DebateId("debate-" + (50 - i))).toList();
    try (var replica = new Replica(store, agreeing(), ID, Replica.SETTINGS.withAtOnce(1))) {
      var archive = store.archive();
      oldestFirst.forEach(id -> archive.append(archive.lease(id), opened(id)));
      replica.start();
      oldestFirst.forEach(replica::settled);

      assertThat(replica.settled).containsExactlyElementsOf(oldestFirst);
    }
  }

  private static DebateEvent opened(DebateId id) {
    return new DebateEvent.Opened(
        id, Given.question("a", "b"), Given.panel(2), Given.rounds(1), Given.ANNA, Venue.TERMINAL);
  }

  @Test
  void theNextOfAChannelBeginsOnAnyReplicaWhenTheOneBeforeHasItsVerdict()
      throws InterruptedException {
    var answer = new CountDownLatch(1);
    var held = Tables.of(Tables.waitsFor(answer, votes("a")), votes("a"));
    var next = new DebateId("debate-2");
    try (var first = Replica.oneAtATime(url, held, ID);
        var second = Replica.oneAtATime(url, agreeing(), next)) {
      first.start().open("m1", 1);
      first.await(event -> event instanceof DebateEvent.BallotCast);
      second.open("m2", 1);
      first.await(new DebateEvent.InLine(1)::equals);
      second.start();
      answer.countDown();
      first.settled(ID);

      var ends = CompletableFuture.anyOf(first.whenSettled(next), second.whenSettled(next));
      assertThat(((Debate) ends.join()).rulings()).hasSize(1);
    }
  }

  @Test
  void aMessageForADebateAtRestWakesIt() throws InterruptedException {
    try (var replica = replica(agreeing()).start()) {
      replica.open("m1", 1);
      replica.settled(ID);
      replica.desk.submit(ID, stop("m2"));
      replica.await(stop("m2")::equals);
    }
    assertThat(executions()).isEmpty();
  }
}
