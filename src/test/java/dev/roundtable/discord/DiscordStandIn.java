package dev.roundtable.discord;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A Discord server with one channel and Anna in it, for a bot in another process. */
public final class DiscordStandIn implements AutoCloseable {
  private static final FakeDiscord.Someone ANNA =
      new FakeDiscord.Someone("800000000000000002", "Anna", false);

  private final FakeDiscord discord;
  private final FakeDiscord.Guild guild;
  private final FakeRoom channel;

  public DiscordStandIn() throws IOException {
    discord = new FakeDiscord(Duration.ofMillis(200));
    guild = discord.guild("acme");
    channel = discord.channel(guild, FakeRoom.Kind.TEXT, "general");
  }

  public URI api() {
    return discord.api();
  }

  /** The id of its server. */
  public String guild() {
    return String.valueOf(guild.id());
  }

  /** The variable that holds its token. */
  public Map<String, String> tokens() {
    return Map.of("DISCORD_TOKEN", FakeDiscord.TOKEN);
  }

  /** Types {@code /roundtable ask} in the channel. */
  public void ask(String question) {
    discord.slash(ANNA, channel, "ask", Map.of("question", question));
  }

  /** Blocks until a message of the bot contains that. */
  public void await(String text) throws InterruptedException {
    discord.await(text, () -> read().stream().anyMatch(message -> message.contains(text)));
  }

  /** All messages of the bot as somebody reads them, room by room. */
  public List<String> read() {
    return discord.rooms.values().stream()
        .flatMap(room -> room.messages.stream())
        .filter(message -> message.author.equals(FakeDiscord.BOT))
        .map(FakeMessage::read)
        .toList();
  }

  /** What Discord would have refused. */
  public List<String> complaints() {
    return List.copyOf(discord.complaints);
  }

  @Override
  public void close() {
    discord.close();
  }
}
