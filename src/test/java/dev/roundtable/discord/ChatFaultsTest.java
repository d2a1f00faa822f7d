package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.roundtable.discord.Company.Member;
import dev.roundtable.discord.FakeDiscord.Kind;
import dev.roundtable.discord.FakeDiscord.Someone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong between the bot and Discord, it has a defined end. */
@Timeout(120)
class ChatFaultsTest {
  private static final Someone ANNA = new Someone("111111111111111111", "Anna", false);
  private static final String CARD = "PATCH /webhooks/";
  private static final String CREATE = "POST /channels/%s/messages$";
  private static final String EDIT = "PATCH /channels/%s/messages/";
  private static final String THREAD = "POST /channels/%s/messages/\\d+/threads";

  @TempDir static Path folder;
  private static FakeDiscord discord;
  private static FakeDiscord.Guild acme;
  private static FakeDiscord.Guild beta;
  private static Company company;
  private static Bot bot;

  @BeforeAll
  static void open() throws Exception {
    discord = new FakeDiscord(Duration.ofMillis(100));
    acme = discord.guild("Acme");
    beta = discord.guild("Beta");
    company =
        new Company(
            new Member("Ada", "For it.", "Yes"),
            new Member("Bo", "Against it.", "No"),
            new Member("Cleo", "For it as well.", "Yes"));
    bot = new Bot(discord, folder, company).connected(discord);
  }

  @AfterAll
  static void close() throws Exception {
    bot.close();
    discord.close();
  }

  private static FakeRoom channel(String name) {
    var room = discord.channel(acme, FakeRoom.Kind.TEXT, name);
    discord.dispatch("CHANNEL_CREATE", room.json());
    return room;
  }

  private static FakeInteraction ask(FakeRoom room) {
    return discord.slash(
        ANNA, room, "ask", Map.of("question", "Is " + room.name + " ok?", "options", "Yes | No"));
  }

  private static void awaitVerdict(FakeRoom room) throws InterruptedException {
    discord.await(
        "verdict in " + room.name,
        () -> room.messages.stream().anyMatch(message -> !message.notified().isEmpty()));
    discord.await(
        "last state of the card", () -> room.messages.getFirst().read().contains("[Run again]"));
  }

  /** The whole debate, everything in it once. */
  private static void assertWhole(FakeRoom room) throws InterruptedException {
    var thread = discord.thread(room.messages.getFirst());
    discord.await(
        "verdict in the thread",
        () -> thread.messages.stream().anyMatch(m -> m.read().contains("It ended after")));
    assertThat(room.messages).hasSize(2);
    assertThat(thread.messages).hasSize(5);
    assertThat(discord.complaints).isEmpty();
  }

  /** Faults after which everything stands there, once. */
  enum Passing {
    LIMITED_CREATE(CREATE, 1, Kind.LIMITED, 429, 0),
    FAILED_CREATE(CREATE, 1, Kind.REFUSED, 500, 0),
    BAD_GATEWAY_AT_CREATE(CREATE, 1, Kind.REFUSED, 502, 0),
    UNAVAILABLE_AT_CREATE(CREATE, 2, Kind.REFUSED, 503, 0),
    CREATED_BUT_BAD_GATEWAY(CREATE, 1, Kind.ANSWER_LOST, 502, 0),
    CREATED_BUT_FAILED(CREATE, 1, Kind.ANSWER_LOST, 500, 0),
    CREATED_TWICE_BUT_TIMED_OUT(CREATE, 2, Kind.ANSWER_LOST, 504, 0),
    CUT_AT_CREATE(CREATE, 1, Kind.CUT, 0, 0),
    LIMITED_EDIT(EDIT, 1, Kind.LIMITED, 429, 0),
    FAILED_EDIT(EDIT, 1, Kind.REFUSED, 500, 0),
    BAD_GATEWAY_AT_EDIT(EDIT, 1, Kind.REFUSED, 502, 0),
    EDITED_BUT_FAILED(EDIT, 1, Kind.ANSWER_LOST, 500, 0),
    CUT_AT_EDIT(EDIT, 1, Kind.CUT, 0, 0),
    LIMITED_THREAD(THREAD, 1, Kind.LIMITED, 429, 0),
    FAILED_THREAD(THREAD, 1, Kind.REFUSED, 500, 0),
    THREAD_MADE_BUT_BAD_GATEWAY(THREAD, 1, Kind.ANSWER_LOST, 502, 0),
    CUT_AT_THREAD(THREAD, 1, Kind.CUT, 0, 0),
    FAILED_CALLBACK("POST /interactions/", 1, Kind.REFUSED, 502, 0),
    LIMITED_CARD(CARD, 1, Kind.LIMITED, 429, 0),
    FAILED_CARD(CARD, 1, Kind.REFUSED, 500, 0),
    CARD_SHOWN_BUT_BAD_GATEWAY(CARD, 1, Kind.ANSWER_LOST, 502, 0),
    CARD_SHOWN_BUT_FAILED(CARD, 1, Kind.ANSWER_LOST, 500, 0),
    CUT_AT_CARD(CARD, 1, Kind.CUT, 0, 0),
    HOOK_EXPIRED(CARD, 100, Kind.REFUSED, 401, 50027),
    HOOK_UNKNOWN(CARD, 100, Kind.REFUSED, 404, 10015),
    TOO_LATE_TO_ACKNOWLEDGE("POST /interactions/", 1, Kind.REFUSED, 404, 10062);

    final String where;
    final int times;
    final Kind kind;
    final int status;
    final int code;

    Passing(String where, int times, Kind kind, int status, int code) {
      this.where = where;
      this.times = times;
      this.kind = kind;
      this.status = status;
      this.code = code;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatPassesLeavesNoTrace(Passing fault) throws Exception {
    var room = channel(fault.name());
    discord.fail(fault.where.formatted(room.id), fault.times, fault.kind, fault.status, fault.code);
    ask(room);
    awaitVerdict(room);
    assertWhole(room);
    discord.faults.clear();
  }

  /** How the line to the gateway breaks while a debate runs. */
  enum Line {
    GOING_AWAY,
    CLOSED,
    SESSION_INVALID
  }

  @ParameterizedTest
  @EnumSource
  void aBrokenLineIsTakenUpAgain(Line line) throws Exception {
    var room = channel("line-" + line);
    company.hold("cleo", 1);
    ask(room);
    discord.await("card", () -> !room.messages.isEmpty());
    switch (line) {
      case GOING_AWAY -> discord.gateway.close(1001);
      case CLOSED -> discord.gateway.close(4000);
      case SESSION_INVALID -> discord.gateway.invalidate();
    }
    company.release();
    awaitVerdict(room);
    assertWhole(room);
    bot.connected(discord);
    var help = discord.slash(ANNA, room, "help", Map.of());
    discord.await("it hears again", () -> help.read().contains("/roundtable ask"));
  }

  @Test
  void componentsThatAreNotTakenBecomeWords() throws Exception {
    var room = channel("words");
    discord.componentsRefused = true;
    try {
      ask(room);
      awaitVerdict(room);
      assertWhole(room);
    } finally {
      discord.componentsRefused = false;
    }
    assertThat(room.messages.getFirst().read()).startsWith("[Roundtable").contains("**Agreed**");
  }

  @Test
  void withoutTheRightToMakeThreadsTheVerdictComesIntoTheChannel() throws Exception {
    var room = channel("threadless");
    room.missing.add("CREATE_PUBLIC_THREADS");
    ask(room);
    awaitVerdict(room);
    assertThat(room.messages).hasSize(3);
    assertThat(room.messages.get(1).read()).contains("It ended after");
  }

  @Test
  void withoutTheRightToMakeThreadsNothingLinksToOne() throws Exception {
    var room = channel("linkless");
    room.missing.add("CREATE_PUBLIC_THREADS");
    ask(room);
    awaitVerdict(room);
    var announcement = room.messages.getLast();
    discord.await("its card", () -> announcement.edits > 0);
    assertThat(announcement.bodies).noneMatch(body -> body.contains("Read the debate"));
    assertThat(room.messages.getFirst().buttons()).doesNotContainKey("Open thread");
    assertThat(discord.complaints).isEmpty();
  }

  @Test
  void withoutTheRightToWriteTheAskerIsToldAndNothingIsAsked() throws Exception {
    var room = channel("mute");
    room.missing.add("SEND_MESSAGES");
    discord.dispatch("CHANNEL_UPDATE", room.json());
    var asked = ask(room);
    discord.await("sentence", () -> asked.read().contains("cannot write here"));
    assertThat(asked.read()).contains("Send Messages");
    assertThat(bot.store.past().inChannel(where(room), 5)).isEmpty();
  }

  private static dev.roundtable.chat.Where where(FakeRoom room) {
    return new dev.roundtable.chat.Where(
        "discord",
        String.valueOf(room.guild),
        String.valueOf(room.id),
        null,
        dev.roundtable.debate.Venue.Reach.PUBLIC);
  }

  @Test
  void aCardThatIsRefusedIsToldToItsAsker() throws Exception {
    var room = channel("refused");
    discord.fail(CARD, 1, Kind.REFUSED, 403, 50013);
    var asked = ask(room);
    discord.await("sentence", () -> asked.read().contains("The bot lacks a permission there"));
    assertThat(room.messages).isEmpty();
    assertThat(asked.thinks()).isFalse();
  }

  @Test
  void aBotThatWasThrownOutGoesOnElsewhere() throws Exception {
    var room = channel("kicked");
    discord.fail("/channels/" + room.id, 1000, Kind.REFUSED, 403, 50001);
    var asked = ask(room);
    discord.await("sentence", () -> asked.read().contains("cannot see that channel"));
    goesOnElsewhere("after-kicked");
    discord.faults.clear();
  }

  private static void goesOnElsewhere(String name) throws Exception {
    var other = channel(name);
    ask(other);
    awaitVerdict(other);
    assertWhole(other);
  }

  @Test
  void aChannelThatIsDeletedEndsItsDebatesPostsAlone() throws Exception {
    var room = channel("deleted");
    company.hold("cleo", 1);
    ask(room);
    discord.await("card", () -> !room.messages.isEmpty());
    discord.rooms.remove(room.id);
    discord.dispatch("CHANNEL_DELETE", room.json());
    var debate = bot.store.past().inChannel(where(room), 1).getFirst().debate();
    discord.await("stop", () -> bot.desk.find(debate).orElseThrow().settled());
    company.release();
    goesOnElsewhere("after-deleted");
  }

  @Test
  void aServerThatThrowsTheBotOutInTheMiddleLosesItsPostsAlone() throws Exception {
    var room = discord.channel(beta, FakeRoom.Kind.TEXT, "beta");
    discord.dispatch("CHANNEL_CREATE", room.json());
    company.hold("cleo", 1);
    ask(room);
    discord.await("card", () -> !room.messages.isEmpty());
    var debate = bot.store.past().inChannel(where(room), 1).getFirst().debate();
    discord.kickedFrom.add(beta.id());
    var left = JsonNodeFactory.instance.objectNode();
    discord.dispatch("GUILD_DELETE", left.put("id", String.valueOf(beta.id())));
    company.release();
    discord.await("its end", () -> bot.desk.find(debate).orElseThrow().settled());
    goesOnElsewhere("after-thrown-out");
    assertThat(room.messages).hasSize(1);
  }

  private static void awaitThread(FakeRoom room) throws InterruptedException {
    discord.await(
        "thread",
        () -> !room.messages.isEmpty() && discord.rooms.containsKey(room.messages.getFirst().id));
  }

  @Test
  void aThreadThatIsDeletedLeavesTheVerdictInTheChannel() throws Exception {
    var room = channel("unthreaded");
    company.hold("cleo", 1);
    ask(room);
    awaitThread(room);
    discord.rooms.remove(room.messages.getFirst().id);
    company.release();
    awaitVerdict(room);
    assertThat(room.messages).hasSize(2);
  }

  @Test
  void aThreadThatIsLockedLeavesTheVerdictInTheChannel() throws Exception {
    var room = channel("locked");
    company.hold("cleo", 1);
    ask(room);
    awaitThread(room);
    discord.thread(room.messages.getFirst()).locked = true;
    company.release();
    awaitVerdict(room);
    assertThat(room.messages).hasSize(3);
    assertThat(room.messages.get(1).read()).contains("It ended after", "[Transcript]");
    assertThat(room.messages.get(2).notified()).containsExactly(ANNA.id());
  }

  @Test
  void aThreadThatTheBotMayNotWriteInLeavesTheVerdictInTheChannel() throws Exception {
    var room = channel("silenced");
    company.hold("ada", 1);
    ask(room);
    awaitCard(room);
    company.release();
    awaitThread(room);
    discord.thread(room.messages.getFirst()).missing.add("SEND_MESSAGES_IN_THREADS");
    awaitVerdict(room);
    assertThat(room.messages.get(1).read()).contains("It ended after");
  }

  private static void awaitCard(FakeRoom room) throws InterruptedException {
    discord.await("card", () -> !room.messages.isEmpty());
  }

  @Test
  void anAnswerThatIsThereThoughNobodyHeardIsFoundByItsWordsOnceItsNonceIsForgotten()
      throws Exception {
    var room = channel("forgetful");
    company.hold("ada", 1);
    ask(room);
    awaitCard(room);
    discord.noncesForgotten = true;
    try {
      discord.fail(CREATE.formatted(room.messages.getFirst().id), 3, Kind.ANSWER_LOST, 500, 0);
      company.release();
      awaitVerdict(room);
      assertWhole(room);
    } finally {
      discord.noncesForgotten = false;
      discord.faults.clear();
    }
  }

  @Test
  void anArchivedThreadIsOpenedToMarkWhatIsSuperseded() throws Exception {
    var room = channel("archived");
    ask(room);
    awaitVerdict(room);
    assertWhole(room);
    var thread = discord.thread(room.messages.getFirst());
    thread.archived = true;
    discord.slash(ANNA, thread, "follow", Map.of("question", "And now?"));
    discord.await(
        "superseded",
        () -> thread.messages.stream().anyMatch(m -> m.read().contains("superseded by verdict 2")));
  }

  @Test
  void aDeletedCardStopsItsDebate() throws Exception {
    var room = channel("card-gone");
    company.hold("cleo", 1);
    ask(room);
    discord.await(
        "thread",
        () ->
            !room.messages.isEmpty()
                && discord.rooms.containsKey(room.messages.getFirst().id)
                && !discord.thread(room.messages.getFirst()).messages.isEmpty());
    var debate = bot.store.past().inChannel(where(room), 1).getFirst().debate();
    discord.delete(room.messages.getFirst());
    discord.await("stop", () -> bot.desk.find(debate).orElseThrow().settled());
    company.release();
  }

  private static boolean isKnown(FakeRoom room) {
    return room.messages.stream()
        .map(card ->
            bot.store.deliveries().find("discord", Long.toString(room.id), Long.toString(card.id)))
        .anyMatch(Optional::isPresent);
  }

  @Test
  void anArgumentThatAnsweredTheCardInTheChannelIsTakenBackWithItsMessage() throws Exception {
    var room = channel("taken-back");
    company.hold("cleo", 1);
    ask(room);
    discord.await("card that the bot knows", () -> isKnown(room));
    var debate = bot.store.past().inChannel(where(room), 1).getFirst().debate();
    var text = "<@" + FakeDiscord.BOT.id() + "> Mind the costs.";
    var said = discord.say(ANNA, room, text, room.messages.getFirst());
    discord.await(
        "argument", () -> !bot.desk.find(debate).orElseThrow().waitingFollowUps().isEmpty());
    discord.delete(said);
    discord.await("gone", () -> !bot.desk.find(debate).orElseThrow().withdrawn().isEmpty());
    company.release();
  }

  @Test
  void aServerThatIsNotListedGetsOneSentence() throws Exception {
    var stranger = new FakeDiscord.Guild(discord.snowflake(), "Elsewhere");
    var room = discord.channel(stranger, FakeRoom.Kind.TEXT, "elsewhere");
    var asked = ask(room);
    discord.await("sentence", () -> asked.read().contains("discord.guilds"));
    assertThat(room.messages).isEmpty();
  }

  @Test
  void inPrivateMembersAreAnsweredAndStrangersGetOneSentence() throws Exception {
    var stranger = discord.direct();
    discord.say(ANNA, stranger, "Should we?", null);
    discord.await(
        "sentence",
        () -> stranger.messages.stream().anyMatch(m -> m.read().contains("In private")));
    var direct = discord.direct();
    var member = new Someone("444444444444444444", "Dora", false);
    var ids = ConcurrentHashMap.<String>newKeySet();
    ids.addAll(Set.of(member.id()));
    discord.members.put(acme.id(), ids);
    discord.say(member, direct, "Should we? | Yes | No", null);
    discord.await(
        "one compact answer",
        () -> direct.messages.stream().anyMatch(m -> m.read().contains("It ended after")));
    assertThat(direct.messages).hasSize(3);
  }

  @Test
  void anUnknownButtonSaysSo() throws Exception {
    var room = channel("button");
    ask(room);
    awaitVerdict(room);
    var pressed = discord.pressId(ANNA, room.messages.getFirst(), "somebody:elses");
    discord.await("sentence", () -> pressed.read().contains("not known"));
  }
}
