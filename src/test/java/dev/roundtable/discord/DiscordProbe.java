package dev.roundtable.discord;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A Discord server whose people have a watch. */
public final class DiscordProbe implements AutoCloseable {
  private static final Duration WINDOW = Duration.ofSeconds(5);
  private static final FakeDiscord.Someone ANNA =
      new FakeDiscord.Someone("100000000000000001", "Anna", false);

  private final FakeDiscord discord = new FakeDiscord(WINDOW);
  private final FakeDiscord.Guild guild = discord.guild("Acme");
  private final List<FakeRoom> rooms = new ArrayList<>();

  /** With so many channels. */
  public DiscordProbe(int channels) throws IOException {
    for (int i = 0; i < channels; i++) {
      rooms.add(discord.channel(guild, FakeRoom.Kind.TEXT, "channel-" + i));
    }
  }

  public URI address() {
    return discord.api();
  }

  public String guild() {
    return String.valueOf(guild.id());
  }

  /** The token by the variable that {@code discord} in the configuration names by default. */
  public Map<String, String> tokens() {
    return Map.of("DISCORD_TOKEN", FakeDiscord.TOKEN);
  }

  /** Asks until somebody answers. */
  public void awaitConnected() throws InterruptedException {
    discord.await("the commands", () -> !discord.registered.isEmpty());
    discord.await("an answer", () -> word(0, "help") < Duration.ofSeconds(3).toNanos());
  }

  /** Types a word such as help; the nanoseconds until it was acknowledged. */
  public long word(int channel, String word) {
    return acknowledged(discord.slash(ANNA, rooms.get(channel), word, Map.of()));
  }

  /** Asks a question; the nanoseconds until that was acknowledged. */
  public long ask(int channel, String question, List<String> options) {
    var given = Map.<String, Object>of("question", question, "options", String.join("|", options));
    return acknowledged(discord.slash(ANNA, rooms.get(channel), "ask", given));
  }

  // No longer than Discord itself would wait.
  private long acknowledged(FakeInteraction interaction) {
    try {
      return interaction.acknowledgedAfter.get(3, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      return Duration.ofSeconds(3).toNanos();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    discord.close();
  }
}
