package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.discord.Company.Member;
import dev.roundtable.discord.FakeDiscord.Someone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
 * A day in a server, over the wire. {@code -Dgolden.write=true} writes what is to be read there
 * anew; look at the difference before you commit it.
 */
@Timeout(240)
class DiscordStoryTest {
  private static final Path GOLDEN = Path.of("src/test/resources/golden/discord-day.txt");
  private static final Pattern ID = Pattern.compile("\\d{17,20}");
  private static final Pattern TIME = Pattern.compile("<t:\\d+:(\\w)>");
  private static final Pattern TOOK = Pattern.compile("answers took [\\d.]+ (s|min)");
  private static final Someone ANNA = new Someone("111111111111111111", "Anna", false);
  private static final Someone BEN = new Someone("222222222222222222", "Ben", false);
  private static final Someone CARO = new Someone("333333333333333333", "Caro", false);

  @TempDir Path folder;
  private FakeDiscord discord;
  private FakeRoom decisions;
  private Company company;

  @BeforeEach
  void open() throws IOException {
    discord = new FakeDiscord(Duration.ofMillis(400));
    decisions = discord.channel(discord.guild("Acme"), FakeRoom.Kind.TEXT, "decisions");
    company =
        new Company(
            new Member("Ada", "Rollbacks are tested and take *two* minutes.", "Yes"),
            new Member("Bo", "Nobody is on call at the weekend.", "No"),
            new Member("Cleo", "The change is small.", "Yes", "Yes", "No"),
            new Member("Dan", "Fridays are busy.", "No", "Yes", "No", "Yes"));
  }

  @AfterEach
  void close() {
    discord.close();
  }

  private Bot bot() throws InterruptedException {
    return new Bot(discord, folder, company).connected(discord);
  }

  private FakeMessage card() {
    return decisions.messages.getFirst();
  }

  private FakeRoom thread() {
    return discord.thread(card());
  }

  private boolean reads(FakeRoom room, String text) {
    return room.messages.stream().anyMatch(message -> message.read().contains(text));
  }

  private void awaitCard(String text) throws InterruptedException {
    discord.await(
        "the card says " + text,
        () -> !decisions.messages.isEmpty() && card().read().contains(text));
  }

  private void awaitVerdict(int number) throws InterruptedException {
    var heading = number == 1 ? "It ended after round 2" : "Verdict " + number;
    discord.await("verdict " + number, () -> reads(thread(), heading));
    // Edits are joined, so the card may never have said that a round was under way.
    awaitCard(number == 1 ? "[Run again]" : heading);
    awaitCard("[Run again]");
  }

  private FakeMessage inThread(String text) {
    return thread().messages.stream()
        .filter(message -> message.read().contains(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody says " + text));
  }

  @Test
  void aDayReadsRightOnceAndInOrder() throws Exception {
    company.hold("dan", 1);
    var first = bot();
    var asked =
        discord.slash(
            ANNA,
            decisions,
            "ask",
            Map.of("question", "Should we ship on Friday?", "options", "Yes | No"));
    awaitCard("waiting for Dan");
    assertThat(asked.shown).containsExactly(card());
    var others = discord.press(BEN, card(), "Stop");
    discord.await("no right to stop", () -> others.read().contains("Only Anna"));
    company.release();
    awaitVerdict(1);
    discord.await("the verdict in the channel", () -> decisions.messages.size() == 2);
    discord.await("its card", () -> decisions.messages.get(1).edits == 1);
    assertThat(thread().messages).hasSize(6);

    votes();
    chatter();
    repliesToAnAnswer();
    first.close();
    try (var second = restartedInTheMiddleOfARound()) {
      followUpByCommand();
      discord.await("each old verdict says so", () -> superseded() == 3);
      assertThat(discord.complaints).isEmpty();
      assertThat(discord.limited).hasValue(0);
      assertGolden();
      stopped();
      deleted();
      assertThat(second.frontEnd.trouble()).isEmpty();
    }
  }

  // Three voters, one of whom changes her mind; what is counted is said to each alone.
  private void votes() throws InterruptedException {
    for (var who : List.of(ANNA, BEN, CARO)) {
      var pressed = discord.press(who, card(), "A · Yes");
      discord.await("counted", () -> pressed.read().contains("Your vote for “Yes” is counted"));
    }
    var changed = discord.press(CARO, card(), "B · No");
    discord.await("changed", () -> changed.read().contains("Your vote for “No” is counted"));
    awaitCard("Team: Yes 2, No 1");
  }

  // Unreadable without the intent: one hint, however much is said.
  private void chatter() throws InterruptedException {
    discord.say(BEN, thread(), "I am not so sure.", null);
    discord.say(CARO, thread(), "Me neither.", null);
    discord.await("hint", () -> reads(thread(), "I cannot read messages here"));
  }

  private void repliesToAnAnswer() throws InterruptedException {
    var reply =
        discord.say(BEN, thread(), "The on-call list is empty.", inThread("Nobody is on call"));
    discord.await("eyes", () -> reply.reactions.contains("👀"));
    awaitVerdict(2);
    discord.await("it changed who won", () -> decisions.messages.size() == 3);
    discord.await("its card", () -> decisions.messages.get(2).edits == 1);
  }

  private Bot restartedInTheMiddleOfARound() throws InterruptedException {
    var bot = bot();
    company.hold("bo", 4);
    var pressed = discord.press(CARO, card(), "Ask a follow-up");
    discord.await("form", () -> pressed.modal != null);
    discord.submit(pressed, Map.of("text", "I can be on call."));
    discord.await("what she says", () -> reads(thread(), "**Caro** adds: I can be on call."));
    awaitCard("waiting for Bo");
    bot.close();
    company.release();
    var again = bot();
    awaitVerdict(3);
    return again;
  }

  private void followUpByCommand() throws InterruptedException {
    discord.slash(ANNA, thread(), "follow", Map.of("question", "Then we agree?"));
    discord.await("what she says", () -> reads(thread(), "**Anna** adds: Then we agree?"));
    awaitVerdict(4);
    discord.await(
        "old verdicts are marked",
        () -> reads(thread(), "Verdict 3") && inThread("Verdict 3").read().contains("superseded"));
  }

  // A third follow-up, by calling the bot; it is stopped by its asker alone.
  private void stopped() throws InterruptedException {
    company.hold("dan", 6);
    discord.say(BEN, thread(), "<@" + FakeDiscord.BOT.id() + "> What about Mondays?", null);
    awaitCard("waiting for Dan");
    var refused = discord.press(BEN, card(), "Stop");
    discord.await("not his", () -> refused.read().contains("Only Anna"));
    discord.press(ANNA, card(), "Stop");
    awaitCard("**Stopped**");
    awaitCard("[Run again]");
    company.release();
    discord.await("verdict 5", () -> reads(thread(), "Verdict 5, after Ben’s point"));
    assertThat(inThread("Verdict 5").read()).contains("somebody stopped it");
    discord.await("marked", () -> inThread("Verdict 4").read().contains("superseded"));
  }

  private long superseded() {
    return thread().messages.stream()
        .filter(message -> message.read().contains("superseded by verdict"))
        .count();
  }

  private void deleted() throws InterruptedException {
    var thread = thread();
    assertThat(thread.name).contains("ship on Friday");
    // As Discord does with a thread in which nobody has written for a while.
    thread.archived = true;
    var latest = inThread("[Delete]");
    var refused = discord.press(BEN, latest, "Delete");
    discord.await("sure?", () -> refused.read().contains("Delete this debate for good"));
    var no = discord.press(BEN, refused.answers.getFirst(), "Delete");
    discord.await("not his", () -> no.read().contains("Only Anna"));
    var asked = discord.press(ANNA, latest, "Delete");
    discord.await("sure?", () -> asked.read().contains("Delete this debate for good"));
    discord.press(ANNA, asked.answers.getFirst(), "Delete");
    discord.await("gone", () -> decisions.messages.isEmpty());
    assertThat(thread.name).isEqualTo("A debate that was deleted");
    assertThat(thread.messages)
        .filteredOn(message -> message.author.bot() && !isTalk(message))
        .extracting(FakeMessage::read)
        .isEmpty();
  }

  // What was said to somebody is no post of the debate.
  private static boolean isTalk(FakeMessage message) {
    return message.read().contains("I cannot read messages here")
        || message.read().contains("adds: ");
  }

  @Test
  void stopEndsADebateWithTheVotesThatStand() throws Exception {
    company.hold("dan", 1);
    try (var _ = bot()) {
      discord.slash(
          ANNA, decisions, "ask", Map.of("question", "Should we?", "options", "Yes | No"));
      awaitCard("waiting for Dan");
      discord.press(ANNA, card(), "Stop");
      awaitCard("Stopped");
      assertThat(card().read()).contains("the debate was stopped before it answered");
      assertThat(discord.complaints).isEmpty();
    }
  }

  private void assertGolden() throws IOException {
    var read = plain("=== #decisions\n" + decisions.read() + "\n\n=== thread\n" + thread().read());
    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(GOLDEN, read);
    }
    assertThat(read).isEqualTo(Files.readString(GOLDEN));
  }

  private static String plain(String text) {
    var names = new HashMap<String, String>();
    var named =
        ID.matcher(text)
            .replaceAll(id -> names.computeIfAbsent(id.group(), _ -> "#" + (names.size() + 1)));
    var timed = TIME.matcher(named).replaceAll("<t:…:$1>");
    return TOOK.matcher(timed).replaceAll("answers took …") + "\n";
  }
}
