package dev.roundtable.archive;

import static dev.roundtable.debate.Given.ANNA;
import static dev.roundtable.debate.Given.panel;
import static dev.roundtable.debate.Given.question;
import static dev.roundtable.debate.Given.rounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.RandomDebate;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Archive;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Lease;
import dev.roundtable.session.LeaseLostException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every archive does. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
abstract class ArchiveContract {
  private static final DebateId ID = new DebateId("debate-1");
  static final InstantSource CLOCK = InstantSource.system();

  /** An empty one. */
  abstract Archive archive();

  static DebateEvent.Opened opened(DebateId id) {
    return new DebateEvent.Opened(
        id, question("a", "b"), panel(3), rounds(2), ANNA, Venue.TERMINAL);
  }

  static List<DebateEvent> events(Archive archive, DebateId id) {
    return archive.read(id).stream().map(Entry::event).toList();
  }

  @Test
  void anOpeningIsTheFirstEntryAndItsLeaseHolds() {
    var archive = archive();
    var opening = archive.open(new MessageId("m1"), opened(ID)).orElseThrow();
    archive.append(opening.lease(), Samples.ofEachType().get(1));

    assertThat(archive.read(ID).getFirst()).isEqualTo(opening.entry());
    assertThat(events(archive, ID)).containsExactly(opened(ID), Samples.ofEachType().get(1));
  }

  @Test
  void ofManyWhoBringTheSameRequestOneOpensADebate() throws Exception {
    var archive = archive();
    var ids = IntStream.range(0, 16).mapToObj(i -> new DebateId("debate-" + i)).toList();
    var openings =
        atOnce(
            ids.stream()
                .map(id ->
                    (Callable<Boolean>)
                        () -> archive.open(new MessageId("m1"), opened(id)).isPresent())
                .toList());

    assertThat(openings).containsOnlyOnce(true);
    assertThat(ids).filteredOn(id -> !archive.read(id).isEmpty()).hasSize(1);
  }

  @Test
  void whatWasAppendedIsReadInOrderAsItWasAnswered() {
    var archive = archive();
    var lease = archive.lease(ID);
    var answered =
        Samples.ofEachType().stream().map(event -> archive.append(lease, event)).toList();

    assertThat(archive.read(ID)).isEqualTo(answered);
    assertThat(answered)
        .extracting(Entry::seq)
        .isEqualTo(LongStream.rangeClosed(1, answered.size()).boxed().toList());
  }

  @Test
  void wholeDebatesComeBackAsTheyWere() {
    var archive = archive();
    for (long seed = 0; seed < 5; seed++) {
      var events = new RandomDebate(seed).play().events();
      var id = ((DebateEvent.Opened) events.getFirst()).id();
      var lease = archive.lease(id);
      events.forEach(event -> archive.append(lease, event));

      assertThat(Debate.of(events(archive, id))).isEqualTo(Debate.of(events));
    }
  }

  @Test
  void anUnknownDebateHasNoEntriesAndALeaseAloneMakesNone() {
    var archive = archive();
    assertThat(archive.read(ID)).isEmpty();
    archive.lease(ID);

    assertThat(archive.read(ID)).isEmpty();
  }

  @Test
  void debatesDoNotMix() {
    var archive = archive();
    var other = new DebateId("debate-2");
    archive.append(archive.lease(ID), opened(ID));
    archive.append(archive.lease(other), opened(other));

    assertThat(events(archive, ID)).containsExactly(opened(ID));
    assertThat(archive.read(other)).extracting(Entry::seq).containsExactly(1L);
  }

  @Test
  void aLeaseVoidsTheOneBeforeAndNothingIsWrittenUnderIt() {
    var archive = archive();
    var first = archive.lease(ID);
    archive.append(first, opened(ID));
    var second = archive.lease(ID);

    assertThat(second.epoch()).isGreaterThan(first.epoch());
    assertThatThrownBy(() -> archive.append(first, Samples.ofEachType().get(7)))
        .isInstanceOf(LeaseLostException.class);
    assertThatThrownBy(() -> archive.append(new Lease(ID, 99), Samples.ofEachType().get(7)))
        .isInstanceOf(LeaseLostException.class);
    archive.append(second, Samples.ofEachType().get(1));
    assertThat(events(archive, ID)).containsExactly(opened(ID), Samples.ofEachType().get(1));
  }

  @Test
  void ofManyWhoRaceForALeaseEachGetsItsOwnAndTheLastAloneMayAppend() throws Exception {
    var archive = archive();
    archive.append(archive.lease(ID), opened(ID));
    var leases = atOnce(Collections.<Callable<Lease>>nCopies(16, () -> archive.lease(ID)));

    assertThat(leases).extracting(Lease::epoch).doesNotHaveDuplicates();
    long last = leases.stream().mapToLong(Lease::epoch).max().orElseThrow();
    for (var lease : leases) {
      if (lease.epoch() == last) {
        archive.append(lease, Samples.ofEachType().get(1));
      } else {
        assertThatThrownBy(() -> archive.append(lease, Samples.ofEachType().get(1)))
            .isInstanceOf(LeaseLostException.class);
      }
    }
    assertThat(archive.read(ID)).hasSize(2);
  }

  @Test
  void holdersWhoPushEachOtherOutLeaveNoGapAndNoDouble() throws Exception {
    var archive = archive();
    archive.append(archive.lease(ID), opened(ID));
    var appended =
        atOnce(Collections.<Callable<Integer>>nCopies(8, () -> appendUntilLost(archive)));
    int total = appended.stream().mapToInt(Integer::intValue).sum();

    assertThat(archive.read(ID))
        .extracting(Entry::seq)
        .isEqualTo(LongStream.rangeClosed(1, total + 1L).boxed().toList());
  }

  private static int appendUntilLost(Archive archive) {
    var lease = archive.lease(ID);
    for (int i = 0; i < 25; i++) {
      try {
        archive.append(lease, Samples.ofEachType().get(4));
      } catch (LeaseLostException _) {
        return i;
      }
    }
    return 25;
  }

  @Test
  void manyDebatesAreWrittenAtOnce() throws Exception {
    var archive = archive();
    var ids = IntStream.range(0, 40).mapToObj(i -> new DebateId("debate-" + i)).toList();
    atOnce(
        ids.stream()
            .map(id ->
                (Callable<Entry>)
                    () -> {
                      var lease = archive.lease(id);
                      archive.append(lease, opened(id));
                      return archive.append(lease, Samples.ofEachType().get(1));
                    })
            .toList());

    assertThat(ids)
        .allSatisfy(id ->
            assertThat(events(archive, id))
                .containsExactly(opened(id), Samples.ofEachType().get(1)));
  }

  static <T> List<T> atOnce(List<Callable<T>> calls)
      throws InterruptedException, ExecutionException {
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<T>();
      for (var future : crowd.invokeAll(calls)) {
        answers.add(future.get());
      }
      return answers;
    }
  }
}
