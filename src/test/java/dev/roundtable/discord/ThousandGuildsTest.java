package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.SystemTimer;
import dev.roundtable.chat.Memo;
import dev.roundtable.cli.Exhibition;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.events.guild.GuildReadyEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A thousand servers at once fit in a heap of 256 MB, in a process of its own. */
@Timeout(240)
class ThousandGuildsTest {
  private static final int GUILDS = 1000;
  private static final int CHANNELS = 20;

  @TempDir Path folder;

  @Test
  void aThousandServersFitInASmallHeap() throws Exception {
    try (var discord = new FakeDiscord(Duration.ofSeconds(5))) {
      for (int i = 0; i < GUILDS; i++) {
        var guild = discord.guild("Server " + i);
        for (int k = 0; k < CHANNELS; k++) {
          discord.channel(guild, FakeRoom.Kind.TEXT, "channel-" + k);
        }
      }
      var output = folder.resolve("child.txt").toFile();
      var child =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:+ExitOnOutOfMemoryError",
                  "-cp",
                  System.getProperty("java.class.path"),
                  ThousandGuildsTest.class.getName(),
                  discord.api().toString())
              .redirectErrorStream(true)
              .redirectOutput(output)
              .start();
      assertThat(child.waitFor(200, TimeUnit.SECONDS)).isTrue();
      assertThat(output).content().contains("connected to " + GUILDS + " servers");
      assertThat(child.exitValue()).isZero();
    }
  }

  /** The child: connects, says how much it holds, and ends. */
  public static void main(String[] arguments) throws InterruptedException {
    var all = new CountDownLatch(GUILDS);
    var token = new Bot.Fixed(FakeDiscord.TOKEN);
    var settings = new DiscordSettings(token, Set.of(), false, URI.create(arguments[0]), null);
    var notes = new Notes();
    var timer = new SystemTimer();
    var exhibition = new Exhibition(_ -> Optional.empty(), _ -> Optional.empty());
    var link =
        new DiscordLink(
            settings,
            new DiscordOutlet(exhibition, notes, timer),
            notes,
            timer,
            event -> {
              if (event instanceof GuildReadyEvent) {
                all.countDown();
              }
            });
    link.open();
    boolean there = all.await(180, TimeUnit.SECONDS);
    System.gc();
    var runtime = Runtime.getRuntime();
    long used = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    System.out.println(
        "connected to " + (GUILDS - all.getCount()) + " servers, " + used + " MB in use");
    link.close();
    System.exit(there ? 0 : 1);
  }

  /** A memo in memory. */
  record Notes(Map<String, String> said) implements Memo {
    Notes() {
      this(new ConcurrentHashMap<>());
    }

    @Override
    public Optional<String> read(String name) {
      return Optional.ofNullable(said.get(name));
    }

    @Override
    public void erase(String name) {
      said.remove(name);
    }

    @Override
    public void write(String name, String value) {
      said.put(name, value);
    }
  }
}
