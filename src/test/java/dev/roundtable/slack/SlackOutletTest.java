package dev.roundtable.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.chat.Exhibit;
import dev.roundtable.chat.Exhibits;
import dev.roundtable.chat.Message;
import dev.roundtable.chat.Speaker;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.LookUp;
import dev.roundtable.delivery.Outcome;
import dev.roundtable.delivery.Outlet;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.RemoteId;
import dev.roundtable.transcript.Block;
import dev.roundtable.transcript.Section;
import dev.roundtable.transcript.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Slack says, broken or not, becomes an outcome that says what happened and what helps. */
@Timeout(60)
class SlackOutletTest {
  private static final DebateId DEBATE = new DebateId("debate-1");
  private static final Venue VENUE =
      new Venue("slack", "T1", "C1", null, Venue.Reach.PUBLIC, Venue.Style.VOICES, "en");
  private static final String MARK = "0123456789abcdef0123";
  private final IdleTimer timer = new IdleTimer();
  private final FakeSlack slack;
  private final SlackOutlet outlet;

  SlackOutletTest() throws Exception {
    slack = new FakeSlack(timer::now);
    outlet = new SlackOutlet(new SlackApi(slack.settings()), new Pictures());
  }

  @BeforeEach
  void aChannel() {
    slack.channel("C1");
  }

  @AfterEach
  void close() {
    slack.close();
  }

  /** Pictures of three bytes. */
  private static final class Pictures implements Exhibits {
    @Override
    public Exhibit of(Debate debate, int verdict) {
      throw new IllegalStateException("nobody asks here");
    }

    @Override
    public Optional<byte[]> picture(DebateId debate, int verdict) {
      return Optional.of(new byte[] {'P', 'N', 'G'});
    }
  }

  private static Destination to(RemoteId anchor) {
    return new Destination(DEBATE, VENUE, anchor);
  }

  private static Destination first() {
    return new Destination(DEBATE, VENUE, null);
  }

  private static Post card() {
    return card(false);
  }

  private static Post card(boolean rich) {
    var now = Instant.parse("2026-11-23T09:00:00Z");
    var seat =
        new Message.SeatLine(new SeatId("s1"), "Ada", Message.SeatLine.Mark.WAITING, "waits");
    var card =
        new Message.Card(
            "Is it?",
            Message.Phase.RUNNING,
            "Round 1",
            List.of(),
            List.of(seat),
            List.of("Asked by Anna"),
            now,
            now,
            now,
            List.of(),
            List.of());
    return new SlackRenderer(rich).render(card, VENUE).getFirst();
  }

  private static Post voice() {
    var section =
        new Section(
            "round-1/s1",
            Section.Weight.DETAIL,
            List.of(new Span.SeatName(new SeatId("s1"), "Ada"), Span.plain(" · Yes")),
            List.of(Block.paragraph("Because.")));
    var part =
        new Message.Part(
            "round-1/s1",
            new Speaker(new SeatId("s1"), "Ada", 0),
            List.of(section),
            List.of(),
            false);
    return new SlackRenderer(false).render(part, VENUE).getFirst();
  }

  private RemoteId anchor() {
    return ((Outcome.Done) outlet.send(first(), card(), MARK)).message();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not_in_channel|The bot is not in this channel. Type /invite @roundtable",
        "channel_not_found|The bot cannot see this channel. Type /invite @roundtable",
        "is_archived|The channel is archived.",
        "restricted_action|An admin can change who may post",
        "restricted_action_thread_locked|The thread is locked",
        "team_access_not_granted|not installed in this workspace",
        "ekm_access_denied|key management",
        "some_new_error|Slack refused: some_new_error."
      })
  void aRefusalSaysTheCauseAndWhatHelps(String error, String sentence) {
    slack.next("chat.postMessage", new FakeWebApi.Fault.Refused(error));
    var outcome = outlet.send(first(), card(), MARK);
    assertThat(((Outcome.Refused) outcome).reason()).contains(sentence);
  }

  @ParameterizedTest
  @CsvSource({"ratelimited", "service_unavailable", "token_revoked", "invalid_auth"})
  void whatPassesIsTriedAgainLater(String error) {
    slack.next("chat.postMessage", new FakeWebApi.Fault.Refused(error));
    assertThat(outlet.send(first(), card(), MARK)).isInstanceOf(Outcome.Later.class);
    assertThat(slack.inChannel("C1")).isEmpty();
  }

  @Test
  void aLimitIsWaitedForAsLongAsSlackSays() {
    slack.next("chat.postMessage", new FakeWebApi.Fault.Limited(17));
    assertThat(((Outcome.Later) outlet.send(first(), card(), MARK)).after())
        .isEqualTo(Duration.ofSeconds(17));
  }

  @Test
  void aLostAnswerIsFoundAgainByItsMark() {
    slack.next("chat.postMessage", new FakeWebApi.Fault.DoneThenHangUp());
    assertThat(outlet.send(first(), card(), MARK)).isInstanceOf(Outcome.Unsure.class);
    var there = slack.inChannel("C1").getFirst();
    assertThat(outlet.lookUp(first(), Post.Place.CHANNEL, MARK, timer.now()))
        .isEqualTo(new LookUp.Found(new RemoteId(there.ts)));
    assertThat(outlet.lookUp(first(), Post.Place.CHANNEL, "f".repeat(20), timer.now()))
        .isEqualTo(new LookUp.Absent());
  }

  @Test
  void aPostWhoseAnswerIsLostOnAUsedConnectionIsNotSentAgainUnseen() {
    anchor();
    slack.next("chat.postMessage", new FakeWebApi.Fault.DoneThenHangUp());
    assertThat(outlet.send(first(), card(), MARK)).isInstanceOf(Outcome.Unsure.class);
    assertThat(slack.inChannel("C1")).hasSize(2);
  }

  @Test
  void aLostAnswerInTheThreadIsFoundBehindManyOthers() {
    var anchor = anchor();
    slack.next("chat.postMessage", new FakeWebApi.Fault.DoneThenStatus(500));
    assertThat(outlet.send(to(anchor), voice(), "a".repeat(20))).isInstanceOf(Outcome.Unsure.class);
    for (int i = 0; i < 450; i++) {
      slack.add("C1", "U1", "chatter", anchor.value());
    }
    assertThat(outlet.lookUp(to(anchor), Post.Place.THREAD, "a".repeat(20), timer.now()))
        .isInstanceOf(LookUp.Found.class);
    slack.next("conversations.replies", new FakeWebApi.Fault.Limited(9));
    assertThat(outlet.lookUp(to(anchor), Post.Place.THREAD, "a".repeat(20), timer.now()))
        .isInstanceOf(LookUp.Unknown.class);
  }

  @Test
  void anOutageBeforeAnythingIsDoneIsUnsureAndThenAbsent() {
    slack.next("chat.postMessage", new FakeWebApi.Fault.Status(503, "<html>down</html>"));
    assertThat(outlet.send(first(), card(), MARK)).isInstanceOf(Outcome.Unsure.class);
    slack.next("chat.postMessage", new FakeWebApi.Fault.Status(200, "<html>login</html>"));
    assertThat(outlet.send(first(), card(), MARK)).isInstanceOf(Outcome.Unsure.class);
    slack.next("conversations.history", new FakeWebApi.Fault.Status(502, ""));
    assertThat(outlet.lookUp(first(), Post.Place.CHANNEL, MARK, timer.now()))
        .isInstanceOf(LookUp.Unknown.class);
    assertThat(outlet.lookUp(first(), Post.Place.CHANNEL, MARK, timer.now()))
        .isEqualTo(new LookUp.Absent());
  }

  @Test
  void whereNobodyListensNothingWasDone() {
    slack.close();
    assertThat(outlet.send(first(), card(), MARK)).isInstanceOf(Outcome.Later.class);
  }

  @Test
  void whereTheBotMayNotReadALookUpFindsNothing() {
    slack.channel("C1").botIsIn = false;
    assertThat(outlet.lookUp(first(), Post.Place.CHANNEL, MARK, timer.now()))
        .isEqualTo(new LookUp.Absent());
    slack.channel("C1").botIsIn = true;
    slack.scopes.remove("channels:history");
    assertThat(outlet.lookUp(first(), Post.Place.CHANNEL, MARK, timer.now()))
        .isEqualTo(new LookUp.Absent());
  }

  @Test
  void aMissingScopeIsNamed() {
    slack.scopes.remove("chat:write");
    assertThat(((Outcome.Refused) outlet.send(first(), card(), MARK)).reason())
        .contains("lacks the scope chat:write", "OAuth & Permissions");
  }

  @Test
  void withoutTheRightToNamesASeatIsNamedInBold() {
    slack.scopes.remove("chat:write.customize");
    var fresh = new SlackOutlet(new SlackApi(slack.settings()), new Pictures());
    var anchor = ((Outcome.Done) fresh.send(first(), card(), MARK)).message();
    var voice = ((Outcome.Done) fresh.send(to(anchor), voice(), "b".repeat(20))).message();
    assertThat(fresh.edit(to(anchor), voice(), voice)).isInstanceOf(Outcome.Done.class);
    var said = slack.find("C1", voice.value()).orElseThrow();
    assertThat(said.username).isEmpty();
    assertThat(SlackReading.of(slack, List.of(said))).contains("**Ada**");
  }

  @Test
  void theRightToNamesMayBeMissingThoughSlackNeverSaidSo() {
    slack.next(
        "chat.postMessage",
        new FakeWebApi.Fault.Status(
            200, "{\"ok\":false,\"error\":\"missing_scope\",\"needed\":\"chat:write.customize\"}"));
    assertThat(outlet.send(first(), voice(), MARK)).isInstanceOf(Outcome.Done.class);
    assertThat(slack.inChannel("C1").getFirst().username).isEmpty();
  }

  @Test
  void aSeatSpeaksUnderItsNameWithItsOwnColour() {
    var anchor = anchor();
    outlet.send(to(anchor), voice(), "c".repeat(20));
    var said = slack.all(m -> m.thread != null).getFirst();
    assertThat(said.username).isEqualTo("Ada");
    assertThat(said.icon).isEqualTo(":large_blue_circle:");
  }

  @Test
  void whereRichBlocksAreUnknownThePlainOnesGo() {
    slack.richBlocks = false;
    assertThat(outlet.send(first(), card(true), MARK)).isInstanceOf(Outcome.Done.class);
    assertThat(SlackReading.of(slack, slack.inChannel("C1"))).contains("○ **Ada** waits");
    slack.richBlocks = true;
    var id = new RemoteId(slack.inChannel("C1").getFirst().ts);
    assertThat(outlet.edit(first(), card(true), id)).isInstanceOf(Outcome.Done.class);
    assertThat(SlackReading.of(slack, slack.inChannel("C1"))).contains("plan: Round 1");
  }

  @Test
  void whereNoBlocksAreTakenTheWordsGo() {
    slack.next("chat.postMessage", new FakeWebApi.Fault.Refused("invalid_blocks"));
    assertThat(outlet.send(first(), card(), MARK)).isInstanceOf(Outcome.Done.class);
    assertThat(SlackReading.of(slack, slack.inChannel("C1"))).contains("Round 1: Is it?");
  }

  @Test
  void aDeletedMessageIsGone() {
    var anchor = anchor();
    assertThat(outlet.delete(first(), Post.Place.CHANNEL, anchor)).isInstanceOf(Outcome.Done.class);
    assertThat(outlet.edit(first(), card(), anchor)).isInstanceOf(Outcome.Gone.class);
    assertThat(outlet.delete(first(), Post.Place.CHANNEL, anchor)).isInstanceOf(Outcome.Gone.class);
    assertThat(outlet.send(to(anchor), voice(), MARK)).isInstanceOf(Outcome.Gone.class);
  }

  @Test
  void anEditThatWasLostIsMadeAgain() {
    var anchor = anchor();
    slack.next("chat.update", new FakeWebApi.Fault.HangUp());
    assertThat(outlet.edit(first(), card(), anchor)).isInstanceOf(Outcome.Later.class);
    slack.next("chat.update", new FakeWebApi.Fault.Refused("fatal_error"));
    assertThat(outlet.edit(first(), card(), anchor)).isInstanceOf(Outcome.Later.class);
    assertThat(outlet.edit(first(), card(), anchor)).isEqualTo(new Outcome.Done(anchor));
  }

  @Test
  void anInternalErrorOfSlackMayHavePosted() {
    slack.next("chat.postMessage", new FakeWebApi.Fault.Refused("internal_error"));
    assertThat(outlet.send(first(), card(), MARK)).isInstanceOf(Outcome.Unsure.class);
  }

  @Test
  void aRefusedCardIsToldToWhoeverAskedEitherWayRound() throws Exception {
    slack.channel("C1").archived = true;
    outlet.send(first(), card(), MARK);
    var after = new CompletableFuture<String>();
    outlet.refusals().tell(DEBATE, after::complete);
    assertThat(after.get()).contains("archived");
    var before = new CompletableFuture<String>();
    outlet.refusals().tell(DEBATE, before::complete);
    outlet.send(first(), card(), MARK);
    assertThat(before.get()).contains("archived");
  }

  @Test
  void aDebateThatWasAskedInAThreadStaysThere() {
    var root = slack.add("C1", "U1", "what now", null);
    var venue =
        new Venue("slack", "T1", "C1", root.ts, Venue.Reach.PUBLIC, Venue.Style.VOICES, "en");
    var destination = new Destination(DEBATE, venue, null);
    outlet.send(destination, card(), MARK);
    assertThat(slack.inThread(root)).hasSize(1);
    assertThat(slack.inChannel("C1")).hasSize(1);
    assertThat(outlet.lookUp(destination, Post.Place.CHANNEL, MARK, timer.now()))
        .isInstanceOf(LookUp.Found.class);
  }

  @Test
  void ratesAreThoseOfTheChannelAndOfTheWorkspace() {
    assertThat(outlet.rates(first(), Outlet.Action.SEND).getFirst().bucket())
        .isEqualTo("slack:T1:C1");
    var edits = outlet.rates(first(), Outlet.Action.EDIT).getFirst();
    assertThat(Duration.ofMinutes(1).dividedBy(edits.interval()) + edits.burst())
        .isLessThanOrEqualTo(50);
    assertThat(outlet.editGap()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void postsAtTheirRateAreNeverRefused() throws Exception {
    var sent = new ArrayList<Outcome>();
    for (int i = 0; i < 10; i++) {
      sent.add(outlet.send(first(), card(), MARK));
      timer.pass(Duration.ofSeconds(1));
    }
    assertThat(sent).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Outcome.Done.class));
    assertThat(slack.limited).isEmpty();
  }

  @Test
  void anInterruptedPostEndsAndIsUnsure() throws Exception {
    slack.next("chat.postMessage", new FakeWebApi.Fault.Silence());
    var outcome = new CompletableFuture<Outcome>();
    var poster =
        Thread.ofVirtual().start(() -> outcome.complete(outlet.send(first(), card(), MARK)));
    slack.await(() -> slack.calls.contains("chat.postMessage"));
    poster.interrupt();
    assertThat(outcome.get()).isInstanceOf(Outcome.Unsure.class);
  }

  private static Post counted() {
    var counts =
        new Block.Counts(
            List.of(
                new Block.CountLine('A', "Yes", 4, 0.667, "", true),
                new Block.CountLine('B', "No & <no>", 2, 0.333, "", false)));
    var section =
        new Section(
            "verdict-1",
            Section.Weight.LEAD,
            List.of(Span.plain("Yes: 4 of 6")),
            List.of(counts, Block.paragraph("It ended.")));
    var part = new Message.Part("verdict-1", null, List.of(section), List.of(), true);
    return new SlackRenderer(true).render(part, VENUE).getFirst();
  }

  @Test
  void countsAreATableWhereTheWorkspaceShowsOne() {
    outlet.send(to(anchor()), counted(), MARK);
    var shown = slack.all(message -> message.thread != null).getFirst();
    assertThat(SlackReading.of(slack, List.of(shown)))
        .contains("Option | Votes | %", "A Yes | 4 | ███████░░░", "B No & <no> | 2 |", "It ended.");
    assertThat(slack.refused).isEmpty();
  }

  @Test
  void countsAreLinesWhereItDoesNot() {
    slack.richBlocks = false;
    outlet.send(to(anchor()), counted(), MARK);
    var shown = slack.all(message -> message.thread != null).getFirst();
    assertThat(SlackReading.of(slack, List.of(shown)))
        .doesNotContain("Option | Votes")
        .contains("A Yes", "· 4", "It ended.");
    assertThat(slack.refused).hasSize(1);
  }
}
