package dev.roundtable.debate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of a person's votes the one that was pressed last counts, in whatever order they come in. */
class TeamVoteTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private int drawn;

  private DebateEvent vote(String option, @Nullable Instant at) {
    var message = new MessageId("press-" + ++drawn);
    return new DebateEvent.TeamVoted(message, Given.BEN, Given.option(option), at);
  }

  private static String counted(DebateEvent... votes) {
    var debate = Proceedings.open(Given.question("Yes", "No"), Given.panel(3), Given.rounds(1));
    debate.until(now -> !now.paper().isEmpty());
    List.of(votes).forEach(debate::happens);
    assertThat(debate.debate().teamTally().votes()).isEqualTo(1);
    assertThat(debate.debate().teamTallyBefore()).isEqualTo(debate.debate().teamTally());
    assertThat(debate.debate().teamTally().leaders())
        .containsExactly(debate.debate().teamVote(Given.BEN).orElseThrow().option());
    return debate.debate().teamTally().leaders().getFirst().value();
  }

  @Test
  void theLaterPressCountsThoughItCameInFirst() {
    var later = vote("no", NOON.plusMillis(1));
    var earlier = vote("yes", NOON);
    assertThat(counted(later, earlier)).isEqualTo("no");
    assertThat(counted(earlier, later)).isEqualTo("no");
  }

  @Test
  void ofTwoPressesOfOneMomentTheOneThatCameInLastCounts() {
    assertThat(counted(vote("no", NOON), vote("yes", NOON))).isEqualTo("yes");
  }

  @Test
  void whereItIsNotKnownWhenTheOneThatCameInLastCounts() {
    assertThat(counted(vote("no", NOON), vote("yes", null))).isEqualTo("yes");
    assertThat(counted(vote("no", null), vote("yes", NOON))).isEqualTo("yes");
  }

  @Test
  void threePressesInEveryOrderEndWithTheLast() {
    var first = vote("no", NOON);
    var second = vote("yes", NOON.plusSeconds(1));
    var third = vote("no", NOON.plusSeconds(2));
    var orders =
        List.of(
            List.of(first, second, third),
            List.of(first, third, second),
            List.of(second, first, third),
            List.of(second, third, first),
            List.of(third, first, second),
            List.of(third, second, first));
    assertThat(orders)
        .extracting(order -> counted(order.toArray(DebateEvent[]::new)))
        .containsOnly("no");
  }
}
