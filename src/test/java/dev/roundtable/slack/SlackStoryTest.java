package dev.roundtable.slack;

import static dev.roundtable.slack.SlackWorld.ANNA;
import static dev.roundtable.slack.SlackWorld.BEN;
import static dev.roundtable.slack.SlackWorld.CARL;
import static dev.roundtable.slack.SlackWorld.CHANNEL;
import static dev.roundtable.slack.SlackWorld.CHIEF;
import static dev.roundtable.slack.SlackWorld.DORA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.DebateId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A day in a channel, from the first command to the deletion. {@code -Dgolden.write=true} writes
 * what was read anew; look at the difference before you commit it.
 */
@Timeout(300)
class SlackStoryTest {
  private static final Path FOLDER = Path.of("src/test/resources/dev/roundtable/slack");
  private static final String DEBATE = "debate-1";
  private static final String LONG =
      ("A Friday release has no witnesses. What breaks at 17:00 is found on Monday, and by then "
              + "three days of data have gone through it. ")
          .repeat(30)
          .strip();

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void aDayInAChannelReadsRightOnceAndInOrder(SlackWorld.Wire wire) throws Exception {
    try (var world = new SlackWorld(folder, script(), false, wire)) {
      var slack = world.slack;
      slack.echoes = true;
      world.start();
      slack.command(CHANNEL, ANNA, "Is it safe to deploy on Fridays? | Yes | No");
      world.timer.until(() -> slack.inChannel(CHANNEL).size() == 1);
      var card = slack.inChannel(CHANNEL).getFirst();
      world.timer.until(() -> slack.inThread(card).size() == 2);
      world.timer.until(() -> SlackReading.of(slack, List.of(card)).contains("Grok 4.3** Yes"));
      assertThat(SlackReading.of(slack, List.of(card))).contains("waiting for", "[Stop !danger ?]");

      slack.press(card, BEN, "A · Yes");
      slack.press(card, CARL, "A · Yes");
      slack.press(card, DORA, "B · No");
      world.timer.until(() -> world.debate(DEBATE).teamVotes().size() == 3);
      slack.press(card, DORA, "A · Yes");
      world.timer.until(() -> world.debate(DEBATE).teamVotes().size() == 4);
      world.settled(DEBATE);
      var atFirst = SlackReading.of(slack, slack.inChannel(CHANNEL));
      assertThat(slack.inChannel(CHANNEL)).hasSize(2);
      assertThat(slack.inThread(card)).hasSize(5 + 1 + 1 + 1);

      readsInFull(slack, card);

      slack.write(CHANNEL, BEN, "// lunch?", card.ts);
      var drilled = "The rollback is automated &amp; drilled since May, <@UDORA>.";
      slack.write(CHANNEL, CARL, drilled, card.ts);
      world.timer.until(() -> slack.inThread(card).getLast().text.startsWith("1 new argument"));
      slack.write(CHANNEL, BEN, "True, I saw the drill.", card.ts);
      world.timer.until(() -> collected(slack, card).startsWith("2 new arguments"));
      slack.press(card, DORA, "B · No");
      slack.mention(CHANNEL, ANNA, "please look at Carl's point.", card.ts);
      world.timer.until(() -> world.debate(DEBATE).rulings().size() == 2);
      world.settled(DEBATE);

      slack.press(card, DORA, "Ask a Follow-Up");
      slack.await(() -> slack.views.size() == 2);
      slack.submit(slack.lastView(), DORA, Map.of("question", "And with a hotfix team on call?"));
      world.timer.until(() -> world.debate(DEBATE).rounds().size() == 4);
      world.kill();
      world.start();
      world.bot().sessions().wake(new DebateId(DEBATE));
      world.timer.until(() -> world.debate(DEBATE).rulings().size() == 3);
      world.settled(DEBATE);

      compare(
          List.of(
              "THE CHANNEL AFTER THE FIRST VERDICT",
              atFirst,
              "THE CHANNEL AFTER THE THIRD",
              SlackReading.of(slack, slack.inChannel(CHANNEL)),
              "THE THREAD",
              SlackReading.of(slack, slack.inThread(card))));

      slack.mention(CHANNEL, BEN, "what about Mondays?", card.ts);
      world.timer.until(() -> world.debate(DEBATE).rounds().size() == 5);
      world.timer.until(() -> card.blocks.toString().contains("\"Stop\""));
      slack.press(card, BEN, "Stop");
      slack.await(() -> slack.lastAside().text().contains("Only Anna"));
      slack.press(card, ANNA, "Stop");
      world.timer.until(() -> world.debate(DEBATE).rulings().size() == 4);
      world.settled(DEBATE);

      assertThat(slack.reactions).hasSize(3 + 1);
      assertThat(slack.limited).isEmpty();
      assertThat(slack.refused).isEmpty();
      assertThat(slack.wire.redelivered()).isZero();

      var verdict =
          slack.inThread(card).stream()
              .filter(message -> message.blocks.toString().contains("\"Delete\""))
              .reduce((_, last) -> last)
              .orElseThrow();
      slack.press(verdict, CHIEF, "Delete");
      world.timer.until(() -> slack.all(m -> m.user.equals(FakeSlack.BOT) && !m.deleted).isEmpty());
    }
  }

  private static String collected(FakeSlack slack, FakeMessage card) {
    return slack.inThread(card).stream()
        .map(message -> message.text)
        .filter(text -> text.contains("new argument"))
        .findFirst()
        .orElse("");
  }

  private static void readsInFull(FakeSlack slack, FakeMessage card) throws Exception {
    var gpt =
        slack.inThread(card).stream()
            .filter(message -> message.username.equals("GPT-5.4"))
            .findFirst()
            .orElseThrow();
    slack.press(gpt, BEN, "Read Full Answer");
    slack.await(() -> !slack.views.isEmpty());
    var page = SlackReading.blocks(slack, slack.lastView().path("blocks"));
    assertThat(page).contains(LONG, "**GPT-5.4**", "90 % sure");
  }

  private static String script() throws Exception {
    return Files.readString(FOLDER.resolve("story.yaml")).replace("LONG", LONG);
  }

  private static void compare(List<String> read) throws Exception {
    var actual =
        String.join("\n", read)
            .replace(LONG.substring(0, 2500), "...")
            .replaceAll("answers took \\d+ s", "answers took some s");
    var file = FOLDER.resolve("story.txt");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(file, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(file));
  }
}
