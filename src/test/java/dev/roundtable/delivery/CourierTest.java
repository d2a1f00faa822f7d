package dev.roundtable.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roundtable.archive.MemoryArchive;
import dev.roundtable.archive.MemoryDeliveryLog;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Delivery.State;
import dev.roundtable.delivery.FakeChat.Mishap;
import dev.roundtable.delivery.Post.Place;
import dev.roundtable.session.Lease;
import dev.roundtable.session.SettableTimer;
import dev.roundtable.session.StoreException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class CourierTest {
  private static final DebateId ID = new DebateId("debate-1");
  private static final DebateId OTHER = new DebateId("debate-2");
  private static final Venue VENUE =
      new Venue("fake", "T1", "C1", null, Venue.Reach.PUBLIC, Venue.Style.VOICES, "en");
  private static final Post CARD = new Post(Post.ANCHOR, Place.CHANNEL, "card 1", false);
  private static final Post VOICE = new Post("r1.s1", Place.THREAD, "voice", false);
  private static final Post VERDICT = new Post("v1", Place.CHANNEL, "verdict", false);

  private final SettableTimer timer = new SettableTimer();
  private final FakeChat chat = new FakeChat(timer);
  private final MemoryArchive archive = new MemoryArchive(timer::now);
  private final FailingLog log = new FailingLog(new MemoryDeliveryLog(archive, timer::now));
  private final Courier courier = courier();
  private final Lease lease = archive.lease(ID);

  private Courier courier() {
    return new Courier(Map.of("fake", chat), log, timer);
  }

  private static Post card(String text) {
    return new Post(Post.ANCHOR, Place.CHANNEL, text, false);
  }

  private void show(Post... posts) {
    courier.show(lease, ID, VENUE, List.of(posts));
  }

  private void shown() {
    shown(courier);
  }

  private static void shown(Courier by) {
    by.shown(ID).join();
  }

  private void pass(Duration time) throws InterruptedException {
    timer.awaitAlarmIn(time);
    timer.advance(time);
  }

  private Delivery row(Post post) {
    return log.read(ID).stream()
        .filter(row -> row.key().equals(post.key()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void postsComeInOrderAtTheRateOfTheChannel() throws InterruptedException {
    show(CARD, VOICE, VERDICT);
    pass(FakeChat.SEND_EVERY);
    assertThat(courier.shown(ID)).isNotDone();
    pass(FakeChat.SEND_EVERY);
    shown();

    assertThat(chat.texts(ID)).containsExactly("card 1", "voice", "verdict");
    assertThat(chat.breaches()).isEmpty();
    assertThat(log.read(ID)).extracting(Delivery::state).containsOnly(State.SENT);
  }

  @Test
  void whatIsShownAgainAsItIsCostsNothing() {
    show(CARD);
    shown();
    show(CARD);
    shown();

    assertThat(chat.calls()).containsExactly("send card");
  }

  @Test
  void ofManyChangesTheLatestIsMadeOnceTheGapIsOver() throws InterruptedException {
    show(CARD);
    shown();
    for (int i = 2; i < 9; i++) {
      show(card("card " + i));
    }
    pass(FakeChat.GAP);
    shown();

    assertThat(chat.texts(ID)).containsExactly("card 8");
    assertThat(chat.calls()).containsExactly("send card", "edit card");
  }

  @Test
  void whatIsNotShownAnyMoreIsTakenAwayAfterTheRestWasBroughtUpToDate()
      throws InterruptedException {
    show(CARD, VOICE, VERDICT);
    pass(FakeChat.SEND_EVERY);
    pass(FakeChat.SEND_EVERY);
    shown();
    show(CARD, VERDICT);
    shown();

    assertThat(chat.texts(ID)).containsExactly("card 1", "verdict");
    assertThat(log.read(ID)).extracting(Delivery::key).containsExactly(CARD.key(), VERDICT.key());

    show(CARD, VOICE, VERDICT);
    pass(FakeChat.SEND_EVERY);
    shown();
    assertThat(chat.texts(ID)).containsExactly("card 1", "verdict", "voice");
    assertThat(chat.breaches()).isEmpty();
  }

  @Test
  void anEndIsWorthMoreThanTheGap() {
    show(CARD);
    shown();
    show(new Post(Post.ANCHOR, Place.CHANNEL, "the end", true));
    shown();

    assertThat(chat.texts(ID)).containsExactly("the end");
  }

  @Test
  void anEditThatWaitsKeepsBackNoPost() throws InterruptedException {
    show(CARD);
    shown();
    show(card("card 2"), VOICE);
    pass(FakeChat.SEND_EVERY);
    timer.awaitAlarmIn(FakeChat.GAP.minus(FakeChat.SEND_EVERY));
    assertThat(chat.texts(ID)).containsExactly("card 1", "voice");
    pass(FakeChat.GAP.minus(FakeChat.SEND_EVERY));
    shown();

    assertThat(chat.texts(ID)).containsExactly("card 2", "voice");
    assertThat(chat.breaches()).isEmpty();
  }

  @Test
  void aPostThatWaitsKeepsBackNoEdit() throws InterruptedException {
    show(CARD);
    shown();
    timer.advance(FakeChat.GAP);
    chat.next(new Mishap.Answers(new Outcome.Later(Duration.ofMinutes(5), "Slow down.")));
    show(card("card 2"), VOICE);
    timer.awaitAlarmIn(Duration.ofMinutes(5));

    assertThat(chat.texts(ID)).containsExactly("card 2");
  }

  @Test
  void twoDebatesShareTheRateOfTheirChannel() throws InterruptedException {
    show(CARD);
    shown();
    courier.show(archive.lease(OTHER), OTHER, VENUE, List.of(CARD));
    pass(FakeChat.SEND_EVERY);
    courier.shown(OTHER).join();

    assertThat(chat.breaches()).isEmpty();
    assertThat(chat.messages()).hasSize(2);
  }

  @Test
  void theTimeThatThePlatformAsksForIsKept() throws InterruptedException {
    chat.next(new Mishap.Answers(new Outcome.Later(Duration.ofSeconds(90), "Slow down.")));
    show(CARD);
    timer.awaitAlarmIn(Duration.ofSeconds(90));
    assertThat(row(CARD).state()).isEqualTo(State.PENDING);
    pass(Duration.ofSeconds(90));
    shown();

    assertThat(chat.texts(ID)).containsExactly("card 1");
    assertThat(chat.breaches()).isEmpty();
  }

  @Test
  void anOutageIsTriedMoreAndMoreSeldomAndAtLeastEveryMinute() throws InterruptedException {
    var down = new Mishap.Answers(new Outcome.Later(Duration.ZERO, "It is down."));
    chat.next(down, down, down, down, down, down, down, down, down, down);
    show(CARD);
    pass(Duration.ofMillis(500));
    // The rate of the channel, which is used up by a post that was not taken.
    pass(Duration.ofMillis(500));
    pass(Duration.ofSeconds(1));
    for (int seconds : new int[] {2, 4, 8, 16, 32, 60, 60, 60}) {
      pass(Duration.ofSeconds(seconds));
    }
    shown();

    assertThat(chat.texts(ID)).containsExactly("card 1");
  }

  @Test
  void aPostWhoseAnswerIsLostIsLookedUpAndNotPostedTwice() throws InterruptedException {
    chat.next(new Mishap.AnswerLost());
    show(CARD, VOICE);
    pass(Agenda.SETTLING);
    shown();

    assertThat(chat.calls()).containsExactly("send card", "look up", "send r1.s1");
    assertThat(chat.breaches()).isEmpty();
  }

  @Test
  void aPostThatNeverArrivedIsPostedAgainOnceThatIsCertain() throws InterruptedException {
    chat.next(new Mishap.NeverArrived());
    chat.nextLookUp(new LookUp.Unknown(Duration.ofSeconds(7), "Not now."));
    show(CARD);
    pass(Agenda.SETTLING);
    pass(Duration.ofSeconds(7));
    shown();

    assertThat(chat.calls()).containsExactly("send card", "look up", "look up", "send card");
    assertThat(chat.texts(ID)).containsExactly("card 1");
  }

  @Test
  void whatWasBeingSentWhenTheProcessDiedIsLookedUpAndThenBroughtUpToDate()
      throws InterruptedException {
    chat.next(new Mishap.DiesAfter());
    show(CARD);
    courier.shown(ID).exceptionally(_ -> null).join();
    var died = timer.now();
    timer.advance(Duration.ofHours(1));
    var next = courier();
    next.show(archive.lease(ID), ID, VENUE, List.of(card("card 2"), VOICE));
    pass(FakeChat.GAP);
    shown(next);

    assertThat(chat.texts(ID)).containsExactly("card 2", "voice");
    assertThat(chat.calls()).containsExactly("send card", "look up", "send r1.s1", "edit card");
    assertThat(chat.lookedUpSince()).isBetween(died.minus(Duration.ofMinutes(5)), died);
    assertThat(chat.breaches()).isEmpty();
  }

  @Test
  void aRefusedPostFailsWithItsReasonAndTheOthersCome() throws InterruptedException {
    show(CARD);
    shown();
    chat.next(new Mishap.Answers(new Outcome.Refused("Invite me.")));
    show(CARD, VOICE, VERDICT);
    pass(FakeChat.SEND_EVERY);
    pass(FakeChat.SEND_EVERY);
    shown();

    assertThat(row(VOICE).state()).isEqualTo(State.FAILED);
    assertThat(row(VOICE).reason()).isEqualTo("Invite me.");
    assertThat(chat.texts(ID)).containsExactly("card 1", "verdict");
  }

  @Test
  void withoutItsFirstPostNothingOfADebateIsPosted() {
    chat.next(new Mishap.Answers(new Outcome.Refused("Invite me.")));
    show(CARD, VOICE, VERDICT);
    shown();
    var next = courier();
    next.show(archive.lease(ID), ID, VENUE, List.of(CARD, VOICE, VERDICT));
    shown(next);

    assertThat(chat.calls()).containsExactly("send card");
    assertThat(row(CARD).reason()).isEqualTo("Invite me.");
  }

  @Test
  void aMessageThatSomebodyDeletedIsNotPostedAgain() throws InterruptedException {
    show(CARD, VOICE);
    pass(FakeChat.SEND_EVERY);
    shown();
    chat.deleteByHand(new RemoteId("m2"));
    show(CARD, new Post("r1.s1", Place.THREAD, "voice 2", true), VERDICT);
    pass(FakeChat.SEND_EVERY);
    shown();

    assertThat(chat.texts(ID)).containsExactly("card 1", "verdict");
    assertThat(row(VOICE).state()).isEqualTo(State.FAILED);
  }

  @Test
  void aDebateWhoseCardSomebodyDeletedIsLeftAlone() throws InterruptedException {
    show(CARD, VOICE);
    pass(FakeChat.SEND_EVERY);
    shown();
    chat.deleteByHand(new RemoteId("m1"));
    timer.advance(FakeChat.GAP);
    show(card("card 2"), VOICE);
    shown();
    show(card("card 3"), new Post("r1.s1", Place.THREAD, "voice 2", true), VERDICT);
    shown();

    assertThat(chat.calls()).containsExactly("send card", "send r1.s1", "edit card");
  }

  @Test
  void anEditThatIsRefusedIsNotTriedAgainButTheNextOneIs() {
    show(CARD);
    shown();
    timer.advance(FakeChat.GAP);
    chat.next(new Mishap.Answers(new Outcome.Refused("Too long.")));
    show(card("card 2"));
    shown();
    show(card("card 2"));
    shown();
    assertThat(chat.calls()).containsExactly("send card", "edit card");
    timer.advance(FakeChat.GAP);
    show(card("card 3"));
    shown();

    assertThat(chat.texts(ID)).containsExactly("card 3");
  }

  @Test
  void whoHasLostTheLeasePostsNothingAndWaitsForNothing() {
    archive.lease(ID);
    show(CARD);
    shown();

    assertThat(chat.calls()).isEmpty();
  }

  @Test
  void aLeaseTakenAgainInTheSameProcessGoesOnAndTheOldOneIsNotHeard() throws InterruptedException {
    show(CARD);
    shown();
    courier.show(archive.lease(ID), ID, VENUE, List.of(CARD, VOICE));
    show(CARD);
    pass(FakeChat.SEND_EVERY);
    shown();

    assertThat(chat.texts(ID)).containsExactly("card 1", "voice");
  }

  @Test
  void whatTheStoreDoesNotTakeIsTriedAgainAndLost() throws InterruptedException {
    log.failNext(new StoreException.Full(new IOException("no space")), 3);
    show(CARD);
    pass(Duration.ofMillis(500));
    pass(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(2));
    shown();

    assertThat(chat.calls()).containsExactly("send card");
  }

  @Test
  void aPostThatTheStoreCouldNotNoteIsNotedLaterAndNotPostedTwice() throws InterruptedException {
    log.failNextNote(new StoreException.Unsure(new IOException("reset")), 2);
    show(CARD);
    pass(Duration.ofMillis(500));
    pass(Duration.ofSeconds(1));
    shown();

    assertThat(chat.calls()).containsExactly("send card");
    assertThat(row(CARD).state()).isEqualTo(State.SENT);
  }

  @Test
  void aDebateThatIsRemovedLeavesNoPostAndNoRow() throws InterruptedException {
    show(CARD, VOICE);
    pass(FakeChat.SEND_EVERY);
    shown();
    var removed = courier.remove(archive.lease(ID), VENUE);
    pass(FakeChat.EDIT_EVERY);
    removed.join();

    assertThat(chat.messages()).isEmpty();
    assertThat(chat.calls()).containsSubsequence("delete m2", "delete m1");
    assertThat(log.read(ID)).isEmpty();
  }

  @Test
  void aPostThatMayBeThereIsRemovedToo() throws InterruptedException {
    chat.next(new Mishap.DiesAfter());
    show(CARD);
    courier.shown(ID).exceptionally(_ -> null).join();
    var removed = courier.remove(archive.lease(ID), VENUE);
    pass(Agenda.SETTLING);
    removed.join();

    assertThat(chat.messages()).isEmpty();
    assertThat(log.read(ID)).isEmpty();
  }

  @Test
  void aDebateThatIsShownIsLeftAfterAWhile() throws InterruptedException {
    var slate = new Slate(new Order.Show(lease, VENUE, List.of(CARD)), timer);
    var run = new Run(ID, slate, chat, log, timer);
    Thread.ofVirtual().start(() -> letPass(Duration.ofSeconds(30)));
    run.work(slate::obeyed);

    assertThat(chat.texts(ID)).containsExactly("card 1");
  }

  @Test
  void closingLetsARequestFinishAndBeginsNoOther() throws InterruptedException {
    chat.next(new Mishap.Takes(Duration.ofSeconds(5)));
    show(CARD, VOICE);
    timer.awaitAlarmIn(Duration.ofSeconds(5));
    var closing = closing(Duration.ofSeconds(10));
    timer.awaitAlarms(2);
    timer.advance(Duration.ofSeconds(5));
    closing.join();

    assertThat(chat.texts(ID)).containsExactly("card 1");
    assertThat(row(CARD).state()).isEqualTo(State.SENT);
    assertThat(courier.shown(ID)).isNotDone();
  }

  @Test
  void aRequestThatTakesTooLongToCloseIsEndedAndLookedUpByTheNextHolder()
      throws InterruptedException {
    chat.next(new Mishap.Takes(Duration.ofHours(5)));
    show(CARD);
    timer.awaitAlarmIn(Duration.ofHours(5));
    var closing = closing(Duration.ofSeconds(10));
    timer.awaitAlarms(2);
    timer.advance(Duration.ofSeconds(10));
    closing.join();
    assertThat(row(CARD).state()).isEqualTo(State.SENDING);
    var next = courier();
    next.show(archive.lease(ID), ID, VENUE, List.of(CARD));
    shown(next);

    assertThat(chat.calls()).containsExactly("send card", "look up", "send card");
    assertThat(chat.breaches()).isEmpty();
  }

  private void letPass(Duration time) {
    try {
      pass(time);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Thread closing(Duration within) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            courier.close(within);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        });
  }

  @Test
  void aDebateThatCannotBeShownIsRefusedAtOnce() {
    assertThatThrownBy(() -> show(VOICE, CARD)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> courier.show(lease, ID, Venue.TERMINAL, List.of(CARD)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("terminal");
    assertThat(courier.shown(ID)).isDone();
  }
}
