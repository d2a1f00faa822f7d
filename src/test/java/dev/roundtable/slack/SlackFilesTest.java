package dev.roundtable.slack;

import static dev.roundtable.slack.SlackWorld.ANNA;
import static dev.roundtable.slack.SlackWorld.BEN;
import static dev.roundtable.slack.SlackWorld.CHANNEL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that go with verdicts, and transcripts that go as files. */
@Timeout(120)
class SlackFilesTest {
  private static final String QUESTION = "Should we? | Yes | No";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private SlackWorld world;

  @SuppressWarnings("NullAway.Init")
  private FakeSlack slack;

  @BeforeEach
  void begin() throws Exception {
    world = new SlackWorld(folder, SlackFrontEndTest.SCRIPT, false);
    slack = world.slack;
  }

  @AfterEach
  void end() {
    world.close();
  }

  private FakeMessage verdict() throws InterruptedException {
    world.start();
    slack.command(CHANNEL, ANNA, QUESTION);
    world.settled("debate-1");
    return slack.inThread(slack.inChannel(CHANNEL).getFirst()).stream()
        .filter(message -> message.blocks.toString().contains("\"Delete\""))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aVerdictShowsItsPictureWithWordsForThoseWhoDoNotSeeIt() throws Exception {
    var verdict = verdict();
    var image = verdict.blocks.findParents("slack_file").getFirst();
    assertThat(image.path("alt_text").asText()).startsWith("Should we? Yes: 3 of 3 seats");
    var file = Objects.requireNonNull(slack.files.get(image.at("/slack_file/id").asText()));
    assertThat(file.name).isEqualTo("verdict-1.png");
    assertThat(file.alt).isEqualTo(image.path("alt_text").asText());
    assertThat(file.channel).isNull();
    var drawn = ImageIO.read(new ByteArrayInputStream(Objects.requireNonNull(file.content)));
    assertThat(drawn.getWidth()).isEqualTo(1200);
    assertThat(slack.refused).isEmpty();
  }

  @Test
  void aVerdictWithItsPictureIsReportedLikeAnyMessage() throws Exception {
    slack.messageShortcut("rt_report_message", verdict(), SlackWorld.BEN);
    world.timer.until(() -> !slack.inChannel(SlackWorld.NOTICES).isEmpty());

    assertThat(slack.inChannel(SlackWorld.NOTICES).getFirst().text)
        .contains("Ben reports", "Should we?");
  }

  @Test
  void aVerdictLeadsToItsPageByAButtonAndInWords() throws Exception {
    var verdict = verdict();
    assertThat(verdict.text).endsWith("https://roundtable.example/p/debate-1");
    assertThat(slack.button(verdict.blocks, "Open the Page").path("url").asText())
        .isEqualTo("https://roundtable.example/p/debate-1");
  }

  @Test
  void inAPrivateChannelThereIsNoPageToLeadTo() throws Exception {
    slack.channel(CHANNEL).isPrivate = true;
    var verdict = verdict();
    assertThat(verdict.text).doesNotContain("https://");
    assertThat(verdict.blocks.toString()).doesNotContain("Open the Page");
  }

  @Test
  void withoutTheScopeAVerdictGoesWithoutAPicture() throws Exception {
    slack.scopes.remove("files:write");
    var verdict = verdict();
    assertThat(verdict.blocks.findParents("slack_file")).isEmpty();
    assertThat(slack.files).isEmpty();
    assertThat(slack.refused).isEmpty();
  }

  @Test
  void aVerdictWaitsAMomentForAPictureThatSlackStillLooksAt() throws Exception {
    slack.slowFiles = 1;
    assertThat(verdict().blocks.findParents("slack_file")).hasSize(1);
    assertThat(slack.refused).hasSize(1);
  }

  @Test
  void aVerdictGoesWithoutAPictureThatSlackNeverShows() throws Exception {
    slack.slowFiles = 100;
    assertThat(verdict().blocks.findParents("slack_file")).isEmpty();
  }

  @Test
  void aVerdictGoesWithoutAPictureThatCannotBeBrought() throws Exception {
    slack.next("files.completeUploadExternal", new FakeWebApi.Fault.DoneThenStatus(503));
    assertThat(verdict().blocks.findParents("slack_file")).isEmpty();
  }

  @Test
  void aPictureStaysWithAVerdictThatChangesAndGoesWithOneThatIsDeleted() throws Exception {
    var verdict = verdict();
    slack.mention(CHANNEL, ANNA, "and on Mondays?", slack.inChannel(CHANNEL).getFirst().ts);
    world.timer.until(() -> world.debate("debate-1").rulings().size() == 2);
    world.settled("debate-1");
    assertThat(verdict.edits).isNotEmpty();
    assertThat(verdict.blocks.findParents("slack_file")).hasSize(1);
    assertThat(slack.files).hasSize(2);
    var last = slack.inThread(slack.inChannel(CHANNEL).getFirst()).getLast();
    slack.press(last, ANNA, "Delete");
    world.timer.until(() -> slack.files.isEmpty());
    world.timer.until(() -> slack.all(m -> m.user.equals(FakeSlack.BOT) && !m.deleted).isEmpty());
  }

  @Test
  void theTranscriptCanBeHadAsAFile() throws Exception {
    slack.press(verdict(), BEN, "Transcript");
    slack.await(() -> !slack.views.isEmpty());
    slack.pressInView(BEN, "Send as a File");
    slack.await(() -> slack.files.values().stream().anyMatch(f -> f.done && f.channel != null));
    var file =
        slack.files.values().stream().filter(f -> f.channel != null).findFirst().orElseThrow();
    assertThat(file.channel).isEqualTo("D" + BEN);
    assertThat(file.name).isEqualTo("debate-debate-1.md");
    assertThat(new String(Objects.requireNonNull(file.content), StandardCharsets.UTF_8))
        .contains("Should we?", "3 of 3 seats");
    slack.await(() -> slack.asides.stream().anyMatch(a -> a.text().contains("as a file")));
  }

  @Test
  void withoutTheScopeNoFileIsOffered() throws Exception {
    slack.scopes.remove("files:write");
    slack.press(verdict(), BEN, "Transcript");
    slack.await(() -> !slack.views.isEmpty());
    assertThat(slack.lastView().toString()).doesNotContain("Send as a File");
  }
}
