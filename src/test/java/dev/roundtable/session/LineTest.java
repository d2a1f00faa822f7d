package dev.roundtable.session;

import static dev.roundtable.debate.Given.stop;
import static dev.roundtable.session.Tables.hangs;
import static dev.roundtable.session.Tables.votes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.StopReason;
import dev.roundtable.debate.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A debate that stands in line behind others. */
class LineTest {
  private final List<DebateId> left = new ArrayList<>();
  private final AtomicInteger ahead = new AtomicInteger(2);
  private final Turns turns =
      new Turns() {
        @Override
        public int ahead(Debate debate) {
          return ahead.get();
        }

        @Override
        public void leave(Debate debate) {
          left.add(debate.id());
        }
      };

  private static List<DebateEvent> line(Hall hall, DebateId id) {
    return hall.log(id).stream().filter(DebateEvent.InLine.class::isInstance).toList();
  }

  @Test
  void nobodyIsAskedBeforeItsTurnHasComeAndItSaysHowManyComeFirst() {
    var hall = Hall.withTurns(Tables.of(votes("a"), votes("a"), votes("b")), turns);
    var id = hall.open(1);
    assertThat(hall.settled(id).underWay()).isFalse();
    assertThat(hall.log(id)).hasSize(2);
    assertThat(hall.debate(id).ahead()).isEqualTo(2);

    hall.sessions.wake(id);
    hall.settled(id);
    ahead.set(1);
    hall.sessions.wake(id);
    hall.settled(id);
    assertThat(left).isEmpty();
    ahead.set(0);
    hall.sessions.wake(id);
    var debate = hall.settled(id);

    assertThat(Hall.verdict(debate)).isInstanceOf(Verdict.Won.class);
    assertThat(line(hall, id))
        .containsExactly(
            new DebateEvent.InLine(2), new DebateEvent.InLine(1), new DebateEvent.InLine(0));
    assertThat(left).containsExactly(id);
  }

  @Test
  void aDebateWhoseTurnItIsAtOnceNeverStandsInLine() {
    ahead.set(0);
    var hall = Hall.withTurns(Tables.of(votes("a"), votes("a")), turns);
    var id = hall.open(1);
    hall.settled(id);

    assertThat(line(hall, id)).isEmpty();
    assertThat(left).containsExactly(id);
  }

  @Test
  void theTimeInLineIsNotTakenFromItsDeadline() throws InterruptedException {
    var hall = Hall.withTurns(Tables.of(votes("a"), votes("a"), hangs()), turns);
    var id = hall.open(Given.question("a", "b"), Given.rounds(1));
    hall.settled(id);
    hall.timer.advance(Duration.ofHours(3));
    ahead.set(0);
    hall.sessions.wake(id);
    hall.heard.await(2, event -> event instanceof DebateEvent.BallotCast);
    hall.timer.advance(hall.debate(id).rules().seatTimeout());
    var debate = hall.settled(id);

    assertThat(debate.lastRuling().orElseThrow().reached().reason())
        .isNotEqualTo(StopReason.DEADLINE);
    assertThat(Hall.verdict(debate)).isInstanceOf(Verdict.Won.class);
  }

  @Test
  void whoeverStopsItInLineEndsItBeforeAnybodyIsAsked() {
    var hall = Hall.withTurns(Tables.of(hangs(), hangs()), turns);
    var id = hall.open(1);
    hall.settled(id);
    hall.submit(id, stop("m2"));
    var debate = hall.settled(id);

    assertThat(debate.settled()).isTrue();
    assertThat(debate.rounds()).isEmpty();
    assertThat(Hall.verdict(debate)).isInstanceOf(Verdict.NoQuorum.class);
    assertThat(left).containsExactly(id);
  }
}
