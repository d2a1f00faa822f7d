package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.cli.Exhibition;
import dev.roundtable.discord.Company.Member;
import dev.roundtable.discord.FakeDiscord.Someone;
import dev.roundtable.session.SettableTimer;
import dev.roundtable.session.Timer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the line comes up, and what is told when it does not. */
@Timeout(120)
class DiscordLinkTest {
  private static final Someone ANNA = new Someone("111111111111111111", "Anna", false);

  @TempDir Path folder;
  private FakeDiscord discord;

  @BeforeEach
  void open() throws IOException {
    discord = new FakeDiscord(Duration.ofMillis(100));
  }

  @AfterEach
  void close() {
    discord.close();
  }

  private Bot bot() {
    return new Bot(
        discord,
        folder,
        new Company(new Member("Ada", "Yes.", "Yes"), new Member("Bo", "No.", "No")));
  }

  @Test
  void aRefusedIntentIsDoneWithout() throws Exception {
    discord.applicationFlags = 1 << 19;
    try (var bot = bot()) {
      bot.connected(discord);
      discord.await("a second try", () -> discord.gateway.intents.size() >= 2);
      bot.connected(discord);
      assertThat(discord.gateway.intents.getFirst() & (1 << 15)).isNotZero();
      assertThat(discord.gateway.intents.getLast() & (1 << 15)).isZero();
    }
  }

  @Test
  void withTheIntentAnAddressedMessageIsReadWithoutAMention() throws Exception {
    discord.applicationFlags = 1 << 18;
    discord.gateway.contentGranted = true;
    var room = discord.channel(discord.guild("Acme"), FakeRoom.Kind.TEXT, "decisions");
    try (var _ = bot().connected(discord)) {
      discord.say(ANNA, room, "<@" + FakeDiscord.BOT.id() + "> Should we? | Yes | No", null);
      discord.await("verdict", () -> room.messages.size() == 3);
      var thread = discord.thread(room.messages.get(1));
      discord.say(ANNA, thread, "I would rather wait.", null);
      discord.await(
          "verdict 2",
          () -> thread.messages.stream().anyMatch(m -> m.read().contains("Verdict 2")));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {4004, 4011, 4013})
  void aLineThatDiscordKeepsClosingRestsLongerEachTimeAndItsCauseStaysTold(int code)
      throws Exception {
    discord.gateway.refusal = code;
    var timer = new SettableTimer();
    try (var link = link(timer)) {
      link.open();
      for (int times = 1; times <= 11; times++) {
        var rest = Duration.ofSeconds(Math.min(1L << times, 600));
        timer.awaitAlarmIn(rest);
        assertThat(discord.gateway.intents).hasSize(times);
        assertThat(link.trouble().orElseThrow()).contains("closed the line with " + code);
        timer.advance(rest.minusMillis(1));
        assertThat(discord.gateway.intents).hasSize(times);
        timer.advance(Duration.ofMillis(1));
        int next = times + 1;
        discord.await("another try", () -> discord.gateway.intents.size() == next);
        assertThat(link.trouble().orElseThrow()).contains("closed the line with " + code);
      }
    }
  }

  @Test
  void onceTheLineWasThereTheNextLossIsMendedSoonAgain() throws Exception {
    discord.gateway.refusal = 4011;
    var timer = new SettableTimer();
    try (var link = link(timer)) {
      link.open();
      for (int seconds = 2; seconds <= 8; seconds *= 2) {
        timer.awaitAlarmIn(Duration.ofSeconds(seconds));
        discord.gateway.refusal = seconds == 8 ? 0 : 4011;
        timer.advance(Duration.ofSeconds(seconds));
      }
      discord.await("connection", () -> link.trouble().isEmpty());
      discord.gateway.close(4013);
      discord.await("its cause", () -> link.trouble().orElse("").contains("4013"));
      timer.awaitAlarmIn(Duration.ofSeconds(2));
      timer.advance(Duration.ofSeconds(2));
      discord.await("connection", () -> link.trouble().isEmpty());
    }
  }

  /** A line whose commands are registered already, so that nothing but the line itself waits. */
  private DiscordLink link(Timer timer) {
    var settings =
        new DiscordSettings(
            new Bot.Fixed(FakeDiscord.TOKEN), discord.guildIds(), false, discord.api(), null);
    var hash = FakeDiscord.BOT.id() + " " + DiscordCommands.hash(false);
    var memo = new ThousandGuildsTest.Notes(new HashMap<>(Map.of("discord.commands", hash)));
    var exhibition = new Exhibition(_ -> Optional.empty(), _ -> Optional.empty());
    var outlet = new DiscordOutlet(exhibition, memo, timer);
    return new DiscordLink(settings, outlet, memo, timer, _ -> {});
  }

  @Test
  void aRefusedTokenIsToldAndTriedAgain() throws Exception {
    discord.token = "another";
    try (var bot = bot()) {
      discord.await(
          "sentence",
          () -> bot.frontEnd.trouble().orElse("").contains("does not accept the token in"));
      assertThat(bot.frontEnd.trouble().orElseThrow())
          .contains("$DISCORD_TOKEN")
          .doesNotContain(FakeDiscord.TOKEN);
      discord.token = FakeDiscord.TOKEN;
      bot.connected(discord);
    }
  }

  @Test
  void commandsThatDiscordCannotTakeNowAreSentAgain() throws Exception {
    discord.fail("PUT /applications/", 1, FakeDiscord.Kind.REFUSED, 500, 0);
    try (var bot = bot()) {
      bot.connected(discord);
      discord.await("commands", () -> discord.registered.size() == 1);
      discord.await("memo", () -> bot.store.memo().read("discord.commands").isPresent());
    }
  }

  @Test
  void eachShardHearsItsOwnServers() throws Exception {
    discord.shards = new ShardRange(0, 1, 2);
    var rooms = new HashMap<Long, FakeRoom>();
    for (int i = 0; rooms.size() < 2; i++) {
      var guild = discord.guild("Server " + i);
      var room = discord.channel(guild, FakeRoom.Kind.TEXT, "decisions");
      rooms.putIfAbsent((guild.id() >> 22) % 2, room);
    }
    try (var bot = bot().connected(discord)) {
      assertThat(discord.gateway.identified).hasValue(2);
      for (var room : rooms.values()) {
        discord.slash(ANNA, room, "ask", Map.of("question", "Should we?", "options", "Yes | No"));
        discord.await("verdict", () -> room.messages.size() == 2);
      }
      assertThat(bot.frontEnd.trouble()).isEmpty();
    }
  }

  @Test
  void aSessionThatCannotBeTakenUpBeginsAnewAndHears() throws Exception {
    discord.gateway.forgetsSessions = true;
    var room = discord.channel(discord.guild("Acme"), FakeRoom.Kind.TEXT, "decisions");
    try (var bot = bot()) {
      bot.connected(discord);
      discord.gateway.close(4000);
      discord.await("a new session", () -> discord.gateway.identified.get() == 2);
      bot.connected(discord);
      var help = discord.slash(ANNA, room, "help", Map.of());
      discord.await("it hears", () -> help.read().contains("/roundtable ask"));
    }
  }

  @Test
  void theHintIsGivenOnceInAThreadWhateverHappens() throws Exception {
    var room = discord.channel(discord.guild("Acme"), FakeRoom.Kind.TEXT, "decisions");
    try (var _ = bot().connected(discord)) {
      discord.slash(ANNA, room, "ask", Map.of("question", "Should we?", "options", "Yes | No"));
      discord.await("verdict", () -> room.messages.size() == 2);
      var thread = discord.thread(room.messages.getFirst());
      discord.say(ANNA, thread, "Hm.", null);
      discord.await("hint", () -> hints(thread) == 1);
      for (int i = 0; i < 120; i++) {
        discord.say(ANNA, thread, "Hm, hm.", null);
      }
    }
    try (var _ = bot().connected(discord)) {
      var thread = discord.thread(room.messages.getFirst());
      discord.say(ANNA, thread, "Hm again.", null);
      var said = discord.say(ANNA, thread, "Hm!", thread.messages.getFirst());
      discord.await("eyes", () -> said.reactions.contains("👀"));
      assertThat(hints(thread)).isEqualTo(1);
    }
  }

  private static long hints(FakeRoom thread) {
    return thread.messages.stream()
        .filter(message -> message.read().contains("I cannot read messages here"))
        .count();
  }

  @Test
  void commandsAreSentOnceUntilTheyChange() throws Exception {
    try (var bot = bot()) {
      bot.connected(discord);
      discord.await("commands", () -> discord.registered.size() == 1);
      discord.await("memo", () -> bot.store.memo().read("discord.commands").isPresent());
    }
    try (var bot = bot()) {
      bot.connected(discord);
      assertThat(discord.registered).hasSize(1);
      assertThat(discord.complaints).isEmpty();
    }
  }
}
