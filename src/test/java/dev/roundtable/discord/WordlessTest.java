package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.roundtable.discord.Company.Member;
import dev.roundtable.discord.FakeDiscord.Someone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people post into a debate without a word. */
@Timeout(60)
class WordlessTest {
  private static final int CONTENT_GRANTED = 1 << 18;
  private static final String TOLD = "The panel reads words alone";
  private static final Someone ANNA = new Someone("111111111111111111", "Anna", false);

  @TempDir Path folder;
  private FakeDiscord discord;
  private FakeRoom room;

  @BeforeEach
  void open() throws Exception {
    discord = new FakeDiscord(Duration.ofMillis(100));
    discord.applicationFlags = CONTENT_GRANTED;
    discord.gateway.contentGranted = true;
    room = discord.channel(discord.guild("Acme"), FakeRoom.Kind.TEXT, "decisions");
  }

  @AfterEach
  void close() {
    discord.close();
  }

  private Bot bot() throws InterruptedException {
    var company =
        new Company(
            new Member("Ada", "For it.", "Yes"),
            new Member("Bo", "Against it.", "No"),
            new Member("Cleo", "For it as well.", "Yes"));
    return new Bot(discord, folder, company).connected(discord);
  }

  private FakeRoom thread() throws InterruptedException {
    discord.slash(ANNA, room, "ask", Map.of("question", "Should we?", "options", "Yes | No"));
    discord.await("verdict", () -> room.read().contains("[Run again]"));
    return discord.thread(room.messages.getFirst());
  }

  private static void picture(ObjectNode message) {
    message
        .putArray("attachments")
        .addObject()
        .put("id", "1")
        .put("filename", "cat.png")
        .put("size", 10)
        .put("url", "https://cdn.example/cat.png")
        .put("proxy_url", "https://cdn.example/cat.png")
        .put("content_type", "image/png");
  }

  private static void forwarded(ObjectNode message) {
    var reference = message.putObject("message_reference").put("type", 1);
    reference.put("message_id", "1").put("channel_id", "1");
    message.putArray("message_snapshots");
  }

  private void isTold(Consumer<ObjectNode> what) throws Exception {
    try (var _ = bot()) {
      var thread = thread();
      discord.show(ANNA, thread, what);
      discord.show(ANNA, thread, what);
      discord.await("sentence", () -> thread.read().contains(TOLD));
      discord.say(ANNA, thread, "And in winter?", null);
      discord.await("verdict 2", () -> thread.read().contains("Verdict 2, after Anna’s point"));
      assertThat(thread.messages).filteredOn(said -> said.read().contains(TOLD)).hasSize(1);
      assertThat(thread.read()).doesNotContain("another round", "Verdict 3");
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void aPictureStartsNothingAndItsPosterIsToldOnce() throws Exception {
    isTold(WordlessTest::picture);
  }

  @Test
  void aMessageThatIsPassedOnStartsNothingAndItsPosterIsToldOnce() throws Exception {
    isTold(WordlessTest::forwarded);
  }

  @Test
  void toCallTheBotWithoutAWordIsToAskForARound() throws Exception {
    try (var _ = bot()) {
      var thread = thread();
      discord.say(ANNA, thread, "<@" + FakeDiscord.BOT.id() + ">", null);
      discord.await("verdict 2", () -> thread.read().contains("Verdict 2"));
      assertThat(thread.read()).doesNotContain(TOLD);
    }
  }
}
