package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.discord.Company.Member;
import dev.roundtable.discord.FakeDiscord.Someone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Fifty seats and three rounds under Discord's own limits. */
@Timeout(180)
class LargePanelTest {
  private static final Someone ANNA = new Someone("111111111111111111", "Anna", false);
  private static final int SEATS = 50;

  @TempDir Path folder;

  @Test
  void fiftySeatsAndThreeRoundsTakeFifteenMessagesAndNoLimitIsHit() throws Exception {
    var members = new ArrayList<Member>();
    for (int i = 1; i <= SEATS; i++) {
      var votes = i % 3 == 0 ? new String[] {"No", "Yes", "No"} : new String[] {"Yes", "No", "Yes"};
      members.add(new Member("Seat" + i, "It is worth what it costs. ".repeat(12), votes));
    }
    try (var discord = new FakeDiscord(Duration.ofSeconds(5))) {
      var room = discord.channel(discord.guild("Acme"), FakeRoom.Kind.TEXT, "decisions");
      var company = new Company(members.toArray(Member[]::new));
      try (var _ = new Bot(discord, folder, company).connected(discord)) {
        var options =
            Map.<String, Object>of("question", "Should we?", "options", "Yes | No", "rounds", 3);
        discord.slash(ANNA, room, "ask", options);
        discord.await("verdict", () -> room.messages.size() == 2);
        discord.await("its card", () -> room.messages.getLast().edits == 1);
        discord.await("card", () -> room.messages.getFirst().read().contains("[Run again]"));
        var thread = discord.thread(room.messages.getFirst());
        int messages = room.messages.size() + thread.messages.size();
        assertThat(messages).isLessThanOrEqualTo(15);
        assertThat(discord.edits).hasSizeLessThanOrEqualTo(45);
        assertThat(discord.limited).hasValue(0);
        assertThat(discord.complaints).isEmpty();
        assertThat(thread.read()).contains("Round 3").contains("It ended after round 3");
      }
    }
  }
}
