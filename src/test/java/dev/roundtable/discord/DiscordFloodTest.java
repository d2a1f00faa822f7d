package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.archive.DebateRecords;
import dev.roundtable.bench.Spread;
import dev.roundtable.discord.Company.Member;
import dev.roundtable.discord.FakeDiscord.Someone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Panels of fifty seats, commands and replies all at once: they wait, and nobody is left alone. */
@Timeout(600)
class DiscordFloodTest {
  private static final Someone ANNA = new Someone("111111111111111111", "Anna", false);
  private static final Someone BEN = new Someone("222222222222222222", "Ben", false);
  private static final int SEATS = 50;
  private static final int READS_MESSAGES = 1 << 18;
  private static final int LATE_MS = 3_000;

  @TempDir Path folder;

  @Test
  void threePanelsAndAHundredCommandsAndReplies() throws Exception {
    isAnsweredInTime("one", 3, 100, 100);
  }

  @Test
  @Tag("chaos")
  void fivePanelsAndFiveHundredCommandsAndReplies() throws Exception {
    // So many do not meet a process that was started a second ago.
    isAnsweredInTime("before", 3, 300, 300);
    isAnsweredInTime("one", 5, 500, 500);
  }

  private void isAnsweredInTime(String name, int debates, int commands, int replies)
      throws Exception {
    var members = new ArrayList<Member>();
    for (int i = 1; i <= SEATS; i++) {
      members.add(new Member("Seat" + i, "R.", i % 3 == 0 ? "No" : "Yes"));
    }
    var company = new Company(members.toArray(Member[]::new));
    try (var discord = new FakeDiscord(Duration.ofMillis(200))) {
      discord.applicationFlags = READS_MESSAGES;
      discord.gateway.contentGranted = true;
      var guild = discord.guild("Acme");
      var rooms = new ArrayList<FakeRoom>();
      for (int i = 0; i < debates; i++) {
        rooms.add(discord.channel(guild, FakeRoom.Kind.TEXT, "channel-" + i));
      }
      try (var bot = new Bot(discord, folder.resolve(name), company).connected(discord)) {
        for (var room : rooms) {
          discord.slash(ANNA, room, "ask", Map.of("question", "Should we?", "options", "Yes | No"));
        }
        discord.await("cards", () -> rooms.stream().noneMatch(room -> room.messages.isEmpty()));
        discord.await(
            "threads",
            () ->
                rooms.stream()
                    .allMatch(room -> discord.rooms.containsKey(room.messages.getFirst().id)));
        var asked = flood(discord, rooms, commands, replies);
        var nanos = new ArrayList<Long>();
        for (var one : asked) {
          nanos.add(one.acknowledgedAfter.get(30, TimeUnit.SECONDS));
        }
        discord.await("the replies", () -> heard(bot, debates) == replies);
        discord.await("verdicts", () -> rooms.stream().allMatch(room -> room.messages.size() > 1));
        var spread = Spread.ofNanos(nanos);
        System.out.printf(
            "flood in Discord: %d panels of %d seats, %d commands and %d replies at once,"
                + " commands acknowledged after %s%n",
            debates, SEATS, commands, replies, spread);
        assertThat(spread.max()).isLessThan(LATE_MS);
        assertThat(discord.complaints).isEmpty();
      }
    }
  }

  private static int heard(Bot bot, int debates) {
    return bot.store.records().latest(new DebateRecords.Search("", "", debates)).stream()
        .flatMap(listed -> bot.desk.find(listed.debate()).stream())
        .mapToInt(debate -> debate.followUps().size())
        .sum();
  }

  private static List<FakeInteraction> flood(
      FakeDiscord discord, List<FakeRoom> rooms, int commands, int replies) throws Exception {
    var asked = new ArrayList<Future<FakeInteraction>>();
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < Math.max(commands, replies); i++) {
        var room = rooms.get(i % rooms.size());
        var text = "Point " + i;
        if (i < commands) {
          asked.add(people.submit(() -> discord.slash(BEN, room, "help", Map.of())));
        }
        if (i < replies) {
          var thread = discord.thread(room.messages.getFirst());
          var _ = people.submit(() -> discord.say(BEN, thread, text, null));
        }
      }
    }
    var all = new ArrayList<FakeInteraction>();
    for (var one : asked) {
      all.add(one.get());
    }
    return all;
  }
}
