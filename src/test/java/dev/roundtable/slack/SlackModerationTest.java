package dev.roundtable.slack;

import static dev.roundtable.slack.SlackWorld.ANNA;
import static dev.roundtable.slack.SlackWorld.BEN;
import static dev.roundtable.slack.SlackWorld.CHANNEL;
import static dev.roundtable.slack.SlackWorld.CHIEF;
import static dev.roundtable.slack.SlackWorld.NOTICES;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Answers that somebody finds unfit for the channel. */
@Timeout(120)
class SlackModerationTest {
  private static final String SCRIPT =
      """
      panel: six
      chair: { summaries: [{ text: "Nuts everywhere.", counterpoints: { "Yes": "Nuts." } }] }
      seats:
        ada: { name: Ada, rounds: [{ text: '{"vote": "yes", "reasoning": "You walnuts."}' }] }
        bo: { name: Bo, rounds: [{ text: '{"vote": "no", "reasoning": "It is late."}' }] }
        cleo: { name: Cleo, rounds: [{ text: '{"vote": "no", "reasoning": "It is risky."}' }] }
      """;
  private static final String REPORT = "rt_report_message";
  private static final String HIDE = "rt_hide_message";

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
    world.start();
    slack.command(CHANNEL, ANNA, "Should we? | Yes | No");
    world.timer.until(() -> slack.inChannel(CHANNEL).size() == 2);
    world.settled("debate-1");
  }

  @AfterEach
  void end() {
    world.close();
  }

  private List<FakeMessage> thread() {
    return slack.inThread(slack.inChannel(CHANNEL).getFirst());
  }

  private String everything() {
    return Stream.concat(thread().stream(), slack.inChannel(CHANNEL).stream())
        .map(message -> message.text + message.blocks)
        .collect(Collectors.joining("\n"));
  }

  private FakeMessage rude() {
    return thread().stream().filter(m -> m.text.contains("walnuts")).findFirst().orElseThrow();
  }

  private void told(String user, String words) throws InterruptedException {
    slack.await(() ->
        slack.asides.stream().anyMatch(a -> a.user().equals(user) && a.text().contains(words)));
  }

  @Test
  void aReportReachesThoseInChargeWithoutItsWords() throws Exception {
    slack.messageShortcut(REPORT, rude(), BEN);
    told(BEN, "have been told");
    world.timer.until(() -> slack.inChannel(NOTICES).size() == 1);

    assertThat(slack.inChannel(NOTICES).getFirst().text)
        .contains("Ben reports the answer of Ada in round 1", "Should we?")
        .doesNotContain("walnuts");
  }

  @Test
  void aHiddenAnswerIsOutOfSightEverywhereAndItsVoteStays() throws Exception {
    var rude = rude();
    assertThat(everything()).containsIgnoringCase("nuts everywhere");
    slack.messageShortcut(HIDE, rude, CHIEF);
    told(CHIEF, "The answer is being hidden");
    world.timer.until(() -> rude.text.contains("Its words were hidden"));
    world.settled("debate-1");
    world.timer.until(() -> !everything().toLowerCase(Locale.ROOT).contains("nuts"));

    assertThat(everything()).contains("an answer was hidden since the chair wrote");
    assertThat(rude.text).contains("Ada").contains("Yes");
    assertThat(slack.inChannel(CHANNEL).getFirst().text).contains("No");
    assertThat(world.debate("debate-1").tally().votes()).isEqualTo(3);
    slack.messageShortcut(HIDE, rude, CHIEF);
    told(CHIEF, "hidden already");
  }

  @Test
  void onlyThoseInChargeHideAndOnlyAnswers() throws Exception {
    slack.messageShortcut(HIDE, rude(), BEN);
    told(BEN, "Only those in charge");
    slack.messageShortcut(HIDE, slack.inChannel(CHANNEL).getFirst(), CHIEF);
    told(CHIEF, "Only a posted answer can be hidden");
    var chatter = slack.write(CHANNEL, BEN, "Lunch?", null);
    slack.messageShortcut(REPORT, chatter, ANNA);
    told(ANNA, "nothing was reported");

    assertThat(world.debate("debate-1").hidden()).isEmpty();
    assertThat(slack.inChannel(NOTICES)).isEmpty();
  }
}
