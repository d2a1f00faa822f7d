package dev.roundtable.session;

import static dev.roundtable.debate.Given.collected;
import static dev.roundtable.debate.Given.reply;
import static dev.roundtable.session.Hall.verdict;
import static dev.roundtable.session.Tables.votes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.StopReason;
import dev.roundtable.debate.Verdict;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class FollowUpSessionTest {
  private static final Duration QUIET = Duration.ofSeconds(8);
  private static final Duration HOUR = Duration.ofHours(1);

  private static Table three() {
    return Tables.of(votes("a"), votes("a", "b"), votes("b"));
  }

  /** Grants that many rounds. */
  private static Budget grants(int rounds) {
    var asked = new AtomicInteger();
    return _ ->
        asked.incrementAndGet() <= rounds
            ? new Budget.Decision.Granted()
            : new Budget.Decision.Spent("nothing left");
  }

  private static StopReason reason(Hall hall, DebateId id) {
    return hall.settled(id).lastRuling().orElseThrow().reached().reason();
  }

  @Test
  void repliesWithinTheQuietTimeAreGatheredIntoOneRound() throws InterruptedException {
    var hall = Hall.withQuietTime(three(), QUIET);
    var id = hall.open(1);
    hall.settled(id);
    hall.submit(id, reply("m1", "One."));
    hall.timer.awaitAlarmIn(QUIET);
    hall.timer.advance(Duration.ofSeconds(5));
    hall.submit(id, collected("m2", "Two."));
    hall.timer.awaitAlarmIn(QUIET);
    hall.timer.advance(QUIET.minusMillis(1));
    assertThat(hall.debate(id).rounds()).hasSize(1);
    hall.timer.advance(Duration.ofMillis(1));
    var debate = hall.settled(id);

    assertThat(debate.rulings()).hasSize(2);
    assertThat(debate.rulings().getLast().followUps())
        .containsExactly(new MessageId("m1"), new MessageId("m2"));
    assertThat(hall.timer.alarms()).isZero();
  }

  @Test
  void aReplyThatIsWithdrawnForAnotherWithinTheQuietTimeIsSentToNobody()
      throws InterruptedException {
    var hall = Hall.withQuietTime(three(), QUIET);
    var id = hall.open(1);
    hall.settled(id);
    hall.submit(id, reply("m1", "My salary is 90k."));
    hall.timer.awaitAlarmIn(QUIET);
    hall.timer.advance(Duration.ofSeconds(5));
    hall.inbox.offer(
        id, new DebateEvent.FollowUpWithdrawn(new MessageId("m2"), new MessageId("m1")));
    hall.submit(id, reply("m3", "It is too dear."));
    hall.timer.awaitAlarmIn(QUIET);
    hall.timer.advance(QUIET);
    var debate = hall.settled(id);

    assertThat(debate.rounds()).hasSize(2);
    assertThat(debate.rounds().getLast().opened().followUps()).containsExactly(new MessageId("m3"));
  }

  @Test
  void theQuietTimeIsNotTakenFromTheDeadline() throws InterruptedException {
    var patience = Duration.ofSeconds(200);
    var hall = Hall.withQuietTime(three(), patience);
    var id = hall.open(1);
    hall.settled(id);
    hall.submit(id, reply("m1", "One."));
    hall.timer.awaitAlarmIn(patience);
    assertThat(hall.timer.alarms()).isEqualTo(1);
    hall.timer.advance(patience);

    assertThat(hall.settled(id).rulings()).hasSize(2);
    assertThat(hall.log(id)).noneMatch(DebateEvent.LimitReached.class::isInstance);
  }

  @Test
  void repliesWhileARoundRunsAreAnsweredTogetherByTheNext() throws InterruptedException {
    var held = new CountDownLatch(1);
    var hall = Hall.of(Tables.of(votes("a"), votes("a"), Tables.waitsFor(held, votes("b"))));
    var id = hall.open(1);
    hall.heard.await(2, DebateEvent.BallotCast.class::isInstance);
    hall.submit(id, reply("m1", "One."));
    hall.submit(id, reply("m2", "Two."));
    hall.heard.await(2, DebateEvent.FollowUpAsked.class::isInstance);
    held.countDown();
    var debate = hall.settled(id);

    assertThat(debate.rounds()).hasSize(2);
    assertThat(debate.rulings().getLast().followUps()).hasSize(2);
  }

  @Test
  void collectedRepliesOpenNoRound() {
    var hall = Hall.of(three());
    var id = hall.open(1);
    hall.settled(id);
    hall.submit(id, collected("m1", "By the way."));

    assertThat(hall.settled(id).rulings()).hasSize(1);
    assertThat(hall.debate(id).waitingFollowUps()).hasSize(1);
    assertThat(hall.timer.alarms()).isZero();
  }

  @Test
  void atMostSixFollowUpRoundsAreHeldPerHour() {
    var hall = Hall.of(three());
    var id = hall.open(1);
    var first = hall.timer.now();
    for (int i = 1; i <= 6; i++) {
      hall.settled(id);
      hall.submit(id, reply("m" + i, "Again."));
    }
    assertThat(hall.settled(id).rulings()).hasSize(7);

    assertThat(hall.desk.submit(id, reply("m7", "Again.")))
        .isEqualTo(new Receipt.TooManyFollowUps(6, first.plus(HOUR)));
    assertThat(hall.desk.submit(id, reply("m6", "Again."))).isEqualTo(new Receipt.SeenBefore());
    hall.submit(id, collected("m8", "By the way."));
    assertThat(hall.settled(id).rulings()).hasSize(7);

    hall.timer.advance(HOUR);
    hall.submit(id, reply("m9", "Again."));
    assertThat(hall.settled(id).rulings()).hasSize(8);
  }

  @Test
  void withoutMoneyForTheFirstRoundNobodyIsAsked() {
    var hall = Hall.of(three(), grants(0));
    var id = hall.open(2);

    assertThat(reason(hall, id)).isEqualTo(StopReason.BUDGET);
    assertThat(verdict(hall.debate(id))).isInstanceOf(Verdict.NoQuorum.class);
    assertThat(hall.debate(id).rounds()).isEmpty();
  }

  @Test
  void withoutMoneyForTheSecondRoundTheFirstDecides() {
    var hall = Hall.of(three(), grants(1));
    var id = hall.open(2);

    assertThat(reason(hall, id)).isEqualTo(StopReason.BUDGET);
    assertThat(verdict(hall.debate(id))).isInstanceOf(Verdict.Majority.class);
    assertThat(hall.debate(id).rounds()).hasSize(1);
  }

  @Test
  void withoutMoneyForAFollowUpTheVerdictStandsAndTheReplyWaits() {
    var hall = Hall.of(three(), grants(1));
    var id = hall.open(1);
    hall.settled(id);
    hall.submit(id, reply("m1", "But."));
    var debate = hall.settled(id);

    assertThat(debate.rulings()).hasSize(1);
    assertThat(debate.waitingFollowUps()).hasSize(1);
    assertThat(hall.log(id).getLast()).isInstanceOf(DebateEvent.LimitReached.class);
  }

  @Test
  void aFollowUpThatComesWithTheLastPostOfAVerdictIsNotForgotten() throws InterruptedException {
    var handedOn = new CompletableFuture<Void>();
    var audience =
        new Audience() {
          @Override
          public void told(Entry entry, Debate debate) {
            if (entry.event() instanceof DebateEvent.FollowUpAsked) {
              handedOn.complete(null);
            }
          }

          @Override
          public CompletableFuture<Void> handedOn(DebateId debate) {
            return handedOn.copy();
          }
        };
    var hall = Hall.withAudience(Tables.of(votes("a"), votes("a")), audience);
    var id = hall.open(1);
    hall.heard.await(event -> event instanceof DebateEvent.SummaryWritten);
    hall.submit(id, reply("m1", "And the price?"));

    assertThat(hall.settled(id).rulings()).hasSize(2);
  }
}
