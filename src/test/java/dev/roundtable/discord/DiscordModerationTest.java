package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.discord.Company.Member;
import dev.roundtable.discord.FakeDiscord.Someone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What keeps a channel in order: unfit answers go, and questions wait for each other. */
@Timeout(120)
class DiscordModerationTest {
  private static final Someone ANNA = new Someone("111111111111111111", "Anna", false);
  private static final Someone BEN = new Someone("222222222222222222", "Ben", false);
  private static final Someone CHIEF = new Someone("999999999999999999", "Chief", false).manager();
  private static final String REPORT = "Report this answer";
  private static final String HIDE = "Hide this answer";

  @TempDir Path folder;
  private FakeDiscord discord;
  private FakeRoom room;

  @BeforeEach
  void open() throws Exception {
    discord = new FakeDiscord(Duration.ofMillis(100));
    room = discord.channel(discord.guild("Acme"), FakeRoom.Kind.TEXT, "decisions");
  }

  @AfterEach
  void close() {
    discord.close();
  }

  private static Company company() {
    return new Company(
        new Member("Ada", "You walnuts.", "Yes"),
        new Member("Bo", "It is late.", "No"),
        new Member("Cleo", "It is risky.", "No"));
  }

  private void ask(String question) {
    discord.slash(ANNA, room, "poll", Map.of("question", question, "options", "Yes | No"));
  }

  private void awaitEnd(FakeMessage card) throws InterruptedException {
    discord.await("last state", () -> card.read().contains("[Run again]"));
  }

  private void told(FakeInteraction asked, String words) throws InterruptedException {
    discord.await(words, () -> asked.read().contains(words));
  }

  @Test
  void anAnswerIsReportedByAnybodyAndHiddenByThoseInCharge() throws Exception {
    try (var _ = new Bot(discord, folder, company()).connected(discord)) {
      ask("Should we?");
      discord.await("verdict", () -> room.messages.size() == 2);
      var card = room.messages.getFirst();
      awaitEnd(card);
      var thread = discord.thread(card);
      var rude =
          thread.messages.stream()
              .filter(message -> message.read().contains("walnuts"))
              .findFirst()
              .orElseThrow();

      told(discord.ask(BEN, thread, rude, REPORT), "Reported.");
      told(discord.ask(BEN, thread, rude, HIDE), "Only those in charge");
      told(discord.ask(CHIEF, room, card, HIDE), "Only a posted answer");
      told(discord.ask(CHIEF, thread, rude, HIDE), "The answer is being hidden");
      discord.await("hidden", () -> rude.read().contains("Its words were hidden"));
      discord.await(
          "no trace", () -> thread.messages.stream().noneMatch(m -> m.read().contains("walnuts")));

      assertThat(rude.read()).contains("Yes");
      assertThat(card.read()).contains("No: 2 of 3 seats");
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void aSecondQuestionOfAChannelWaitsForTheFirstAndSaysSo() throws Exception {
    var company = company();
    company.hold("Bo", 1);
    try (var _ = new Bot(discord, folder, company, 1).connected(discord)) {
      ask("Should we?");
      discord.await("its card", () -> room.messages.size() == 1);
      discord.await(
          "a vote", () -> room.messages.getFirst().read().contains("waiting for Bo and Cleo"));
      ask("And then?");
      discord.await("the second card", () -> room.messages.size() == 2);
      var second = room.messages.get(1);
      discord.await("its place", () -> second.read().contains("In line: one debate"));
      company.release();
      awaitEnd(room.messages.getFirst());
      awaitEnd(second);

      assertThat(second.read()).contains("And then?", "No: 2 of 3 seats");
      assertThat(discord.complaints).isEmpty();
    }
  }
}
