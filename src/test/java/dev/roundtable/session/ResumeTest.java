package dev.roundtable.session;

import static dev.roundtable.debate.Given.option;
import static dev.roundtable.debate.Given.reply;
import static dev.roundtable.debate.Given.seat;
import static dev.roundtable.session.Hall.verdict;
import static dev.roundtable.session.Tables.abstains;
import static dev.roundtable.session.Tables.chaired;
import static dev.roundtable.session.Tables.hangs;
import static dev.roundtable.session.Tables.summarises;
import static dev.roundtable.session.Tables.votes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.StopOrder;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class ResumeTest {
  private static Table panel(Queue<Brief> asked) {
    var seats =
        Stream.of(
                votes("a", "b", "b"),
                votes("a"),
                votes("b"),
                votes("b", "a", "b"),
                abstains(),
                votes("a", "b", "b"))
            .map(panelist -> recorded(panelist, asked))
            .toArray(Panelist[]::new);
    return chaired(summarises("They weighed it."), seats);
  }

  private static Panelist recorded(Panelist panelist, Queue<Brief> asked) {
    return brief -> {
      asked.add(brief);
      return panelist.answer(brief);
    };
  }

  private static List<DebateEvent> wholeLog(DebateEvent... then) {
    var hall = Hall.of(panel(new ConcurrentLinkedQueue<>()));
    var id = hall.open(3);
    for (var event : then) {
      hall.settled(id);
      hall.submit(id, (DebateEvent.FromPerson) event);
    }
    hall.settled(id);
    return hall.log(id);
  }

  private static Hall halfDone(List<DebateEvent> events, Table table) {
    var hall = Hall.of(table);
    var lease = hall.archive.lease(id(events));
    events.forEach(event -> hall.archive.append(lease, event));
    return hall;
  }

  private static DebateId id(List<DebateEvent> events) {
    return ((DebateEvent.Opened) events.getFirst()).id();
  }

  private static Debate resumed(List<DebateEvent> events, Table table) {
    var hall = halfDone(events, table);
    hall.sessions.wake(id(events));
    return hall.settled(id(events));
  }

  @Test
  void aDebateTakenUpAnywhereEndsWithTheSameVerdict() {
    var log = wholeLog(reply("m1", "But."), reply("m2", "And."));
    var whole = Debate.of(log);
    assertThat(whole.rulings()).hasSize(3);

    for (int length = 1; length <= log.size(); length++) {
      var debate = resumed(log.subList(0, length), panel(new ConcurrentLinkedQueue<>()));
      int verdicts = debate.rulings().size();

      assertThat(debate.settled()).as("after %d events", length).isTrue();
      assertThat(verdict(debate))
          .as("after %d events", length)
          .isEqualTo(whole.rulings().get(verdicts - 1).verdict());
    }
    assertThat(resumed(log, panel(new ConcurrentLinkedQueue<>()))).isEqualTo(whole);
  }

  @Test
  void onlySeatsWithoutABallotInTheOpenRoundAreAsked() {
    var log = wholeLog();
    int third = 0;
    for (int ballots = 0; ballots < 3; third++) {
      ballots += log.get(third) instanceof DebateEvent.BallotCast ? 1 : 0;
    }
    var begun = log.subList(0, third);
    var answered =
        Debate.of(begun).rounds().getFirst().cast().stream()
            .map(cast -> cast.ballot().seat())
            .toList();
    var asked = new ConcurrentLinkedQueue<Brief>();
    resumed(begun, panel(asked));

    assertThat(answered).hasSize(3);
    assertThat(asked)
        .filteredOn(brief -> brief.round() == 1)
        .extracting(Brief::seat)
        .hasSize(3)
        .doesNotContainAnyElementsOf(answered);
  }

  @Test
  void aFinishedDebateAsksNobody() {
    var asked = new ConcurrentLinkedQueue<Brief>();
    var log = wholeLog();

    assertThat(resumed(log, panel(asked))).isEqualTo(Debate.of(log));
    assertThat(asked).isEmpty();
  }

  @Test
  void whatPeopleDidWhileNobodyHeldTheDebateIsTakenUp() {
    var log = wholeLog();
    var hall = halfDone(log.subList(0, 2), panel(new ConcurrentLinkedQueue<>()));
    hall.inbox.offer(id(log), Given.stop("m1"));
    hall.sessions.wake(id(log));

    assertThat(hall.settled(id(log)).rounds()).isEmpty();
    assertThat(hall.inbox.waiting(id(log))).isEmpty();
  }

  @Test
  void aMessageThatWasWrittenDownAndNotTakenOutCountsOnce() {
    var log = wholeLog(reply("m1", "But."));
    var hall = halfDone(log, panel(new ConcurrentLinkedQueue<>()));
    hall.inbox.offer(id(log), reply("m1", "But."));
    hall.sessions.wake(id(log));

    assertThat(hall.settled(id(log))).isEqualTo(Debate.of(log));
    assertThat(hall.inbox.waiting(id(log))).isEmpty();
  }

  @Test
  void aSeatThatIsGoneSaysSo() {
    var log = wholeLog().subList(0, 3);
    var smaller = chaired(summarises("Fine."), votes("a"), votes("a"), votes("a"), votes("b"));
    var debate = resumed(log, smaller);

    assertThat(verdict(debate).count().absent())
        .extracting(absence -> absence.seat(), absence -> absence.cause())
        .containsExactly(gone(seat(5)), gone(seat(6)));
    assertThat(verdict(debate).winnerIfAny()).contains(option("a"));
  }

  private static Tuple gone(SeatId seat) {
    return Tuple.tuple(seat, new Cause.Vacant());
  }

  @Test
  void aDebateTakenUpAgainHasWhatWasLeftOfItsTime() throws InterruptedException {
    var log = wholeLog().subList(0, 3);
    var hall = halfDone(log, panelThatHangs());
    var whole = Given.rounds(3).deadline();
    hall.timer.advance(whole.minusSeconds(20));
    hall.sessions.wake(id(log));
    hall.timer.awaitAlarmIn(Duration.ofSeconds(20));
    hall.timer.advance(Duration.ofSeconds(20));

    assertThat(hall.settled(id(log)).settled()).isTrue();
    assertThat(limits(hall, log)).containsExactly(DEADLINE);
  }

  private static final DebateEvent DEADLINE =
      new DebateEvent.LimitReached(new StopOrder.DeadlinePassed(Given.rounds(3).deadline()));

  private static List<DebateEvent> limits(Hall hall, List<DebateEvent> log) {
    return hall.log(id(log)).stream().filter(DebateEvent.LimitReached.class::isInstance).toList();
  }

  private static Table panelThatHangs() {
    return Tables.of(hangs(), hangs(), hangs(), hangs(), hangs(), hangs());
  }

  @Test
  void aDebateWhoseTimeRanOutWhileNobodyHeldItEndsWithWhatItHasAndAsksNobody() {
    var log = wholeLog().subList(0, 3);
    var asked = new ConcurrentLinkedQueue<Brief>();
    var hall = halfDone(log, panel(asked));
    hall.timer.advance(Duration.ofDays(1));
    hall.sessions.wake(id(log));

    assertThat(hall.settled(id(log)).settled()).isTrue();
    assertThat(limits(hall, log)).containsExactly(DEADLINE);
    assertThat(asked).isEmpty();
  }

  @Test
  void afterAVerdictTheTimeBeginsAnewWithTheNextRound() {
    var log = wholeLog();
    var hall = halfDone(log, panel(new ConcurrentLinkedQueue<>()));
    hall.timer.advance(Duration.ofDays(1));
    hall.submit(id(log), reply("m1", "But."));

    assertThat(hall.settled(id(log)).rulings()).hasSize(2);
    assertThat(limits(hall, log)).isEmpty();
  }

  @Test
  void aDebateThatBrokeGoesOnWhenItIsWoken() {
    var broken = new AtomicBoolean(true);
    Budget budget =
        _ -> {
          if (broken.get()) {
            throw new IllegalStateException("no ledger");
          }
          return new Budget.Decision.Granted();
        };
    var hall = Hall.of(panel(new ConcurrentLinkedQueue<>()), budget);
    var id = hall.open(1);
    hall.sessions.whenIdle(id).exceptionally(_ -> null).join();
    assertThat(hall.debate(id).settled()).isFalse();
    broken.set(false);
    hall.sessions.wake(id);

    assertThat(hall.settled(id).settled()).isTrue();
  }
}
