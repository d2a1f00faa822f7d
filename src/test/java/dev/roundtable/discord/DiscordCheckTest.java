package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.SystemTimer;
import dev.roundtable.cli.CheckCommand;
import dev.roundtable.cli.Surroundings;
import dev.roundtable.debate.Person;
import dev.roundtable.terminal.Console;
import dev.roundtable.terminal.Screen;
import dev.roundtable.transcript.Words;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the command check says of Discord. */
@Timeout(60)
class DiscordCheckTest {
  @TempDir Path folder;
  private FakeDiscord discord;

  @BeforeEach
  void open() throws Exception {
    discord = new FakeDiscord(Duration.ofMillis(100));
    Files.writeString(
        folder.resolve("roundtable.yaml"),
        """
        providers: {}
        seats: {}
        panels: { demo: { scripted: true } }
        discord: { tokenEnv: TOKEN, guilds: ["12345678901234567"] }
        """);
  }

  @AfterEach
  void close() {
    discord.close();
  }

  private String check(Map<String, String> more) {
    var environment = new HashMap<>(more);
    environment.put("DISCORD_API_BASE_URL", discord.api().toString());
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    var console = new Console(Screen.of(nowhere, nowhere, false, Map.of()), false);
    var person = new Person("terminal", "anna");
    var words = Words.in(Locale.ENGLISH);
    var around = new Surroundings(environment, new SystemTimer(), console, person, words);
    var out = new StringWriter();
    int code =
        new CommandLine(new CheckCommand(around))
            .setOut(new PrintWriter(out))
            .execute("--config", folder.toString());
    assertThat(code).isZero();
    return out.toString();
  }

  @Test
  void aPublicApplicationIsWarnedOf() {
    discord.applicationPublic = true;
    assertThat(check(Map.of("TOKEN", FakeDiscord.TOKEN)))
        .contains("the application is public", "Public Bot off")
        .doesNotContain(FakeDiscord.TOKEN);
  }

  @Test
  void anApplicationOfOnesOwnIsWell() {
    assertThat(check(Map.of("TOKEN", FakeDiscord.TOKEN)))
        .contains("only you can add the application");
  }

  @Test
  void aTokenThatIsRefusedOrMissingIsSaid() {
    assertThat(check(Map.of("TOKEN", "another"))).contains("token in $TOKEN is not accepted");
    assertThat(check(Map.of())).contains("token is not set in $TOKEN");
  }
}
