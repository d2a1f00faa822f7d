package dev.roundtable.discord;

import dev.roundtable.discord.FakeDiscord.Someone;
import dev.roundtable.session.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A thread in Discord, for tests of more than Discord. */
public final class DiscordThread {
  private static final Someone ANNA = new Someone("111111111111111111", "Anna", false);

  private DiscordThread() {}

  /** What the bot says in the thread of a debate, message by message, once it has its verdict. */
  public static List<String> of(Path folder, Table table, String question, String options)
      throws Exception {
    try (var discord = new FakeDiscord(Duration.ofMillis(100))) {
      var room = discord.channel(discord.guild("Acme"), FakeRoom.Kind.TEXT, "decisions");
      try (var _ = new Bot(discord, folder, new Company(table)).connected(discord)) {
        discord.slash(ANNA, room, "ask", Map.of("question", question, "options", options));
        discord.await("verdict", () -> room.messages.size() == 2);
        discord.await("its card", () -> room.messages.getLast().edits == 1);
        return discord.thread(room.messages.getFirst()).messages.stream()
            .map(FakeMessage::read)
            .toList();
      }
    }
  }
}
