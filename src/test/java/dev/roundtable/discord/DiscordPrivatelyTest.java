package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.discord.Company.Member;
import dev.roundtable.discord.FakeDiscord.Someone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** In direct messages, and where somebody takes the bot along. */
@Timeout(120)
class DiscordPrivatelyTest {
  private static final Someone DORA =
      new Someone("444444444444444444", "Dora", false).speaking("de");
  private static final Map<String, Object> QUESTION =
      Map.of("question", "Sollen wir?", "options", "Ja | Nein");

  @TempDir Path folder;
  private FakeDiscord discord;
  private Company company;

  @BeforeEach
  void open() throws Exception {
    discord = new FakeDiscord(Duration.ofMillis(100));
    var acme = discord.guild("Acme");
    discord.channel(acme, FakeRoom.Kind.TEXT, "decisions");
    discord.members.put(acme.id(), Set.of(DORA.id()));
    company =
        new Company(
            new Member("Ada", "Dafür, und zwar sehr. ".repeat(90), "Ja"),
            new Member("Bo", "Dagegen.", "Nein"),
            new Member("Cleo", "Auch dafür.", "Ja"));
  }

  @AfterEach
  void close() {
    discord.close();
  }

  private Bot bot() throws InterruptedException {
    return new Bot(discord, folder, company).connected(discord);
  }

  private FakeRoom elsewhere() {
    var stranger = new FakeDiscord.Guild(discord.snowflake(), "Elsewhere");
    return discord.channel(stranger, FakeRoom.Kind.TEXT, "elsewhere");
  }

  private static List<FakeMessage> said(FakeRoom room) {
    return room.messages.stream().filter(message -> message.author.bot()).toList();
  }

  private void awaitVerdict(FakeRoom room, int messages) throws InterruptedException {
    discord.await("verdict", () -> said(room).size() == messages);
    discord.await(
        "last state", () -> said(room).getFirst().read().contains("[Noch einmal fragen]"));
  }

  @Test
  void aDirectQuestionGetsOneCompactAnswerInTheLanguageOfItsAsker() throws Exception {
    try (var _ = bot()) {
      var direct = discord.direct();
      discord.slash(DORA, direct, "ask", QUESTION);
      awaitVerdict(direct, 2);
      var answer = said(direct).getLast();
      assertThat(answer.silent()).isFalse();
      assertThat(answer.read()).contains("Zusammenfassung");
      discord.say(DORA, direct, "Und morgen? | Ja | Nein", null);
      discord.await("a second one", () -> said(direct).size() == 4);
      assertThat(said(direct).getLast().read()).contains("Zusammenfassung");
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void inADirectConversationNothingSpeaksOfAThread() throws Exception {
    try (var _ = bot()) {
      var direct = discord.direct();
      var none = discord.slash(DORA, direct, "follow", Map.of("question", "Und?"));
      discord.await("a sentence", () -> none.read().contains("Hier wurde noch nichts gefragt."));
      discord.slash(DORA, direct, "ask", QUESTION);
      awaitVerdict(direct, 2);
      var transcript = discord.slash(DORA, direct, "transcript", Map.of());
      discord.await("a file", () -> transcript.read().contains(".md"));
      var heard = discord.slash(DORA, direct, "follow", Map.of("question", "Es regnet."));
      discord.await("a word", () -> heard.read().contains("Gehört"));
      discord.await("verdict 2", () -> direct.read().contains("Urteil 2"));
      var help = discord.slash(DORA, direct, "help", Map.of());
      discord.await("help", () -> help.read().contains("/roundtable nachhaken"));
      for (var read : List.of(direct.read(), none.read(), heard.read(), help.read())) {
        assertThat(read).doesNotContain("Thread", "thread");
      }
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void aReplyToAnAnswerInADirectConversationIsAFollowUp() throws Exception {
    try (var _ = bot()) {
      var direct = discord.direct();
      discord.slash(DORA, direct, "ask", QUESTION);
      awaitVerdict(direct, 2);
      discord.say(DORA, direct, "Es regnet.", said(direct).getLast());
      discord.await("verdict 2", () -> direct.read().contains("Urteil 2"));
    }
  }

  @Test
  void aServerTheBotIsNoMemberOfGetsOneCompactAnswerByTheHook() throws Exception {
    discord.travels = true;
    try (var _ = bot()) {
      var room = elsewhere();
      var asked = discord.slash(DORA, room, "ask", QUESTION);
      awaitVerdict(room, 2);
      assertThat(asked.shown).isEqualTo(said(room));
      assertThat(room.messages.getLast().read()).contains("Zusammenfassung");
      var pressed = discord.press(DORA, room.messages.getLast(), "Nachfragen");
      discord.await("form", () -> pressed.modal != null);
      var filled = discord.submit(pressed, Map.of("text", "Es regnet."));
      discord.await("verdict 2", () -> said(room).size() == 3);
      assertThat(filled.shown).containsExactly(said(room).getLast());
      assertThat(said(room).getLast().read()).contains("Urteil 2");
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void whereTheBotIsNoMemberARestartLosesNeitherCardNorAnswer() throws Exception {
    discord.travels = true;
    company.hold("cleo", 1);
    var room = elsewhere();
    FakeInteraction asked;
    try (var _ = bot()) {
      asked = discord.slash(DORA, room, "ask", QUESTION);
      discord.await("card", () -> !said(room).isEmpty());
    }
    company.release();
    try (var _ = bot()) {
      awaitVerdict(room, 2);
      assertThat(asked.shown).isEqualTo(said(room));
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void aConversationOfPeopleGetsOneCompactAnswer() throws Exception {
    discord.travels = true;
    try (var _ = bot()) {
      var group = discord.group();
      discord.slash(DORA, group, "ask", QUESTION);
      awaitVerdict(group, 2);
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void runAgainComesByTheHookOfWhoPressed() throws Exception {
    discord.travels = true;
    try (var _ = bot()) {
      var room = elsewhere();
      discord.slash(DORA, room, "ask", QUESTION);
      awaitVerdict(room, 2);
      var pressed = discord.press(DORA, room.messages.getFirst(), "Noch einmal fragen");
      discord.await("another", () -> said(room).size() == 4);
      assertThat(pressed.shown).hasSize(2);
    }
  }

  @Test
  void aHookThatClosesEndsWhatIsSaidThereAndNothingElse() throws Exception {
    discord.travels = true;
    company.hold("cleo", 1);
    try (var bot = bot()) {
      var room = elsewhere();
      var asked = discord.slash(DORA, room, "ask", QUESTION);
      discord.await("card", () -> !said(room).isEmpty());
      asked.expired = true;
      company.release();
      var direct = discord.direct();
      discord.slash(DORA, direct, "ask", QUESTION);
      awaitVerdict(direct, 2);
      assertThat(said(room)).hasSize(1);
      assertThat(bot.frontEnd.trouble()).isEmpty();
    }
  }

  @Test
  void takenAlongWithoutLeaveItSaysWhyItDoesNothing() throws Exception {
    try (var _ = bot()) {
      var room = elsewhere();
      var asked = discord.slash(DORA, room, "ask", QUESTION);
      discord.await("sentence", () -> asked.read().contains("discord.guilds"));
      assertThat(room.messages).isEmpty();
    }
  }

  @Test
  void aStrangerWhoTakesItAlongGetsOneSentence() throws Exception {
    discord.travels = true;
    try (var _ = bot()) {
      var room = elsewhere();
      var stranger = new Someone("555555555555555555", "Eve", false);
      var asked = discord.slash(stranger, room, "ask", QUESTION);
      discord.await("sentence", () -> asked.read().contains("answers members"));
      assertThat(asked.thinks()).isFalse();
      assertThat(room.messages).isEmpty();
    }
  }

  @Test
  void itIsRegisteredForPeopleOnlyWhereThatIsAllowed() throws Exception {
    try (var _ = bot()) {
      discord.await("commands", () -> discord.registered.size() == 1);
    }
    discord.travels = true;
    try (var _ = bot()) {
      discord.await("commands", () -> discord.registered.size() == 2);
    }
    assertThat(discord.registered.getFirst().path(0).path("integration_types").toString())
        .isEqualTo("[\"0\"]");
    var allowed = discord.registered.getLast();
    assertThat(allowed.path(0).path("integration_types").toString()).isEqualTo("[\"0\",\"1\"]");
    assertThat(allowed.path(0).path("contexts").toString()).isEqualTo("[\"0\",\"1\",\"2\"]");
    assertThat(allowed.path(1).path("integration_types").toString()).isEqualTo("[\"0\"]");
  }
}
