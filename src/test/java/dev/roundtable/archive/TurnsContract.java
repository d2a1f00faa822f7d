package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.chat.Where;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Turns;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The line of a channel, in whatever database. */
abstract class TurnsContract {
  @SuppressWarnings("NullAway.Init")
  private String url;

  @SuppressWarnings("NullAway.Init")
  private DebateStore store;

  private final AtomicInteger atOnce = new AtomicInteger(1);

  @SuppressWarnings("NullAway.Init")
  private Turns turns;

  /** Of an empty database. */
  abstract String url();

  @BeforeEach
  void open() {
    url = url();
    store = DebateStore.open(url, TestDatabases.login(url), InstantSource.system());
    turns = store.turns(atOnce::get);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Debate debate(String id, String channel) {
    var venue =
        new Venue("slack", "T1", channel, null, Venue.Reach.PUBLIC, Venue.Style.VOICES, "en");
    return Debate.opened(
        new DebateEvent.Opened(
            new DebateId(id),
            Given.question("a", "b"),
            Given.panel(2),
            Given.rounds(1),
            Given.ANNA,
            venue));
  }

  final int ahead(String id) {
    return turns.ahead(debate(id, "C1"));
  }

  private void leave(String id) {
    turns.leave(debate(id, "C1"));
  }

  private int waiting() {
    return store.past().inLine(new Where("slack", "T1", "C1", null, Venue.Reach.PUBLIC));
  }

  @Test
  void theyMoveUpInTheOrderInWhichTheyCame() {
    assertThat(List.of(ahead("d3"), ahead("d1"), ahead("d2"))).containsExactly(0, 1, 2);
    assertThat(waiting()).isEqualTo(2);

    leave("d3");
    assertThat(List.of(ahead("d2"), ahead("d1"))).containsExactly(1, 0);
    leave("d1");
    leave("d1");
    assertThat(ahead("d2")).isZero();
    assertThat(waiting()).isZero();
  }

  @Test
  void whoHasBegunStaysSoHoweverOftenItAsks() {
    atOnce.set(2);
    assertThat(List.of(ahead("d1"), ahead("d2"), ahead("d3"))).containsExactly(0, 0, 1);

    atOnce.set(1);
    assertThat(List.of(ahead("d2"), ahead("d1"), ahead("d3"))).containsExactly(0, 0, 2);
    leave("d1");
    assertThat(List.of(ahead("d2"), ahead("d3"))).containsExactly(0, 1);
  }

  @Test
  void eachChannelHasALineOfItsOwn() {
    assertThat(ahead("d1")).isZero();
    assertThat(turns.ahead(debate("d2", "C2"))).isZero();
    turns.leave(debate("d2", "C2"));
    assertThat(ahead("d3")).isEqualTo(1);
  }

  @Test
  void whoGivesUpInLineMovesUpThoseBehindAlone() {
    ahead("d1");
    ahead("d2");
    ahead("d3");
    leave("d2");

    assertThat(moved()).containsExactly(new DebateId("d3"));
    assertThat(ahead("d3")).isEqualTo(1);
    assertThat(moved()).isEmpty();
  }

  private List<DebateId> moved() {
    try (var database = TestDatabases.open(url)) {
      return SqlTurns.moved(database);
    }
  }

  @Test
  void aForgottenDebateKeepsNobodyWaiting() {
    var running = debate("d1", "C1");
    store.archive().open(new MessageId("m1"), running.opened());
    ahead("d1");
    ahead("d2");
    store.records().forget(new DebateId("d1"), "U9");

    assertThat(moved()).containsExactly(new DebateId("d2"));
    assertThat(ahead("d2")).isZero();
  }

  @Test
  void ofManyThatComeAtOnceOnlyAsManyBeginAsMay() throws Exception {
    atOnce.set(3);
    int many = 24;
    var together = new CountDownLatch(1);
    Collection<Integer> places = new ConcurrentLinkedQueue<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < many; i++) {
        var id = "d" + i;
        var _ =
            threads.submit(() -> {
              together.await();
              return places.add(ahead(id));
            });
      }
      together.countDown();
    }

    assertThat(places).filteredOn(ahead -> ahead == 0).hasSize(3);
    assertThat(places)
        .filteredOn(ahead -> ahead > 0)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, many - 3).boxed().toList());
  }
}
