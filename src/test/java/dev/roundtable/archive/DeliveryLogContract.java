package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Delivery;
import dev.roundtable.delivery.Delivery.State;
import dev.roundtable.delivery.DeliveryLog;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.Permit;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.Post.Place;
import dev.roundtable.delivery.Rate;
import dev.roundtable.delivery.RemoteId;
import dev.roundtable.session.Archive;
import dev.roundtable.session.Lease;
import dev.roundtable.session.LeaseLostException;
import dev.roundtable.session.SettableTimer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every delivery log does. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class DeliveryLogContract {
  private static final DebateId ID = new DebateId("debate-1");
  private static final DebateId OTHER = new DebateId("debate-2");
  private static final Post CARD = new Post(Post.ANCHOR, Place.CHANNEL, "the card", false);
  private static final Post VOICE = new Post("r1.s1", Place.THREAD, "a voice", false);
  private static final Rate ONE_A_SECOND = new Rate("channel", Duration.ofSeconds(1), 1);
  private static final Rate TWO_A_MINUTE = new Rate("app", Duration.ofSeconds(30), 2);

  final SettableTimer timer = new SettableTimer();

  /** An empty one, whose time is the timer's. */
  abstract DeliveryLog log();

  /** Whose leases count. */
  abstract Archive archive();

  private static Destination to(DebateId debate, @Nullable String thread) {
    return new Destination(
        debate,
        new Venue("slack", "T1", "C1", thread, Venue.Reach.PUBLIC, Venue.Style.VOICES, "en"),
        null);
  }

  void sendCard(DebateId debate) {
    send(log(), debate, CARD, "17.4");
  }

  void plan(DebateId debate, String thread) {
    log().beginSend(archive().lease(debate), to(debate, thread), CARD, List.of());
  }

  private Lease send(DeliveryLog log, DebateId debate, Post post, String message) {
    var lease = archive().lease(debate);
    log.beginSend(lease, to(debate, null), post, List.of());
    log.sent(debate, post.key(), new RemoteId(message), post.hash());
    return lease;
  }

  @Test
  void aPostIsKnownAtEachStepOfItsWay() {
    var log = log();
    var lease = archive().lease(ID);
    assertThat(log.read(ID)).isEmpty();
    assertThat(log.beginSend(lease, to(ID, null), CARD, List.of())).isEqualTo(new Permit.Granted());
    assertThat(log.read(ID)).containsExactly(row(CARD, State.SENDING, null, CARD.hash(), null));
    timer.advance(Duration.ofSeconds(3));
    log.unsent(lease, CARD.key());
    assertThat(log.read(ID)).containsExactly(row(CARD, State.PENDING, null, null, null));
    log.beginSend(lease, to(ID, null), CARD, List.of());
    timer.advance(Duration.ofSeconds(3));
    log.sent(ID, CARD.key(), new RemoteId("17.4"), CARD.hash());
    assertThat(log.read(ID))
        .containsExactly(row(CARD, State.SENT, new RemoteId("17.4"), CARD.hash(), null));
    log.failed(lease, CARD.key(), "It was deleted\0 \ud800 by 🙂.");

    var failed = log.read(ID).getFirst();
    assertThat(failed.state()).isEqualTo(State.FAILED);
    assertThat(failed.message()).isEqualTo(new RemoteId("17.4"));
    assertThat(failed.reason()).startsWith("It was deleted").endsWith("by 🙂.");
  }

  private Delivery row(
      Post post,
      State state,
      @Nullable RemoteId message,
      @Nullable String hash,
      @Nullable String reason) {
    return new Delivery(post.key(), post.place(), state, message, hash, reason, timer.now());
  }

  @Test
  void postsAreReadInTheOrderInWhichTheyWerePlannedWhateverTheirKeys() {
    var log = log();
    var lease = archive().lease(ID);
    for (int i = 9; i >= 0; i--) {
      log.beginSend(
          lease, to(ID, null), new Post("k" + i, Place.THREAD, "words", false), List.of());
    }
    log.unsent(lease, "k7");
    log.beginSend(lease, to(ID, null), new Post("k7", Place.THREAD, "words", false), List.of());

    assertThat(log.read(ID))
        .extracting(Delivery::key)
        .containsExactly("k9", "k8", "k7", "k6", "k5", "k4", "k3", "k2", "k1", "k0");
    assertThat(log.read(OTHER)).isEmpty();
  }

  @Test
  void nothingBeginsUnderAVoidLease() {
    var log = log();
    var first = archive().lease(ID);
    var second = archive().lease(ID);

    assertThatThrownBy(() -> log.beginSend(first, to(ID, null), CARD, List.of(ONE_A_SECOND)))
        .isInstanceOf(LeaseLostException.class);
    assertThatThrownBy(() -> log.beginChange(first, List.of(ONE_A_SECOND)))
        .isInstanceOf(LeaseLostException.class);
    assertThatThrownBy(() -> log.unsent(first, CARD.key())).isInstanceOf(LeaseLostException.class);
    assertThatThrownBy(() -> log.failed(first, CARD.key(), "No."))
        .isInstanceOf(LeaseLostException.class);
    assertThat(log.read(ID)).isEmpty();
    assertThat(log.beginSend(second, to(ID, null), CARD, List.of(ONE_A_SECOND)))
        .isEqualTo(new Permit.Granted());
  }

  @Test
  void whatWasTakenAwayIsNotKnownAndCanBeSentAgain() {
    var log = log();
    var lease = send(log, ID, CARD, "17.4");
    log.removed(lease, CARD.key());
    log.removed(lease, CARD.key());
    assertThat(log.read(ID)).isEmpty();
    assertThat(log.find("slack", "C1", "17.4")).isEmpty();

    assertThat(log.beginSend(lease, to(ID, null), CARD, List.of())).isEqualTo(new Permit.Granted());
    archive().lease(ID);
    assertThatThrownBy(() -> log.removed(lease, CARD.key())).isInstanceOf(LeaseLostException.class);
  }

  @Test
  void whatWasSentOrHasFailedIsNotSentAgain() {
    var log = log();
    var lease = send(log, ID, CARD, "17.4");
    assertThatThrownBy(() -> log.beginSend(lease, to(ID, null), CARD, List.of()))
        .isInstanceOf(IllegalStateException.class);
    log.failed(lease, CARD.key(), "Gone.");

    assertThatThrownBy(() -> log.beginSend(lease, to(ID, null), CARD, List.of()))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aUsedUpRateLeavesThePostPendingAndSaysWhen() {
    var log = log();
    var lease = archive().lease(ID);
    log.beginSend(lease, to(ID, null), CARD, List.of(ONE_A_SECOND));
    timer.advance(Duration.ofMillis(300));

    assertThat(log.beginSend(lease, to(ID, null), VOICE, List.of(ONE_A_SECOND)))
        .isEqualTo(new Permit.Wait(Duration.ofMillis(700)));
    assertThat(log.read(ID))
        .extracting(Delivery::state)
        .containsExactly(State.SENDING, State.PENDING);
    timer.advance(Duration.ofMillis(700));
    assertThat(log.beginSend(lease, to(ID, null), VOICE, List.of(ONE_A_SECOND)))
        .isEqualTo(new Permit.Granted());
  }

  @Test
  void ofSeveralRatesAllAreUsedOrNone() {
    var log = log();
    var lease = archive().lease(ID);
    log.beginChange(lease, List.of(ONE_A_SECOND));
    assertThat(log.beginChange(lease, List.of(TWO_A_MINUTE, ONE_A_SECOND)))
        .isEqualTo(new Permit.Wait(Duration.ofSeconds(1)));

    assertThat(log.beginChange(lease, List.of(TWO_A_MINUTE))).isEqualTo(new Permit.Granted());
    assertThat(log.beginChange(lease, List.of(TWO_A_MINUTE))).isEqualTo(new Permit.Granted());
    assertThat(log.beginChange(lease, List.of(TWO_A_MINUTE)))
        .isEqualTo(new Permit.Wait(Duration.ofSeconds(30)));
  }

  @Test
  void afterAPauseABurstIsAllowedAndNoMore() {
    var log = log();
    var lease = archive().lease(ID);
    var rate = new Rate("burst", Duration.ofSeconds(2), 3);
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < 3; i++) {
        assertThat(log.beginChange(lease, List.of(rate))).isEqualTo(new Permit.Granted());
      }
      assertThat(log.beginChange(lease, List.of(rate)))
          .isEqualTo(new Permit.Wait(Duration.ofSeconds(2)));
      timer.advance(Duration.ofHours(1));
    }
  }

  @Test
  void ofManyWhoAskAtOnceNoMoreAreGrantedThanTheRateAllows() throws Exception {
    var log = log();
    var rate = new Rate("crowd", Duration.ofSeconds(1), 5);
    var leases =
        IntStream.range(0, 20).mapToObj(i -> archive().lease(new DebateId("debate-" + i))).toList();
    var permits =
        ArchiveContract.atOnce(
            leases.stream()
                .map(lease -> (Callable<Permit>) () -> log.beginChange(lease, List.of(rate)))
                .toList());

    assertThat(permits).filteredOn(new Permit.Granted()::equals).hasSize(5);
  }

  @Test
  void aDebateIsFoundByItsThreadByItsCardAndByEachOfItsMessages() {
    var log = log();
    send(log, ID, CARD, "17.1");
    send(log, ID, VOICE, "17.2");
    var lease = archive().lease(OTHER);
    log.beginSend(lease, to(OTHER, "12.0"), CARD, List.of());

    assertThat(log.find("slack", "C1", "17.1")).contains(ID);
    assertThat(log.find("slack", "C1", "17.2")).contains(ID);
    assertThat(log.find("slack", "C1", "12.0")).contains(OTHER);
    assertThat(log.find("slack", "C2", "17.1")).isEmpty();
    assertThat(log.find("discord", "C1", "17.1")).isEmpty();
    assertThat(log.find("slack", "C1", "17' or '1' = '1")).isEmpty();
  }

  @Test
  void ofSeveralDebatesInAThreadTheLatestIsFoundEvenIfAnEarlierOneChangedSince() {
    var log = log();
    for (var id : List.of(ID, OTHER)) {
      log.beginSend(archive().lease(id), to(id, "12.0"), CARD, List.of());
    }
    timer.advance(Duration.ofSeconds(1));
    log.sent(ID, CARD.key(), new RemoteId("17.1"), CARD.hash());

    assertThat(log.find("slack", "C1", "12.0")).contains(OTHER);
  }

  @Test
  void aForgottenDebateLeavesNothing() {
    var log = log();
    send(log, ID, CARD, "17.1");
    send(log, OTHER, CARD, "17.2");
    log.forget(ID);

    assertThat(log.read(ID)).isEmpty();
    assertThat(log.find("slack", "C1", "17.1")).isEmpty();
    assertThat(log.read(OTHER)).hasSize(1);
  }
}
