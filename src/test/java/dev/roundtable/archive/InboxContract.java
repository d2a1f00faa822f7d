package dev.roundtable.archive;

import static dev.roundtable.debate.Given.BEN;
import static dev.roundtable.debate.Given.reply;
import static dev.roundtable.debate.Given.stop;
import static dev.roundtable.debate.Given.teamVote;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.session.Inbox;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every inbox does. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class InboxContract {
  private static final DebateId ID = new DebateId("debate-1");
  private static final DebateId OTHER = new DebateId("debate-2");

  /** An empty one. */
  abstract Inbox inbox();

  @Test
  void messagesWaitInOrderOfArrivalForTheirDebateAlone() {
    var inbox = inbox();
    assertThat(inbox.offer(ID, reply("z", "First."))).isTrue();
    assertThat(inbox.offer(OTHER, stop("b"))).isTrue();
    assertThat(inbox.offer(ID, teamVote("a", BEN, "no"))).isTrue();

    assertThat(inbox.waiting(ID)).containsExactly(reply("z", "First."), teamVote("a", BEN, "no"));
    assertThat(inbox.waiting(OTHER)).containsExactly(stop("b"));
    assertThat(inbox.waiting(new DebateId("none"))).isEmpty();
  }

  @Test
  void aMessageIsTakenOnceForGood() {
    var inbox = inbox();
    inbox.offer(ID, stop("m"));
    assertThat(inbox.offer(ID, stop("m"))).isFalse();
    inbox.done(ID, List.of(new MessageId("m")));

    assertThat(inbox.waiting(ID)).isEmpty();
    assertThat(inbox.offer(ID, stop("m"))).isFalse();
    assertThat(inbox.offer(OTHER, stop("m"))).isFalse();
  }

  @Test
  void takingOutWhatIsNotThereDoesNothing() {
    var inbox = inbox();
    inbox.offer(ID, stop("m"));
    inbox.done(OTHER, List.of(new MessageId("m")));
    inbox.done(ID, List.of(new MessageId("other")));

    assertThat(inbox.waiting(ID)).containsExactly(stop("m"));
  }

  @Test
  void ofManyWhoBringTheSameMessageOneSucceeds() throws Exception {
    var inbox = inbox();
    for (int round = 0; round < 10; round++) {
      var message = "m" + round;
      var offers =
          IntStream.range(0, 8)
              .mapToObj(i ->
                  (Callable<Boolean>) () -> inbox.offer(i % 2 == 0 ? ID : OTHER, stop(message)))
              .toList();

      assertThat(ArchiveContract.atOnce(offers)).containsOnlyOnce(true);
    }
  }
}
