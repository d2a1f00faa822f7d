package dev.roundtable.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.archive.MemoryArchive;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Lease;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a process shows of debates that it, or another one, works on. */
class LocalFeedTest {
  private static final DebateId ID = new DebateId("debate-1");
  private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

  private final LocalFeed feed = new LocalFeed(new MemoryArchive(() -> NOON));
  private final DebateEvent.Opened opened =
      new DebateEvent.Opened(
          ID,
          Given.question("a", "b"),
          Given.panel(2),
          Given.rounds(1),
          Given.ANNA,
          Venue.TERMINAL);
  private final Entry first = new Entry(1, NOON, opened);
  private final Debate debate = Debate.opened(opened);

  @Test
  void theEndOfASessionThatLostItsLeaseTakesNothingFromTheOneThatHasIt() {
    var lost = new Lease(ID, 1);
    var held = new Lease(ID, 2);
    feed.takenUp(lost, List.of(first), debate);
    feed.takenUp(held, List.of(first), debate);
    feed.letGo(lost);
    assertThat(feed.now(ID)).get().extracting(DebateFeed.Snapshot::seq).isEqualTo(1L);

    feed.letGo(held);
    assertThat(feed.now(ID)).isEmpty();
  }

  @Test
  void aDebateThatWasOpenedHereAndIsWorkedOnElsewhereIsShownAsItIsStored() {
    var seen = new ArrayList<Long>();
    feed.follow(ID, snapshot -> seen.add(snapshot.seq()));
    feed.told(first, debate);

    assertThat(seen).containsExactly(1L);
    assertThat(feed.now(ID)).isEmpty();
  }
}
