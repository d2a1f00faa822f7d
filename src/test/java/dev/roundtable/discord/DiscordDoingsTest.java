package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.discord.Company.Member;
import dev.roundtable.discord.FakeDiscord.Someone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands, forms and buttons, over the wire. */
@Timeout(120)
class DiscordDoingsTest {
  private static final Someone ANNA = new Someone("111111111111111111", "Anna", false);
  private static final Someone BEN = new Someone("222222222222222222", "Ben", false);
  private static final Someone CHIEF = new Someone("999999999999999999", "Chief", false).manager();
  private static final Map<String, Object> QUESTION =
      Map.of("question", "Should we?", "options", "Yes | No");

  @TempDir Path folder;
  private FakeDiscord discord;
  private FakeRoom room;
  private Company company;

  @BeforeEach
  void open() throws Exception {
    discord = new FakeDiscord(Duration.ofMillis(100));
    room = discord.channel(discord.guild("Acme"), FakeRoom.Kind.TEXT, "decisions");
    company =
        new Company(
            new Member("Ada", "For it.", "Yes"),
            new Member("Bo", "Against it.", "No"),
            new Member("Cleo", "For it as well.", "Yes"));
  }

  @AfterEach
  void close() {
    discord.close();
  }

  private Bot bot() throws InterruptedException {
    return new Bot(discord, folder, company).connected(discord);
  }

  private void ask() throws InterruptedException {
    int before = room.messages.size();
    discord.slash(ANNA, room, "ask", QUESTION);
    awaitVerdict(before);
  }

  private void awaitVerdict(int before) throws InterruptedException {
    discord.await("verdict", () -> room.messages.size() == before + 2);
    discord.await("its card", () -> room.messages.getLast().edits == 1);
    discord.await("last state", () -> room.messages.get(before).read().contains("[Run again]"));
  }

  private String admin(Someone who, String sub, Map<String, Object> options)
      throws InterruptedException {
    var asked = discord.slash(who, room, "roundtable-admin", sub, options);
    discord.await("an answer", () -> !asked.read().isEmpty());
    return asked.read();
  }

  private String said(Someone who, FakeRoom where, String sub) throws InterruptedException {
    var asked = discord.slash(who, where, sub, Map.of());
    discord.await("an answer", () -> !asked.read().isEmpty());
    return asked.read();
  }

  @Test
  void panelsAreOfferedWhileSomebodyTypes() throws Exception {
    try (var _ = bot()) {
      var typed = discord.complete(ANNA, room, "ask", "panel", "SI");
      discord.await("choices", () -> typed.choices != null);
      assertThat(String.valueOf(typed.choices)).contains("\"six\"");
      var other = discord.complete(ANNA, room, "ask", "panel", "nothing such");
      discord.await("choices", () -> other.choices != null);
      assertThat(other.choices).isEmpty();
    }
  }

  @Test
  void whatHoldsInAChannelIsSeenChangedAndTakenBackByAdminsAlone() throws Exception {
    try (var _ = bot()) {
      assertThat(admin(BEN, "channel", Map.of())).contains("Only admins");
      assertThat(admin(BEN, "reset", Map.of())).contains("Only admins");
      assertThat(admin(CHIEF, "channel", Map.of())).contains("Nothing was chosen");
      var chosen = Map.<String, Object>of("style", "DIGEST", "may-ask", "ADMINS");
      assertThat(admin(CHIEF, "channel", chosen)).contains("Saved for this channel");
      assertThat(admin(CHIEF, "channel", Map.of("panel", "six"))).contains("Saved");
      assertThat(admin(CHIEF, "channel", Map.of()))
          .contains("Panel: six", "a message for each round", "admins and moderators");
      var refused = discord.slash(BEN, room, "ask", QUESTION);
      discord.await("sentence", () -> refused.read().contains("Only admins and moderators"));
      assertThat(refused.thinks()).isFalse();
      discord.slash(CHIEF, room, "ask", QUESTION);
      awaitVerdict(0);
      assertThat(discord.thread(room.messages.getFirst()).messages).hasSize(3);
      assertThat(admin(CHIEF, "reset", Map.of())).contains("Saved");
      assertThat(admin(CHIEF, "channel", Map.of())).contains("Nothing was chosen");
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void whatIsWiderThanTheConfigurationIsHeldBackAndSaid() throws Exception {
    try (var _ = bot()) {
      var wider = Map.<String, Object>of("may-ask", "EVERYONE", "panel", "unknown");
      assertThat(admin(CHIEF, "channel", wider))
          .contains("Saved", "cannot be wider", "unknown cannot be chosen");
    }
  }

  @Test
  void whatIsHeldBackIsSaidInTheLanguageOfWhoChose() throws Exception {
    try (var _ = bot()) {
      var wider = Map.<String, Object>of("may-ask", "EVERYONE", "panel", "unknown");
      assertThat(admin(CHIEF.speaking("de"), "channel", wider))
          .contains(
              "Für diesen Kanal gespeichert.",
              "Die Runde unknown kann hier nicht gewählt werden.",
              "Mehr Personen, als die Konfiguration zulässt, können hier nicht fragen.");
    }
  }

  @Test
  void limitsAreShown() throws Exception {
    try (var _ = bot()) {
      assertThat(admin(CHIEF, "limits", Map.of())).contains("Nothing was spent.");
    }
  }

  @Test
  void aMessageGoesAlongAsContextOnceItsAskerHasSeenWhatIsSent() throws Exception {
    try (var _ = bot()) {
      var message = discord.say(BEN, room, "Friday is the only day, says @everyone.", null);
      var asked = discord.ask(ANNA, room, message, "Ask the roundtable");
      discord.await("form", () -> asked.modal != null);
      assertThat(String.valueOf(asked.modal)).contains("Ben: Friday is the only day");
      var filled = discord.submit(asked, Map.of("question", "Is Ben right?", "options", "Yes\nNo"));
      discord.await("what is sent", () -> filled.read().contains("This will be sent to Vendor"));
      assertThat(filled.read())
          .contains("Is Ben right?", "The context", "Friday is the only day", "[Start]")
          .doesNotContain("@everyone");
      assertThat(room.messages).hasSize(1);
      assertThat(filled.open).isFalse();
      discord.press(ANNA, filled.answers.getFirst(), "Start");
      awaitVerdict(1);
      assertThat(room.messages.get(1).read()).contains("Is Ben right?");
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void aFormWithoutContextIsAskedAtOnce() throws Exception {
    try (var _ = bot()) {
      var asked = discord.slash(ANNA, room, "form", Map.of());
      discord.await("form", () -> asked.modal != null);
      var filled = discord.submit(asked, Map.of("question", "Should we?", "options", "Yes | No"));
      awaitVerdict(0);
      assertThat(filled.shown).containsExactly(room.messages.getFirst());
    }
  }

  @Test
  void whatIsNoQuestionIsToldToItsAskerAlone() throws Exception {
    try (var _ = bot()) {
      var asked = discord.slash(ANNA, room, "ask", Map.of("question", "So? | One"));
      discord.await("sentence", () -> asked.read().contains("only one option"));
      assertThat(asked.thinks()).isFalse();
      assertThat(room.messages).isEmpty();
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void aQuestionCanBePutIntoAnotherChannelThatItsAskerMayWriteIn() throws Exception {
    var other = discord.channel(discord.guilds.getFirst(), FakeRoom.Kind.TEXT, "other");
    var mute = discord.channel(discord.guilds.getFirst(), FakeRoom.Kind.TEXT, "announcements");
    mute.missing.add("SEND_MESSAGES");
    try (var _ = bot()) {
      discord.slash(
          ANNA, room, "ask", Map.of("question", "So?", "options", "Yes | No", "channel", other));
      discord.await("verdict", () -> other.messages.size() == 2);
      var refused =
          discord.slash(
              ANNA, room, "ask", Map.of("question", "So?", "options", "Yes | No", "channel", mute));
      discord.await("sentence", () -> refused.read().contains("cannot write in that channel"));
      assertThat(room.messages).isEmpty();
      assertThat(mute.messages).isEmpty();
    }
  }

  @Test
  void buttonsWorkAfterARestart() throws Exception {
    try (var _ = bot()) {
      ask();
    }
    try (var _ = bot()) {
      var card = room.messages.getFirst();
      var thread = discord.thread(card);
      discord.await("verdict", () -> thread.messages.getLast().read().contains("[Minority view]"));
      var verdict = thread.messages.getLast();
      var transcript = discord.press(BEN, verdict, "Transcript");
      discord.await("a file", () -> transcript.read().contains(".md"));
      var minority = discord.press(BEN, verdict, "Minority view");
      discord.await("it", () -> minority.read().contains("Against it."));
      var follow = discord.press(BEN, verdict, "Ask a follow-up");
      discord.await("form", () -> follow.modal != null);
      discord.submit(follow, Map.of("text", "And in winter?"));
      discord.await("verdict 2", () -> thread.read().contains("Verdict 2, after Ben’s point"));
      discord.await("last state", () -> card.read().contains("[Run again]"));
      var denied = discord.press(BEN, card, "Run again");
      discord.await("not his", () -> denied.read().contains("Only Anna"));
      int before = room.messages.size();
      discord.press(ANNA, card, "Run again");
      awaitVerdict(before);
      assertThat(discord.complaints).isEmpty();
    }
  }

  private FakeMessage longAnswerWithoutFiles(Someone who) throws InterruptedException {
    var reasons = "This is a reason that matters. ".repeat(90);
    var company = new Company(new Member("Ada", reasons, "Yes"), new Member("Bo", "Yes.", "Yes"));
    room.missing.add("ATTACH_FILES");
    try (var _ = new Bot(discord, folder, company).connected(discord)) {
      discord.slash(who, room, "ask", QUESTION);
      discord.await("card", () -> !room.messages.isEmpty());
      var card = room.messages.getFirst();
      discord.await("thread", () -> discord.rooms.containsKey(card.id));
      var thread = discord.thread(card);
      discord.await("answer", () -> thread.read().contains("a reason that matters"));
      assertThat(discord.complaints).isEmpty();
      return thread.messages.getFirst();
    }
  }

  @Test
  void aLongAnswerThatMayNotBeAttachedIsCutAndSaysWhereTheRestIs() throws Exception {
    var answer = longAnswerWithoutFiles(ANNA);
    assertThat(answer.files).isEmpty();
    assertThat(answer.read())
        .contains("attach no files here. All of it: /roundtable transcript.")
        .doesNotContain("Goes on in");
  }

  @Test
  void aLongAnswerThatMayNotBeAttachedSaysSoInTheLanguageOfTheDebate() throws Exception {
    assertThat(longAnswerWithoutFiles(ANNA.speaking("de")).read())
        .contains("nichts anhängen darf. Alles: /roundtable protokoll.");
  }

  @Test
  void aPictureThatMayNotBeAttachedIsLeftOut() throws Exception {
    try (var _ = bot()) {
      discord.slash(ANNA, room, "ask", QUESTION);
      discord.await("card", () -> !room.messages.isEmpty());
      discord.await("thread", () -> discord.rooms.containsKey(room.messages.getFirst().id));
      discord.thread(room.messages.getFirst()).missing.add("ATTACH_FILES");
      awaitVerdict(0);
      var verdict = discord.thread(room.messages.getFirst()).messages.getLast();
      assertThat(verdict.read()).contains("It ended after", "[Open the page]");
      assertThat(verdict.files).isEmpty();
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void whatIsAskedInAPrivateThreadIsKnownThereAlone() throws Exception {
    company.hold("cleo", 1);
    try (var _ = bot()) {
      var thread = discord.privateThread(room, "staff");
      discord.slash(
          ANNA, thread, "ask", Map.of("question", "Shall we dismiss Ben?", "options", "Yes | No"));
      discord.await("card", () -> thread.read().contains("Shall we dismiss Ben?"));
      assertThat(said(BEN, room, "status")).contains("Nothing is running here.");
      assertThat(said(CHIEF, room, "stop")).contains("Nothing is running here.");
      assertThat(said(ANNA, thread, "status")).contains("Shall we dismiss Ben?");
      company.release();
      discord.await("verdict", () -> thread.read().contains("[Run again]"));
      assertThat(said(BEN, room, "history")).doesNotContain("dismiss");
      assertThat(said(ANNA, thread, "history")).contains("Shall we dismiss Ben?");
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void aButtonOfAPrivateThreadWorksNowhereElse() throws Exception {
    try (var _ = bot()) {
      ask();
      var thread = discord.privateThread(room, "staff");
      discord.slash(ANNA, thread, "ask", QUESTION);
      discord.await("verdict", () -> thread.read().contains("[Transcript]"));
      var id =
          thread.messages.stream()
              .map(message -> message.buttons().get("Transcript"))
              .filter(Objects::nonNull)
              .findFirst()
              .orElseThrow();
      var outside = discord.pressId(BEN, room.messages.getFirst(), id);
      discord.await("a sentence", () -> outside.read().contains("There is no such debate."));
    }
  }

  @Test
  void whatIsAskedInAPublicThreadIsKnownInItsChannel() throws Exception {
    try (var _ = bot()) {
      ask();
      var thread = discord.thread(room.messages.getFirst());
      discord.slash(
          ANNA, thread, "ask", Map.of("question", "Is it Friday?", "options", "Yes | No"));
      discord.await("verdict", () -> thread.read().contains("[Run again]"));
      assertThat(said(BEN, room, "history")).contains("Should we?", "Is it Friday?");
    }
  }
}
