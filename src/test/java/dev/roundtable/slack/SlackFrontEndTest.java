package dev.roundtable.slack;

import static dev.roundtable.slack.SlackWorld.ANNA;
import static dev.roundtable.slack.SlackWorld.BEN;
import static dev.roundtable.slack.SlackWorld.CARL;
import static dev.roundtable.slack.SlackWorld.CHANNEL;
import static dev.roundtable.slack.SlackWorld.CHIEF;
import static dev.roundtable.slack.SlackWorld.DORA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roundtable.debate.DebateId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What people do in Slack, and what breaks on its way. */
@Timeout(120)
class SlackFrontEndTest {
  static final String SCRIPT =
      """
      panel: three
      seats:
        a: { name: Ada, rounds: [ { delay: 2s, text: '{"reasoning": "Because.", "vote": "yes"}' } ] }
        b: { name: Bo, rounds: [ { delay: 2s, text: '{"reasoning": "Indeed.", "vote": "yes"}' } ] }
        c: { name: Cy, rounds: [ { delay: 2s, text: '{"reasoning": "True.", "vote": "yes"}' } ] }
      chair: {"form": "options", "summaries": [{"text": "All agree."}]}
      """;
  private static final String QUESTION = "Should we? | Yes | No";

  @TempDir Path folder;
  private SlackWorld world;
  private FakeSlack slack;

  @BeforeEach
  void begin() throws Exception {
    world = new SlackWorld(folder, SCRIPT, false);
    slack = world.slack;
    world.start();
  }

  @AfterEach
  void end() {
    world.close();
  }

  private FakeMessage asked() throws InterruptedException {
    slack.command(CHANNEL, ANNA, QUESTION);
    world.settled("debate-1");
    return slack.inChannel(CHANNEL).getFirst();
  }

  private void told(String words) throws InterruptedException {
    slack.await(() -> slack.asides.stream().anyMatch(aside -> aside.text().contains(words)));
  }

  @Test
  void aCommandIsAcknowledgedAtOnceAndLeavesACardAndAVerdict() throws Exception {
    asked();
    assertThat(slack.inChannel(CHANNEL)).hasSize(2);
    assertThat(slack.asides).isEmpty();
    assertThat(slack.refused).isEmpty();
  }

  @Test
  void theWordsOfTheCommandAreToldToTheAskerAlone() throws Exception {
    for (var word : Stream.of("help", "panels", "status", "history", "usage", "privacy").toList()) {
      int before = slack.asides.size();
      slack.command(CHANNEL, ANNA, word);
      slack.await(() -> slack.asides.size() == before + 1);
    }
    assertThat(slack.inChannel(CHANNEL)).isEmpty();
    slack.command(CHANNEL, ANNA, "stop");
    told("Nothing is running here");
  }

  @Test
  void aQuestionThatBeginsLikeACommandIsAQuestion() throws Exception {
    slack.command(CHANNEL, ANNA, "stop using Jira? | Yes | No");
    world.settled("debate-1");
    assertThat(SlackReading.of(slack, slack.inChannel(CHANNEL))).contains("# stop using Jira?");
  }

  @Test
  void theFormAsksWithEverythingThatIsFilledIn() throws Exception {
    slack.command(CHANNEL, ANNA, "");
    slack.await(() -> !slack.views.isEmpty());
    slack.submit(
        slack.lastView(),
        ANNA,
        Map.of(
            "question", "Which one?", "options", "Yes\nNo\n\n", "rounds", "1", "mode", "DEBATE"));
    world.settled("debate-1");
    var opened = world.debate("debate-1").opened();
    assertThat(opened.question().options()).containsExactly("Yes", "No");
    assertThat(opened.rules().lastRound()).isEqualTo(1);
  }

  @Test
  void aFormThatCameTooLateSaysSo() throws Exception {
    slack.next("users.info", new FakeWebApi.Fault.Refused("ratelimited"));
    slack.next("views.open", new FakeWebApi.Fault.Refused("expired_trigger_id"));
    slack.command(CHANNEL, ANNA, "new");
    told("took too long");
  }

  @Test
  void aFormWithAContextIsShownBeforeItIsSent() throws Exception {
    slack.command(CHANNEL, ANNA, "new");
    slack.await(() -> !slack.views.isEmpty());
    var view = slack.lastView();
    slack.submit(view, ANNA, Map.of("question", "Should we?", "context", "We are 12 people."));
    told("OpenAI and Anthropic");
    assertThat(slack.inChannel(CHANNEL)).isEmpty();
    var shown = slack.lastAside();
    assertThat(SlackReading.blocks(slack, shown.blocks())).contains("We are 12 people.", "$0.05");
    slack.press(shown, "Start");
    slack.await(() -> !slack.inChannel(CHANNEL).isEmpty());
    assertThat(slack.asides).isEmpty();
  }

  @Test
  void aDraftThatIsCancelledIsTakenAwayAndNeverSent() throws Exception {
    slack.command(CHANNEL, ANNA, "new");
    slack.await(() -> !slack.views.isEmpty());
    slack.submit(slack.lastView(), ANNA, Map.of("question", "Should we?", "context", "Secret."));
    told("Anthropic");
    slack.press(slack.lastAside(), "Cancel");
    slack.await(() -> slack.asides.isEmpty());
    assertThat(slack.inChannel(CHANNEL)).isEmpty();
  }

  @Test
  void aMessageIsAskedAboutWithItsThreadAndNobodysName() throws Exception {
    var root = slack.add(CHANNEL, BEN, "Deploy today, <@UCARL>? It is Friday &amp; late.", null);
    slack.add(CHANNEL, CARL, "I would not, Ben.", root.ts);
    slack.messageShortcut(root, ANNA);
    slack.await(() -> !slack.views.isEmpty());
    slack.submit(slack.lastView(), ANNA, Map.of("question", "Should they deploy?"));
    told("OpenAI");
    var shown = SlackReading.blocks(slack, slack.lastAside().blocks());
    assertThat(shown)
        .contains("Person A: Deploy today, @Person B? It is Friday & late.")
        .contains("Person B: I would not, Ben.");
    slack.press(slack.lastAside(), "Start");
    world.settled("debate-1");
    assertThat(world.debate("debate-1").question().context()).contains("Person A: Deploy today");
  }

  @Test
  void aMentionComesTwiceAndCountsOnce() throws Exception {
    slack.mention(CHANNEL, ANNA, QUESTION, null);
    world.settled("debate-1");
    assertThat(slack.all(m -> m.user.equals(FakeSlack.BOT) && m.thread == null)).hasSize(1);
  }

  @Test
  void aMentionInAForeignThreadAsksAboutTheThread() throws Exception {
    var root = slack.add(CHANNEL, BEN, "The build is red again.", null);
    slack.mention(CHANNEL, ANNA, "should we revert? | Yes | No", root.ts);
    told("The build is red again.");
    slack.press(slack.lastAside(), "Start");
    world.settled("debate-1");
    assertThat(slack.inThread(root)).hasSizeGreaterThan(3);
    assertThat(slack.inChannel(CHANNEL)).containsExactly(root);
  }

  @Test
  void aMentionInAForeignThreadThatCannotBeReadSaysWhy() throws Exception {
    slack.scopes.remove("channels:history");
    var root = slack.add(CHANNEL, BEN, "The build is red again.", null);
    slack.event(slack.event("app_mention", slack.add(CHANNEL, ANNA, "<@UBOT> hm?", root.ts)));
    told("lacks the scope channels:history");
  }

  @Test
  void aDirectMessageIsAQuestionAndItsThreadAFollowUp() throws Exception {
    slack.channel("DANNA").isDirect = true;
    slack.write("DANNA", ANNA, QUESTION, null);
    world.settled("debate-1");
    var card = slack.all(m -> m.user.equals(FakeSlack.BOT)).getFirst();
    slack.write("DANNA", ANNA, "And on Mondays?", card.ts);
    world.timer.until(() -> world.debate("debate-1").rulings().size() == 2);
    world.settled("debate-1");
    slack.write("DANNA", ANNA, "help", null);
    slack.await(() -> slack.all(m -> m.text.contains("/roundtable new")).size() == 1);
  }

  @Test
  void eachFollowUpGetsItsEyesAndAnAsideNone() throws Exception {
    var card = asked();
    var aside = slack.write(CHANNEL, BEN, "// lunch?", card.ts);
    var said = slack.write(CHANNEL, BEN, "Mind the costs.", card.ts);
    slack.await(() -> slack.reactions.contains(said.ts + " eyes"));
    assertThat(slack.reactions).doesNotContain(aside.ts + " eyes");
  }

  @Test
  void theSameEventTenTimesIsOneArgument() throws Exception {
    var card = asked();
    var said = slack.add(CHANNEL, BEN, "Mind the costs.", card.ts);
    IntStream.range(0, 10).forEach(_ -> slack.deliverMessage(said));
    world.timer.until(() -> world.debate("debate-1").waitingFollowUps().size() == 1);
    world.kill();
    world.start();
    slack.deliverMessage(said);
    slack.write(CHANNEL, CARL, "And the time.", card.ts);
    world.timer.until(() -> world.debate("debate-1").waitingFollowUps().size() > 1);
    assertThat(world.debate("debate-1").waitingFollowUps())
        .extracting(asked -> asked.person().name())
        .containsExactly("Ben", "Carl");
  }

  @Test
  void anEditAJoinABotAndTheBotItselfAreNoArguments() throws Exception {
    var card = asked();
    var said = slack.add(CHANNEL, BEN, "edited", card.ts);
    var json = new ObjectMapper();
    var edit = json.createObjectNode().put("type", "message").put("subtype", "message_changed");
    edit.put("channel", CHANNEL).put("ts", slack.ts());
    edit.set("message", slack.event("message", said));
    slack.event(edit);
    slack.event(slack.event("message", said).put("subtype", "channel_join"));
    slack.event(slack.event("message", said).put("bot_id", "BOTHER"));
    slack.event(slack.event("message", said).put("user", FakeSlack.BOT).put("bot_id", "B1"));
    slack.write(CHANNEL, CARL, "And the time.", card.ts);
    world.timer.until(() -> !world.debate("debate-1").waitingFollowUps().isEmpty());
    assertThat(world.debate("debate-1").waitingFollowUps())
        .extracting(asked -> asked.person().name())
        .containsExactly("Carl");
  }

  @Test
  void aHistoryOfLongQuestionsIsStillSaid() throws Exception {
    for (int i = 1; i <= 5; i++) {
      slack.command(CHANNEL, ANNA, "Should we (" + i + "): " + "x y ".repeat(900) + "| Yes | No");
      world.settled("debate-" + i);
    }
    slack.command(CHANNEL, ANNA, "history");
    told("Should we (1)");
    assertThat(slack.refused).isEmpty();
  }

  @Test
  void aDeletedArgumentIsTakenBackAndADeletedCardStopsTheDebate() throws Exception {
    var card = asked();
    var said = slack.write(CHANNEL, BEN, "Mind the costs.", card.ts);
    world.timer.until(() -> world.debate("debate-1").waitingFollowUps().size() == 1);
    slack.delete(said);
    world.timer.until(() -> !world.debate("debate-1").withdrawn().isEmpty());
    world.settled("debate-1");
    slack.command(CHANNEL, ANNA, QUESTION);
    // No time passes until it is stopped, so that nobody has voted yet.
    slack.await(() -> world.isPosted("debate-2"));
    var second = slack.all(m -> m.thread == null).getLast();
    slack.delete(second);
    slack.await(() -> world.debate("debate-2").settled());
    world.settled("debate-2");
    assertThat(world.debate("debate-2").tally().votes()).isZero();
  }

  @Test
  void onlyWhoMayStopsOrDeletes() throws Exception {
    slack.command(CHANNEL, ANNA, QUESTION);
    slack.await(() -> !slack.inChannel(CHANNEL).isEmpty());
    var card = slack.inChannel(CHANNEL).getFirst();
    slack.press(card, BEN, "Stop");
    told("Only Anna, admins and moderators");
    slack.press(card, CHIEF, "Stop");
    world.settled("debate-1");
  }

  @Test
  void guestsAndStrangersDoNotStartRounds() throws Exception {
    slack.people.put("UG", new FakeSlack.Someone("Gus", false, true, false, false));
    slack.people.put("US", new FakeSlack.Someone("Sue", false, false, true, false));
    slack.command(CHANNEL, "UG", QUESTION);
    told("Guests and people of other organisations");
    slack.asides.clear();
    slack.command(CHANNEL, "US", QUESTION);
    told("Guests and people of other organisations");
    slack.command(CHANNEL, "UNKNOWN", QUESTION);
    slack.await(() -> slack.asides.size() == 2);
    assertThat(slack.inChannel(CHANNEL)).isEmpty();
  }

  @Test
  void whereTheBotIsNotItSaysWhatHelps() throws Exception {
    slack.channel("CPRIVATE").isPrivate = true;
    slack.channel("CPRIVATE").botIsIn = false;
    slack.command("CPRIVATE", ANNA, QUESTION);
    world.timer.until(
        () -> slack.asides.stream().anyMatch(a -> a.text().contains("/invite @roundtable")));
    slack.asides.clear();
    slack.channel("COPEN").botIsIn = false;
    slack.command("COPEN", ANNA, QUESTION);
    world.timer.until(() ->
        slack.asides.stream()
            .anyMatch(a -> a.text().contains("replies in the thread are not heard")));
    world.settled("debate-2");
    assertThat(slack.inChannel("COPEN")).hasSize(2);
  }

  @Test
  void whoeverDeliversTheAskerHearsOnceThatTheBotIsNotThere() throws Exception {
    slack.channel("CPRIVATE").isPrivate = true;
    slack.channel("CPRIVATE").botIsIn = false;
    slack.next("chat.postMessage", new FakeWebApi.Fault.Limited(600));
    slack.command("CPRIVATE", ANNA, QUESTION);
    slack.await(() -> slack.calls.contains("chat.postMessage"));
    world.kill();
    world.start();
    world.bot().sessions().wake(new DebateId("debate-1"));
    world.timer.until(() -> !toldDirectly().isEmpty());
    world.settled("debate-1");
    assertThat(toldDirectly()).hasSize(1);
    assertThat(toldDirectly().getFirst().text).contains("/invite @roundtable");
    assertThat(slack.asides).noneMatch(aside -> aside.text().contains("/invite"));
  }

  private List<FakeMessage> toldDirectly() {
    return slack.all(m -> m.channel.equals("D" + ANNA));
  }

  @Test
  void aChannelThatIsArchivedInTheMiddleOfADebateIsNamedToTheAskerOnce() throws Exception {
    slack.command(CHANNEL, ANNA, QUESTION);
    slack.await(() -> !slack.inChannel(CHANNEL).isEmpty());
    slack.channel(CHANNEL).archived = true;
    world.timer.until(() -> !slack.asides.isEmpty());
    world.settled("debate-1");
    assertThat(slack.asides).hasSize(1);
    assertThat(slack.lastAside().text()).contains("The channel is archived");
    assertThat(toldDirectly()).isEmpty();
  }

  @Test
  void aReplyToYesterdaysDebateWorksAfterARestart() throws Exception {
    var card = asked();
    world.kill();
    world.timer.pass(Duration.ofHours(30));
    world.start();
    slack.write(CHANNEL, ANNA, "And on Mondays?", card.ts);
    world.timer.until(() -> world.debate("debate-1").rulings().size() == 2);
    world.settled("debate-1");
    assertThat(SlackReading.of(slack, slack.inThread(card))).contains("Anna added**: And on Mon");
  }

  @Test
  void aTeamCanVoteForADayAndNoLonger() throws Exception {
    var card = asked();
    world.timer.pass(Duration.ofHours(23));
    slack.press(card, BEN, "A · Yes");
    told("is counted");
    world.timer.pass(Duration.ofHours(2));
    slack.press(card, CARL, "A · Yes");
    told("24 hours");
    assertThat(world.debate("debate-1").teamVotes()).hasSize(1);
  }

  @Test
  void nobodyButTheAskerAndThoseInChargeDeletesOrRunsAgain() throws Exception {
    var card = asked();
    slack.press(card, BEN, "Run Again");
    told("Only Anna, admins and moderators");
    slack.asides.clear();
    var verdict =
        slack.inThread(card).stream()
            .filter(message -> message.blocks.toString().contains("\"Delete\""))
            .findFirst();
    slack.press(verdict.orElseThrow(), BEN, "Delete");
    told("Only Anna, admins and moderators");
    assertThat(world.bot().desk().find(new DebateId("debate-2"))).isEmpty();
    assertThat(slack.inChannel(CHANNEL)).hasSize(2).noneMatch(message -> message.deleted);
  }

  @Test
  void anArchivedChannelIsNamed() throws Exception {
    slack.channel("COLD").archived = true;
    slack.command("COLD", ANNA, QUESTION);
    world.timer.until(() -> slack.asides.stream().anyMatch(a -> a.text().contains("archived")));
  }

  @Test
  void aUsedUpResponseUrlIsReplacedByAnAside() throws Exception {
    slack.next("chat.postEphemeral", new FakeWebApi.Fault.Refused("user_not_in_channel"));
    slack.mention(CHANNEL, ANNA, "help", null);
    slack.await(() -> slack.all(m -> m.channel.equals("D" + ANNA)).size() == 1);
    slack.mention(CHANNEL, ANNA, "panels", null);
    told("three: 3 seats");
  }

  @Test
  void whatIsReadInFullOpensOverTheChat() throws Exception {
    var card = asked();
    var verdict =
        slack.inThread(card).stream()
            .filter(m -> m.blocks.toString().contains("Transcript"))
            .reduce((_, last) -> last)
            .orElseThrow();
    slack.press(verdict, BEN, "Transcript");
    slack.await(() -> !slack.views.isEmpty());
    assertThat(SlackReading.blocks(slack, slack.lastView().path("blocks")))
        .contains("Ada", "Because.", "All agree.");
    slack.next("views.open", new FakeWebApi.Fault.Refused("expired_trigger_id"));
    slack.press(verdict, BEN, "Transcript");
    told("took too long");
  }

  @Test
  void anAdminChoosesWhatHoldsInAChannel() throws Exception {
    slack.command(CHANNEL, BEN, "settings");
    told("Only admins");
    slack.command(CHANNEL, CHIEF, "settings");
    slack.await(() -> !slack.views.isEmpty());
    slack.submit(slack.lastView(), CHIEF, Map.of("style", "DIGEST", "askers", "ADMINS"));
    told("Saved for this channel");
    slack.command(CHANNEL, ANNA, QUESTION);
    told("Only admins and moderators can start rounds");
    slack.command(CHANNEL, CHIEF, QUESTION);
    world.settled("debate-1");
    var card = slack.inChannel(CHANNEL).getFirst();
    assertThat(slack.inThread(card)).hasSize(3);
  }

  @Test
  void theHomePageListsWhatThePersonAskedWithALinkAndStartsADebate() throws Exception {
    var card = asked();
    slack.openHome(ANNA);
    slack.await(() -> slack.homes.containsKey(ANNA));
    var page = SlackReading.blocks(slack, slack.home(ANNA).path("blocks"));
    assertThat(page)
        .contains(
            "Should we?<https://acme.slack.com/archives/C1/p" + card.ts.replace(".", "") + ">",
            "three: 3 seats",
            "$0.12 of $5.00",
            "can be wrong");
    slack.pressAtHome(ANNA, "Start a Debate");
    slack.await(() -> !slack.views.isEmpty());
    slack.submit(
        slack.lastView(),
        ANNA,
        Map.of("question", "Again?", "options", "Yes\nNo", "conversation", CHANNEL));
    world.settled("debate-2");
    slack.globalShortcut(BEN);
    slack.await(() -> slack.views.size() == 2);
    slack.openHome(DORA);
    slack.await(() -> slack.homes.containsKey(DORA));
    assertThat(SlackReading.blocks(slack, slack.home(DORA).path("blocks")))
        .doesNotContain("Should we?");
  }

  @Test
  void aBrokenSocketIsOpenedAgainAndWhatWasNotAcknowledgedComesAgain() throws Exception {
    slack.socket.refresh();
    slack.socket.tear();
    var card = asked();
    slack.socket.tear();
    var said = slack.write(CHANNEL, BEN, "Mind the costs.", card.ts);
    slack.await(() -> slack.reactions.contains(said.ts + " eyes"));
    assertThat(slack.socket.connections.get()).isGreaterThan(1);
    assertThat(world.bot().fronts().getFirst().trouble()).isEmpty();
  }

  @Test
  void anOutageOfTheApiLosesAndDoublesNothing() throws Exception {
    slack.next(
        "chat.postMessage",
        new FakeWebApi.Fault.DoneThenStatus(500),
        new FakeWebApi.Fault.HangUp(),
        new FakeWebApi.Fault.Limited(4),
        new FakeWebApi.Fault.Refused("internal_error"),
        new FakeWebApi.Fault.DoneThenHangUp());
    slack.next(
        "chat.update",
        new FakeWebApi.Fault.Limited(2),
        new FakeWebApi.Fault.Status(503, ""),
        new FakeWebApi.Fault.HangUp());
    var card = asked();
    assertThat(slack.inChannel(CHANNEL)).hasSize(2);
    assertThat(slack.inThread(card)).hasSize(3 + 1 + 1);
    assertThat(SlackReading.of(slack, slack.inChannel(CHANNEL))).contains("Yes: 3 of 3 seats");
  }

  private void share(String channel, String user, FakeMessage card) {
    var shared = slack.add(channel, user, "", card.ts);
    slack.event(slack.event("message", shared).put("subtype", "file_share"));
  }

  @Test
  void aFileStartsNothingAndItsPosterIsTold() throws Exception {
    var card = asked();
    share(CHANNEL, BEN, card);
    share(CHANNEL, ANNA, card);
    told("The panel reads words alone");
    slack.write(CHANNEL, ANNA, "And on Mondays?", card.ts);
    world.timer.until(() -> world.debate("debate-1").rulings().size() == 2);
    world.settled("debate-1");
    assertThat(world.debate("debate-1").rulings()).hasSize(2);
  }

  @Test
  void toCallTheBotWithoutAWordIsToAskForARound() throws Exception {
    var card = asked();
    slack.mention(CHANNEL, ANNA, "", card.ts);
    world.timer.until(() -> world.debate("debate-1").rulings().size() == 2);
  }
}
