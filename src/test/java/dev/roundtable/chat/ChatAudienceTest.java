package dev.roundtable.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.SystemTimer;
import dev.roundtable.archive.MemoryArchive;
import dev.roundtable.archive.MemoryDeliveryLog;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Courier;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.OpenChannel;
import dev.roundtable.delivery.Outcome;
import dev.roundtable.delivery.Outlet;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.RemoteId;
import dev.roundtable.session.Entry;
import dev.roundtable.slack.SlackRenderer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who shows a debate when two sessions of this process have had it. */
@Timeout(60)
class ChatAudienceTest {
  private static final DebateId ID = new DebateId("debate-1");

  private final BlockingQueue<String> edited = new LinkedBlockingQueue<>();

  /** In which the card changes as its debate does. */
  private final class Channel extends OpenChannel {
    @Override
    public Outcome edit(Destination to, Post post, RemoteId message) {
      edited.add(post.payload());
      return new Outcome.Done(message);
    }
  }

  private static Debate opened() {
    var venue = new Venue("slack", "T1", "C1", null, Venue.Reach.PUBLIC, Venue.Style.VOICES, "en");
    return Debate.opened(
        new DebateEvent.Opened(
            ID, Given.question("a", "b"), Given.panel(2), Given.rounds(1), Given.ANNA, venue));
  }

  private static Exhibits none() {
    return new Exhibits() {
      @Override
      public Exhibit of(Debate debate, int verdict) {
        throw new AssertionError("there is no verdict");
      }

      @Override
      public Optional<byte[]> picture(DebateId debate, int verdict) {
        throw new AssertionError("there is no verdict");
      }
    };
  }

  @Test
  void theEndOfASessionThatLostItsLeaseLeavesTheDebateToTheOneThatHasIt() throws Exception {
    var outlets = Map.<String, Outlet>of("slack", new Channel());
    var timer = new SystemTimer();
    var archive = new MemoryArchive(timer::now);
    var log = new MemoryDeliveryLog(archive, timer::now);
    var courier = new Courier(outlets, log, timer);
    var audience = new ChatAudience(Map.of("slack", new SlackRenderer(false)), courier, none());
    var debate = opened();
    var opening = archive.open(new MessageId("m1"), debate.opened()).orElseThrow();
    var entries = List.of(opening.entry());
    audience.takenUp(opening.lease(), entries, debate);
    audience.handedOn(ID).get(30, TimeUnit.SECONDS);
    audience.takenUp(archive.lease(ID), entries, debate);
    audience.handedOn(ID).get(30, TimeUnit.SECONDS);
    audience.letGo(opening.lease());

    var behind = new Entry(2, timer.now(), new DebateEvent.InLine(3));
    var now = debate.with(behind.event());
    audience.told(behind, now);
    audience.caughtUp(now);
    audience.handedOn(ID).get(30, TimeUnit.SECONDS);
    assertThat(edited).hasSize(1);
    courier.close(Duration.ofSeconds(3));
  }
}
