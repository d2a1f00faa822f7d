package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.session.Lease;
import dev.roundtable.session.SettableTimer;
import dev.roundtable.session.StoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How far it is told that debates have come which another process works on. */
@Timeout(60)
abstract class LogTailContract {
  private static final DebateId ID = new DebateId("debate-1");
  private static final DebateId OTHER = new DebateId("debate-2");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final SettableTimer timer = new SettableTimer();
  private final Queue<Long> heard = new ConcurrentLinkedQueue<>();
  private final Queue<Long> heardOfOther = new ConcurrentLinkedQueue<>();

  @SuppressWarnings("NullAway.Init")
  private String url;

  @SuppressWarnings("NullAway.Init")
  private DebateStore worker;

  @SuppressWarnings("NullAway.Init")
  private DebateStore reader;

  @SuppressWarnings("NullAway.Init")
  private LogTail tail;

  @SuppressWarnings("NullAway.Init")
  private Lease lease;

  /** Of an empty database. */
  abstract String url();

  @BeforeEach
  void open() {
    url = url();
    worker = DebateStore.open(url, TestDatabases.login(url), InstantSource.system());
    reader = DebateStore.open(url, TestDatabases.login(url), InstantSource.system());
    tail = reader.tail(timer);
    lease = worker.archive().lease(ID);
    append(ArchiveContract.opened(ID));
  }

  @AfterEach
  void close() {
    tail.close();
    timer.advance(SECOND);
    reader.close();
    worker.close();
  }

  private void append(DebateEvent event) {
    worker.archive().append(lease, event);
  }

  private void aSecondPasses() throws InterruptedException {
    timer.awaitAlarmIn(SECOND);
    timer.advance(SECOND);
    timer.awaitAlarmIn(SECOND);
  }

  @Test
  void howFarADebateHasComeIsToldOnceAndAgainWhenItGoesOn() throws InterruptedException {
    append(Samples.ofEachType().get(1));
    tail.follow(ID, 1, heard::add);
    aSecondPasses();
    assertThat(heard).containsExactly(2L);
    append(Samples.ofEachType().get(3));
    append(Samples.ofEachType().get(4));
    aSecondPasses();
    aSecondPasses();

    assertThat(heard).containsExactly(2L, 4L);
  }

  @Test
  void manyFollowManyDebatesEachFromItsOwnPlace() throws InterruptedException {
    var other = worker.archive().lease(OTHER);
    worker.archive().append(other, ArchiveContract.opened(OTHER));
    append(Samples.ofEachType().get(1));
    var late = new ConcurrentLinkedQueue<Long>();
    tail.follow(ID, 0, heard::add);
    tail.follow(ID, 2, late::add);
    tail.follow(OTHER, 0, heardOfOther::add);
    tail.follow(new DebateId("none"), 0, heardOfOther::add);
    aSecondPasses();
    append(Samples.ofEachType().get(3));
    aSecondPasses();

    assertThat(heard).containsExactly(2L, 3L);
    assertThat(late).containsExactly(3L);
    assertThat(heardOfOther).containsExactly(1L);
  }

  @Test
  void whoFailsIsToldNothingMoreAndDisturbsNobody() throws InterruptedException {
    var told = new ConcurrentLinkedQueue<Long>();
    tail.follow(
        ID,
        0,
        seq -> {
          told.add(seq);
          throw new IllegalStateException("closed page");
        });
    tail.follow(ID, 0, heard::add);
    aSecondPasses();
    append(Samples.ofEachType().get(1));
    aSecondPasses();

    assertThat(told).hasSize(1);
    assertThat(heard).hasSize(2);
  }

  @Test
  void anEventThatCannotBeReadEndsTheFollowingOfItsDebateAlone() throws InterruptedException {
    var other = worker.archive().lease(OTHER);
    worker.archive().append(other, ArchiveContract.opened(OTHER));
    try (var database = TestDatabases.open(url)) {
      database.write(handle -> {
        handle.execute("update debate set last_seq = 2 where id = ?", ID.value());
        return handle.execute(
            """
            insert into debate_event (debate_id, seq, at_millis, type, payload)
            values (?, 2, 0, 'later', '{"type": "later", "version": 1}')
            """,
            ID.value());
      });
    }
    var tried = new AtomicInteger();
    tail.follow(
        ID,
        0,
        _ -> {
          tried.incrementAndGet();
          reader.archive().read(ID).forEach(entry -> heard.add(entry.seq()));
        });
    tail.follow(OTHER, 0, heardOfOther::add);
    aSecondPasses();
    worker.archive().append(other, Samples.ofEachType().get(1));
    aSecondPasses();

    assertThat(tried).hasValue(1);
    assertThat(heard).isEmpty();
    assertThat(heardOfOther).containsExactly(1L, 2L);
  }

  @Test
  void whoNeedsTheStoreWhileItIsAwayIsToldAgain() throws InterruptedException {
    var told = new ConcurrentLinkedQueue<Long>();
    tail.follow(
        ID,
        0,
        seq -> {
          told.add(seq);
          if (told.size() == 1) {
            throw new StoreException.Refused("it is away.", new IllegalStateException());
          }
        });
    aSecondPasses();
    aSecondPasses();

    assertThat(told).containsExactly(1L, 1L);
  }

  @Test
  void nobodyLooksUnlessSomebodyListens() throws InterruptedException {
    assertThat(timer.alarms()).isZero();
    var following = tail.follow(ID, 1, heard::add);
    aSecondPasses();
    following.close();
    append(Samples.ofEachType().get(1));
    timer.advance(SECOND);
    assertThat(heard).isEmpty();
    tail.follow(ID, 1, heardOfOther::add);
    aSecondPasses();

    assertThat(heard).isEmpty();
    assertThat(heardOfOther).hasSize(1);
  }
}
