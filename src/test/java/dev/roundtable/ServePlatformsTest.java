package dev.roundtable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roundtable.discord.DiscordStandIn;
import dev.roundtable.slack.SlackStandIn;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process between a Slack workspace and a Discord server. */
@Timeout(120)
class ServePlatformsTest {
  // The last line of a verdict.
  private static final String RECORD = " · answers took ";
  private static final List<String> SEATS =
      List.of("Sceptic", "Builder", "Historian", "Advocate", "Accountant", "Mediator");

  @TempDir private Path folder;

  private SlackStandIn slack;
  private DiscordStandIn discord;
  private int managementPort;

  @BeforeEach
  void configure() throws IOException {
    slack = new SlackStandIn();
    discord = new DiscordStandIn();
    int port = FreePort.draw();
    managementPort = FreePort.draw();
    var text =
        """
        providers: {}
        seats: {}
        panels: { demo: { scripted: true } }
        chat: { panel: demo }
        slack: { botTokenEnv: SLACK_BOT_TOKEN, appTokenEnv: SLACK_APP_TOKEN, apiUrl: "%s" }
        discord: { tokenEnv: DISCORD_TOKEN, guilds: ["%s"], apiUrl: "%s" }
        web: { port: %d, managementPort: %d }
        store: { url: "jdbc:sqlite:%s" }
        """
            .formatted(
                slack.api(),
                discord.guild(),
                discord.api(),
                port,
                managementPort,
                folder.resolve("roundtable.db"));
    Files.writeString(folder.resolve("roundtable.yaml"), text);
  }

  @AfterEach
  void leaveNothingRunning() {
    slack.close();
    discord.close();
  }

  private Map<String, String> tokens() {
    var tokens = new HashMap<>(slack.tokens());
    tokens.putAll(discord.tokens());
    return tokens;
  }

  private HttpResponse<String> health() throws Exception {
    var uri = URI.create("http://127.0.0.1:" + managementPort + "/readyz");
    try (var client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void aLineForEachPlatformTellsThatItIsConnectedAndTheLastOneThatAllIsReady() throws Exception {
    try (var bot = ServeProcess.start(folder, tokens())) {
      var lines = bot.linesUntil("Ready after");

      assertThat(lines)
          .anyMatch(line -> line.matches("slack +connected to " + slack.api() + " +\\d+ ms"))
          .anyMatch(line -> line.matches("discord +connected to " + discord.api() + " +\\d+ ms"));
      assertThat(lines.getLast()).matches("Ready after [\\d,]+ ms\\.");
      assertThat(lines).noneMatch(line -> line.contains("SLF4J"));
      assertThat(health().statusCode()).isEqualTo(200);
    }
  }

  @Test
  void rulesThatNameUserGroupsAreWarnedOfAtTheStartWhereTheScopeIsNotGranted() throws Exception {
    slack.withhold("usergroups:read");
    var file = folder.resolve("roundtable.yaml");
    Files.writeString(file, Files.readString(file) + "access: { deny: [\"S0DENIED\"] }\n");
    try (var bot = ServeProcess.start(folder, tokens())) {
      assertThat(bot.linesUntil("Ready after"))
          .anyMatch(line -> line.contains("S0DENIED") && line.contains("usergroups:read"));
    }
  }

  @Test
  void toldToEndInTheMiddleOfTwoDebatesItEndsInTimeAndNoPostIsLostOrDoubled() throws Exception {
    Instant told;
    try (var first = ServeProcess.start(folder, tokens())) {
      first.linesUntil("Ready after");
      slack.command("Shall we? | Yes | No");
      discord.ask("Shall we? | Yes | No");
      slack.await("The Sceptic");
      discord.await("The Sceptic");
      told = Instant.now();
      first.tellToEnd();
      first.linesUntil("Stopped.");
      assertThat(first.exitCode()).isEqualTo(ServeProcess.SIGTERM);
    }
    assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(25));

    try (var second = ServeProcess.start(folder, tokens())) {
      second.linesUntil("Ready after");
      slack.await(RECORD);
      discord.await(RECORD);
      second.tellToEnd();
      second.linesUntil("Stopped.");
    }
    for (var read : List.of(slack.read(), discord.read())) {
      assertThat(read).doesNotHaveDuplicates();
      assertThat(SEATS).allMatch(seat -> read.stream().anyMatch(text -> text.contains(seat)));
    }
    assertThat(slack.refused()).isEmpty();
    assertThat(discord.complaints()).isEmpty();
  }

  @Test
  void asJsonTheLogSaysWhichDebateAndPlatformItIsAboutAndNothingThatWasSaid() throws Exception {
    var environment = tokens();
    environment.put("ROUNDTABLE_LOG", "json");
    environment.put("ROUNDTABLE_LOG_LEVEL", "info");
    try (var bot = ServeProcess.start(folder, environment)) {
      var lines = new ArrayList<>(bot.linesUntil("Ready after"));
      slack.limitTheNextPost();
      slack.command("Shall we dance? | Yes | No");
      slack.await(RECORD);
      bot.tellToEnd();
      lines.addAll(bot.linesUntil("Stopped."));
      var log = lines.stream().filter(line -> line.startsWith("{")).toList();

      assertThat(log).isNotEmpty().noneMatch(line -> line.contains("dance"));
      var about = new ArrayList<String>();
      for (var line : log) {
        var entry = new ObjectMapper().readTree(line);
        assertThat(entry.fieldNames()).toIterable().contains("time", "level", "logger", "message");
        about.add(entry.path("platform").asText() + " " + entry.has("debate"));
      }
      assertThat(about).contains("slack true").anyMatch(of -> of.startsWith("discord "));
    }
  }

  @Test
  void whereSlackIsWrongAndDiscordIsRightDiscordWorksAndOneSentenceTellsAboutSlack()
      throws Exception {
    var tokens = tokens();
    tokens.put("SLACK_BOT_TOKEN", "xoxb-another-workspace");
    try (var bot = ServeProcess.start(folder, tokens)) {
      var lines = bot.linesUntil("Ready after");

      assertThat(lines.getLast())
          .contains("but not all of it works: ")
          .contains("$SLACK_BOT_TOKEN");
      assertThat(lines).anyMatch(line -> line.matches("discord +connected to .*"));
      var health = health();
      assertThat(health.statusCode()).isEqualTo(503);
      assertThat(health.body()).contains("$SLACK_BOT_TOKEN").contains("\"ready\" : true");
      discord.ask("Shall we? | Yes | No");
      discord.await(RECORD);
    }
  }
}
