package dev.roundtable.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.DebateId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many debates share the limits of one workspace. */
@Timeout(300)
class SlackRatesTest {
  private static final int DEBATES = 20;
  private static final double MOST_LATER = 1.5;

  @TempDir Path alone;
  @TempDir Path together;

  private static String script() throws Exception {
    var story = Path.of("src/test/resources/dev/roundtable/slack/story.yaml");
    return Files.readString(story).replace("LONG", "Nobody watches on a Friday.");
  }

  @Test
  void twentyDebatesStayInsideEveryLimitNoneWaitsLongAndEachCardStandsRightAtTheEnd()
      throws Exception {
    Duration once;
    try (var world = new SlackWorld(alone, script(), false).start()) {
      ask(world, 1);
      once = verdict(world, 1);
    }
    try (var world = new SlackWorld(together, script(), false).start()) {
      for (int number = 1; number <= DEBATES; number++) {
        ask(world, number);
      }
      var times = new ArrayList<Duration>();
      for (int number = 1; number <= DEBATES; number++) {
        times.add(verdict(world, number));
        assertThat(world.slack.inChannel("C" + number)).hasSize(2);
      }
      assertThat(times)
          .allSatisfy(time ->
              assertThat(time.toMillis())
                  .isLessThanOrEqualTo((long) (once.toMillis() * MOST_LATER)));

      for (var debate : world.bot().courier().atWork()) {
        world.timer.until(() -> world.bot().courier().shown(new DebateId(debate.value())).isDone());
      }
      for (int number = 1; number <= DEBATES; number++) {
        var card = world.slack.inChannel("C" + number).getFirst();
        assertThat(card.text).startsWith("No: 5 of 6 seats");
      }
      assertThat(world.slack.limited).isEmpty();
      assertThat(world.slack.refused).isEmpty();
    }
  }

  private static void ask(SlackWorld world, int number) {
    world.slack.channel("C" + number);
    world.slack.command("C" + number, SlackWorld.ANNA, "Is it safe? | Yes | No");
  }

  // From the card to the sentence in the channel, as people see them.
  private static Duration verdict(SlackWorld world, int number) throws InterruptedException {
    world.timer.until(() -> world.slack.inChannel("C" + number).size() == 2);
    var seen = world.slack.inChannel("C" + number);
    return Duration.between(seen.getFirst().at, seen.getLast().at);
  }

  @Test
  void editsOfAMessageStandThreeSecondsApartAndTheLastOneShowsHowItEnded() throws Exception {
    try (var world = new SlackWorld(alone, script(), false).start()) {
      ask(world, 1);
      world.settled("debate-1");
      var card = world.slack.inChannel("C1").getFirst();
      assertThat(card.text).startsWith("No: 5 of 6 seats");
      assertThat(card.edits).hasSizeBetween(3, 12);
      for (var message : world.slack.all(_ -> true)) {
        for (int i = 1; i < message.edits.size(); i++) {
          assertThat(Duration.between(message.edits.get(i - 1), message.edits.get(i)))
              .isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        }
      }
    }
  }
}
