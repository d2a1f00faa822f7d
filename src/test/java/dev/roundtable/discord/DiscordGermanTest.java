package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.discord.Company.Member;
import dev.roundtable.discord.FakeDiscord.Someone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What people of a German server read. {@code -Dgolden.write=true} writes it anew; look at the
 * difference before you commit it.
 */
@Timeout(120)
class DiscordGermanTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/discord-german.txt");
  private static final Someone ANNA =
      new Someone("111111111111111111", "Anna", false).speaking("de");
  private static final Someone BEN = new Someone("222222222222222222", "Ben", false).speaking("de");
  private static final Someone CHIEF =
      new Someone("999999999999999999", "Chefin", false).manager().speaking("de");

  @TempDir Path folder;
  private final List<String> said = new ArrayList<>();
  private FakeDiscord discord;
  private FakeRoom room;
  private Company company;

  @BeforeEach
  void open() throws Exception {
    discord = new FakeDiscord(Duration.ofMillis(100));
    room = discord.channel(discord.guild("Acme"), FakeRoom.Kind.TEXT, "entscheidungen");
    company =
        new Company(
            new Member("Ada", "Es ist erprobt.", "Ja"),
            new Member("Bo", "Niemand hat Dienst.", "Nein"),
            new Member("Cleo", "Es ist klein.", "Ja", "Nein"),
            new Member("Dan", "Es eilt nicht.", "Nein"));
  }

  @AfterEach
  void close() {
    discord.close();
  }

  private void told(String what, FakeInteraction asked) throws InterruptedException {
    discord.await(what, () -> !asked.read().isEmpty());
    said.add("=== " + what + "\n" + asked.read());
  }

  @Test
  void aGermanServerReadsGerman() throws Exception {
    try (var _ = new Bot(discord, folder, company).connected(discord)) {
      for (var word : List.of("help", "privacy", "status", "history", "stop", "transcript")) {
        told(word, discord.slash(ANNA, room, word, Map.of()));
      }
      told("zu wenige", discord.slash(ANNA, room, "ask", Map.of("question", "Also? | Eins")));
      told("nur Admins", discord.slash(BEN, room, "roundtable-admin", "channel", Map.of()));
      var chosen =
          Map.<String, Object>of(
              "style", "VOICES", "may-ask", "MEMBERS", "follow-ups", "ADDRESSED");
      told("gewählt", discord.slash(CHIEF, room, "roundtable-admin", "channel", chosen));
      told("gilt", discord.slash(CHIEF, room, "roundtable-admin", "channel", Map.of()));
      debate();
      said.add("=== der Kanal\n" + room.read());
      said.add("=== der Thread\n" + discord.thread(room.messages.getFirst()).read());
      assertThat(discord.complaints).isEmpty();
      assertGolden();
    }
  }

  private void debate() throws InterruptedException {
    company.hold("dan", 2);
    discord.slash(
        ANNA,
        room,
        "ask",
        Map.of("question", "Sollen wir freitags ausliefern?", "options", "Ja | Nein"));
    discord.await(
        "waiting",
        () ->
            !room.messages.isEmpty()
                && room.messages.getFirst().read().contains("Durchgang 2 von 2 · wartet auf Dan"));
    var card = room.messages.getFirst();
    told("eine Stimme", discord.press(BEN, card, "A · Ja"));
    told("nicht Bens", discord.press(BEN, card, "Anhalten"));
    discord.press(ANNA, card, "Anhalten");
    discord.await("verdict", () -> room.messages.size() == 2);
    discord.await("its card", () -> room.messages.getLast().edits == 1);
    company.release();
    var thread = discord.thread(card);
    discord.say(BEN, thread, "Ich weiß nicht.", null);
    discord.await("hint", () -> thread.read().contains("Ich kann Nachrichten hier"));
    var verdict = thread.messages.stream().filter(m -> m.read().contains("[Löschen]")).findFirst();
    var follow = discord.press(BEN, verdict.orElseThrow(), "Nachfragen");
    discord.await("form", () -> follow.modal != null);
    discord.submit(follow, Map.of("text", "Und im Winter?"));
    discord.await("verdict 2", () -> thread.read().contains("## Urteil 2"));
    discord.await("last state", () -> card.read().contains("[Noch einmal fragen]"));
    discord.await("superseded", () -> thread.read().contains("überholt durch"));
  }

  private void assertGolden() throws IOException {
    var names = new HashMap<String, String>();
    var text =
        Pattern.compile("\\d{17,20}")
            .matcher(String.join("\n\n", said))
            .replaceAll(id -> names.computeIfAbsent(id.group(), _ -> "#" + (names.size() + 1)))
            .replaceAll("<t:\\d+:(\\w)>", "<t:…:$1>")
            .replaceAll("Antworten in [\\d.,]+ (s|min)", "Antworten in …")
            .replaceAll("transcript-debate-\\d+", "transcript-…")
            .replaceAll("\\d{4}-\\d\\d-\\d\\d", "…");
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(GOLDEN, text + "\n");
    }
    assertThat(text + "\n").isEqualTo(Files.readString(GOLDEN));
  }
}
