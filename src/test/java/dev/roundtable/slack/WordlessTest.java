package dev.roundtable.slack;

import static dev.roundtable.slack.SlackWorld.ANNA;
import static dev.roundtable.slack.SlackWorld.BEN;
import static dev.roundtable.slack.SlackWorld.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people post into a debate without a word. */
@Timeout(60)
class WordlessTest {
  private static final String QUESTION = "Should we? | Yes | No";
  private static final String TOLD = "The panel reads words alone";

  @TempDir Path folder;
  private SlackWorld world;
  private FakeSlack slack;

  @BeforeEach
  void begin() throws Exception {
    world = new SlackWorld(folder, SlackFrontEndTest.SCRIPT, false);
    slack = world.slack;
    world.start();
  }

  @AfterEach
  void end() {
    world.close();
  }

  private void share(String channel, String user, FakeMessage card) {
    var shared = slack.add(channel, user, "", card.ts);
    slack.event(slack.event("message", shared).put("subtype", "file_share"));
  }

  private FakeMessage asked() throws InterruptedException {
    slack.command(CHANNEL, ANNA, QUESTION);
    world.settled("debate-1");
    return slack.inChannel(CHANNEL).getFirst();
  }

  @Test
  void aFileStartsNothingAndItsPosterIsTold() throws Exception {
    var card = asked();
    share(CHANNEL, BEN, card);
    share(CHANNEL, ANNA, card);
    slack.await(() -> slack.asides.stream().anyMatch(aside -> aside.text().contains(TOLD)));
    slack.write(CHANNEL, ANNA, "And on Mondays?", card.ts);
    world.timer.until(() -> world.debate("debate-1").rulings().size() == 2);
    world.settled("debate-1");
    assertThat(world.debate("debate-1").rulings()).hasSize(2);
  }

  @Test
  void toCallTheBotWithoutAWordIsToAskForARound() throws Exception {
    var card = asked();
    slack.mention(CHANNEL, ANNA, "", card.ts);
    world.timer.until(() -> world.debate("debate-1").rulings().size() == 2);
  }
}
