package dev.roundtable.slack;

import static dev.roundtable.slack.SlackWorld.ANNA;
import static dev.roundtable.slack.SlackWorld.BEN;
import static dev.roundtable.slack.SlackWorld.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.chat.Visitor;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Presses that come quickly, from Slack's own buttons, or from members of a user group. */
@Timeout(120)
class SlackPressesTest {
  private static final String SCRIPT = SlackFrontEndTest.SCRIPT.replace("2s", "50s");

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private SlackWorld world;

  @SuppressWarnings("NullAway.Init")
  private FakeSlack slack;

  @BeforeEach
  void begin() throws Exception {
    world = new SlackWorld(folder, SCRIPT, false);
    slack = world.slack;
  }

  @AfterEach
  void end() {
    world.close();
  }

  private FakeMessage running() throws InterruptedException {
    world.start();
    slack.command(CHANNEL, ANNA, "Should we? | Yes | No");
    world.timer.until(() -> slack.inChannel(CHANNEL).size() == 1);
    var card = slack.inChannel(CHANNEL).getFirst();
    world.timer.until(() -> card.blocks.toString().contains("A · Yes"));
    return card;
  }

  @Test
  void aVoteThatComesInLateDoesNotUndoALaterOne() throws Exception {
    var card = running();
    var yes = slack.button(card.blocks, "A · Yes");
    var no = slack.button(card.blocks, "B · No");
    slack.press(CHANNEL, card.ts, null, BEN, no, "1900000002.000200");
    world.timer.until(() -> world.debate("debate-1").teamVotes().size() == 1);
    slack.press(CHANNEL, card.ts, null, BEN, yes, "1900000002.000100");
    slack.press(CHANNEL, card.ts, null, ANNA, yes, "1900000002.000300");
    world.timer.until(() -> world.debate("debate-1").teamVotes().size() == 2);
    assertThat(world.debate("debate-1").teamVotes())
        .extracting(vote -> vote.person().id())
        .containsExactly(BEN, ANNA);
    world.settled("debate-1");
  }

  @Test
  void slacksOwnStopStopsForTheAskerAlone() throws Exception {
    var card = running();
    slack.await(() -> slack.signs.equals(List.of("at work " + card.ts)));
    slack.stopAgent(card, BEN);
    slack.await(() -> slack.asides.stream().anyMatch(a -> a.text().contains("Only Anna")));
    slack.stopAgent(card, ANNA);
    // Once the verdict has its summary, the order to stop is done with.
    slack.await(() ->
        world.debate("debate-1").stop() != null
            || world.debate("debate-1").lastRuling().isPresent());
    world.timer.until(() -> world.debate("debate-1").lastRuling().isPresent());
    world.settled("debate-1");
    assertThat(world.debate("debate-1").lastVotes()).isEmpty();
    slack.await(() -> slack.signs.equals(List.of("at work " + card.ts, "idle " + card.ts)));
  }

  @Test
  void whereTheAppIsNoAgentTheCardAloneTells() throws Exception {
    slack.next("agents.sessions.setStatus", new FakeWebApi.Fault.Refused("not_authorized"));
    running();
    world.settled("debate-1");
    assertThat(slack.signs).isEmpty();
  }

  @Test
  void aModeratorMayBeNamedByUserGroup() throws Exception {
    slack.userGroups.put("SDECIDERS", List.of(BEN));
    var api = new SlackApi(slack.settings());
    var _ = api.call(client -> client.authTest(r -> r));
    var people = new SlackPeople(api, new SlackIdentity());
    assertThat(people.visitor("T1", BEN).groups()).containsExactly("SDECIDERS");
    assertThat(people.visitor("T1", ANNA).groups()).isEmpty();
    assertThat(slack.calls).filteredOn("usergroups.list"::equals).hasSize(1);
    world.start();
  }

  @Test
  void whereSlackDoesNotSayWhoIsInWhichGroupNobodyMayMoreThanAGuest() throws Exception {
    var api = new SlackApi(slack.settings());
    var _ = api.call(client -> client.authTest(r -> r));
    slack.next("usergroups.list", new FakeWebApi.Fault.Refused("internal_error"));
    var people = new SlackPeople(api, new SlackIdentity());
    assertThat(people.visitor("T1", BEN).standing()).isEqualTo(Visitor.Standing.GUEST);
    assertThat(people.visitor("T1", BEN).standing()).isEqualTo(Visitor.Standing.MEMBER);
    world.start();
  }
}
