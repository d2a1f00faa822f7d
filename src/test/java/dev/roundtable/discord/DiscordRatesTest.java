package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.discord.Company.Member;
import dev.roundtable.discord.FakeDiscord.Someone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A busy server: many channels ask at once while people call the bot, and no limit is met. */
@Timeout(180)
class DiscordRatesTest {
  private static final Someone ANNA = new Someone("111111111111111111", "Anna", false);
  private static final int CHANNELS = 20;
  private static final int CALLS = 20;

  @TempDir Path folder;

  @Test
  void aFloodOfDebatesAndCallsStaysBelowDiscordsFiftyRequestsASecond() throws Exception {
    var company =
        new Company(
            new Member("Ada", "For it.", "Yes"),
            new Member("Bo", "Against it.", "No"),
            new Member("Cleo", "For it as well.", "Yes"));
    try (var discord = new FakeDiscord(Duration.ofSeconds(5))) {
      var acme = discord.guild("Acme");
      var rooms = new ArrayList<FakeRoom>();
      for (int i = 0; i < CHANNELS; i++) {
        rooms.add(discord.channel(acme, FakeRoom.Kind.TEXT, "channel-" + i));
      }
      var lobby = discord.channel(acme, FakeRoom.Kind.TEXT, "lobby");
      try (var bot = new Bot(discord, folder, company).connected(discord)) {
        for (var room : rooms) {
          discord.slash(ANNA, room, "poll", Map.of("question", "So?", "options", "Yes | No"));
        }
        for (int i = 0; i < CALLS; i++) {
          discord.say(ANNA, lobby, "<@" + FakeDiscord.BOT.id() + "> help", null);
        }
        for (var room : rooms) {
          discord.await("verdict in " + room.name, () -> isDone(room));
        }
        discord.await("answers", () -> answered(lobby).size() == CALLS);
        assertThat(discord.limited).hasValue(0);
        assertThat(bot.outlet.limited()).isZero();
        assertThat(discord.complaints).isEmpty();
      }
    }
  }

  private static boolean isDone(FakeRoom room) {
    return room.messages.size() == 2 && room.messages.getFirst().read().contains("[Run again]");
  }

  private static List<FakeMessage> answered(FakeRoom lobby) {
    return lobby.messages.stream().filter(message -> message.author.bot()).toList();
  }
}
