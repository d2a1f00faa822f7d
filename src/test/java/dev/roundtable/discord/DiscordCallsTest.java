package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.chat.Gate;
import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.Cost;
import dev.roundtable.discord.Company.Member;
import dev.roundtable.discord.FakeDiscord.Someone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Questions put by calling the bot, whose answers are messages like any other. */
@Timeout(60)
class DiscordCallsTest {
  private static final String CALL = "<@" + FakeDiscord.BOT.id() + "> ";
  private static final Someone ANNA = new Someone("111111111111111111", "Anna", false);
  private static final Someone BEN = new Someone("222222222222222222", "Ben", false);
  private static final Company COMPANY =
      new Company(
          new Member("Ada", "For it.", "Yes"),
          new Member("Bo", "Against it.", "No"),
          new Member("Cleo", "For it as well.", "Yes"));

  @TempDir Path folder;
  private FakeDiscord discord;
  private FakeDiscord.Guild acme;
  private FakeRoom room;

  @BeforeEach
  void open() throws Exception {
    discord = new FakeDiscord(Duration.ofMillis(100));
    acme = discord.guild("Acme");
    room = discord.channel(acme, FakeRoom.Kind.TEXT, "decisions");
  }

  @AfterEach
  void close() {
    discord.close();
  }

  private record Costly(Optional<String> refusal) implements Gate {
    @Override
    public Optional<String> mayNotAsk(Where where, Visitor by) {
      return refusal;
    }

    @Override
    public Optional<String> isBlocked(Visitor by) {
      return Optional.empty();
    }

    @Override
    public boolean mustConfirm(List<Cost> calls) {
      return true;
    }
  }

  private Bot bot(Optional<String> refusal) throws InterruptedException {
    return new Bot(discord, folder, COMPANY, new Costly(refusal)).connected(discord);
  }

  private void awaitStart(FakeRoom place) throws InterruptedException {
    discord.await("button", () -> place.messages.getLast().buttons().containsKey("Start"));
  }

  @Test
  void aCostlyQuestionThatCallsTheBotIsStartedByItsAskerAlone() throws Exception {
    try (var _ = bot(Optional.empty())) {
      discord.say(ANNA, room, CALL + "Should we? | Yes | No", null);
      awaitStart(room);
      var offer = room.messages.getLast();
      var others = discord.press(BEN, offer, "Start");
      discord.await("not his", () -> others.read().contains("That draft is gone"));
      discord.press(ANNA, offer, "Start");
      discord.await("verdict", () -> room.read().contains("[Run again]"));
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void aCostlyQuestionInADirectMessageCanBeStarted() throws Exception {
    var ids = ConcurrentHashMap.<String>newKeySet();
    ids.addAll(Set.of(ANNA.id()));
    discord.members.put(acme.id(), ids);
    var direct = discord.direct();
    try (var _ = bot(Optional.empty())) {
      discord.say(ANNA, direct, "Should we? | Yes | No", null);
      awaitStart(direct);
      discord.press(ANNA, direct.messages.getLast(), "Start");
      discord.await("verdict", () -> direct.read().contains("It ended after"));
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void whatIsTooLongToSayComesAsAFile() throws Exception {
    var reason = "It is closed today, for a reason. ".repeat(300);
    try (var _ = bot(Optional.of(reason))) {
      discord.say(ANNA, room, CALL + "Should we? | Yes | No", null);
      discord.await("answer", () -> room.messages.size() > 1);
      var answer = room.messages.getLast();
      assertThat(answer.read()).contains("Goes on in answer.md");
      assertThat(answer.files.get("answer.md")).contains("It is closed today");
      assertThat(discord.complaints).isEmpty();
    }
  }
}
