package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.discord.Company.Member;
import dev.roundtable.discord.FakeDiscord.Kind;
import dev.roundtable.discord.FakeDiscord.Someone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** In forums and media channels there are no messages, only posts. */
@Timeout(120)
class DiscordForumTest {
  private static final Someone ANNA = new Someone("111111111111111111", "Anna", false);

  @TempDir static Path folder;
  private static FakeDiscord discord;
  private static FakeDiscord.Guild acme;
  private static FakeRoom lobby;
  private static Bot bot;

  @BeforeAll
  static void open() throws Exception {
    discord = new FakeDiscord(Duration.ofMillis(100));
    acme = discord.guild("Acme");
    lobby = discord.channel(acme, FakeRoom.Kind.TEXT, "lobby");
    var company =
        new Company(
            new Member("Ada", "For it.", "Yes"),
            new Member("Bo", "Against it.", "No"),
            new Member("Cleo", "For it as well.", "Yes"));
    bot = new Bot(discord, folder, company).connected(discord);
  }

  @AfterAll
  static void close() {
    bot.close();
    discord.close();
  }

  // Nobody can type a command in a forum itself, so it is named from elsewhere.
  private static FakeRoom forum(FakeRoom.Kind kind, String name) {
    return discord.channel(acme, kind, name);
  }

  private static FakeInteraction ask(FakeRoom room) {
    discord.dispatch("CHANNEL_CREATE", room.json());
    var what =
        Map.of("question", "Is " + room.name + " ok?", "options", "Yes | No", "channel", room);
    return discord.slash(ANNA, lobby, "ask", what);
  }

  private static FakeRoom post(FakeRoom forum) throws InterruptedException {
    discord.await("a post in " + forum.name, () -> !discord.posts(forum).isEmpty());
    return discord.posts(forum).getFirst();
  }

  /** The card, three answers, a round, the verdict, and what notifies the asker. */
  private static void assertWhole(FakeRoom forum) throws InterruptedException {
    var post = post(forum);
    discord.await("verdict", () -> post.messages.stream().anyMatch(m -> !m.notified().isEmpty()));
    discord.await("last state", () -> post.messages.getFirst().read().contains("[Run again]"));
    assertThat(discord.posts(forum)).hasSize(1);
    assertThat(post.messages).hasSize(7);
    assertThat(post.name).isEqualTo("Is " + forum.name + " ok?");
    assertThat(discord.complaints).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FORUM", "MEDIA"})
  void aForumGetsAPost(FakeRoom.Kind kind) throws Exception {
    var forum = forum(kind, "plain " + kind);
    var asked = ask(forum);
    assertWhole(forum);
    discord.await("a word", () -> asked.read().contains("The debate is open"));
    assertThat(asked.open).isFalse();
  }

  @Test
  void aPostGetsATagWhereTheForumWantsOne() throws Exception {
    var forum = forum(FakeRoom.Kind.FORUM, "tagged");
    forum.tags.add(new FakeRoom.Tag("500000000000000001", true));
    forum.tags.add(new FakeRoom.Tag("500000000000000002", false));
    ask(forum);
    assertWhole(forum);
    assertThat(post(forum).applied).containsExactly("500000000000000002");
  }

  @Test
  void whereOnlyModeratorsGiveTagsTheAskerIsToldWhatToDo() throws Exception {
    var forum = forum(FakeRoom.Kind.FORUM, "guarded");
    forum.tags.add(new FakeRoom.Tag("500000000000000003", true));
    var asked = ask(forum);
    discord.await("sentence", () -> asked.read().contains("needs a tag that only moderators"));
    assertThat(discord.posts(forum)).isEmpty();
  }

  @Test
  void withoutTheRightToWriteInPostsNothingIsAsked() throws Exception {
    var forum = forum(FakeRoom.Kind.FORUM, "mute");
    forum.missing.add("SEND_MESSAGES_IN_THREADS");
    var asked = ask(forum);
    discord.await("sentence", () -> asked.read().contains("Send Messages in Threads"));
    assertThat(discord.posts(forum)).isEmpty();
  }

  @Test
  void whatIsNotTakenAsComponentsIsPostedInWords() throws Exception {
    var forum = forum(FakeRoom.Kind.FORUM, "words");
    discord.componentsRefused = true;
    try {
      ask(forum);
      assertWhole(forum);
    } finally {
      discord.componentsRefused = false;
    }
    assertThat(post(forum).messages.getFirst().read()).contains("**Agreed**");
  }

  @Test
  void aPostWhoseAnswerIsLostIsFoundAgain() throws Exception {
    var forum = forum(FakeRoom.Kind.FORUM, "lost");
    discord.fail("POST /channels/" + forum.id + "/threads", 1, Kind.ANSWER_LOST, 500, 0);
    ask(forum);
    assertWhole(forum);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 403})
  void aPostThatCannotBeReadWhenItsAnswerIsLostIsNotOpenedTwice(int status) throws Exception {
    var forum = forum(FakeRoom.Kind.FORUM, "unread " + status);
    discord.fail("POST /channels/" + forum.id + "/threads", 1, Kind.ANSWER_LOST, 500, 0);
    discord.fail("GET /channels/([0-9]+)/messages/\\1$", 1, Kind.REFUSED, status, 0);
    ask(forum);
    try {
      assertWhole(forum);
    } finally {
      discord.faults.clear();
    }
  }

  @Test
  void aCommandInAPostKeepsItsDebateThere() throws Exception {
    var forum = forum(FakeRoom.Kind.FORUM, "inside");
    ask(forum);
    assertWhole(forum);
    var post = post(forum);
    discord.slash(ANNA, post, "follow", Map.of("question", "And now?"));
    discord.await(
        "verdict 2", () -> post.messages.stream().anyMatch(m -> m.read().contains("Verdict 2")));
    assertThat(discord.posts(forum)).hasSize(1);
  }
}
