package dev.roundtable.session;

import static dev.roundtable.debate.Given.question;
import static dev.roundtable.debate.Given.reply;
import static dev.roundtable.debate.Given.rounds;
import static dev.roundtable.session.Tables.votes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.archive.MemoryArchive;
import dev.roundtable.archive.MemoryInbox;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Venue;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class StoreTroubleTest {
  private static final DebateId ID = new DebateId("debate-1");

  private final SettableTimer timer = new SettableTimer();
  private final AtomicInteger asked = new AtomicInteger();
  private final Semaphore calls = new Semaphore(0);
  private volatile CountDownLatch answers = new CountDownLatch(0);
  private final Trouble archive = new Trouble();
  private final Sessions sessions;
  private final DebateDesk desk;

  /** What happens before something is written. */
  private interface Slow {
    void before(List<DebateEvent> events);
  }

  /** An archive that fails when it is told to, before or after it has written. */
  private final class Trouble implements Archive {
    private final MemoryArchive sound = new MemoryArchive(timer::now);
    private volatile Predicate<DebateEvent> fails = _ -> false;
    private volatile boolean unreadable;
    private volatile Predicate<DebateEvent> loses = _ -> false;
    private volatile Slow slow = _ -> {};

    @Override
    public Optional<Opening> open(MessageId message, DebateEvent.Opened opened) {
      if (fails.test(opened)) {
        throw new StoreException.Full(new IOException("no space"));
      }
      var opening = sound.open(message, opened);
      if (loses.test(opened)) {
        throw new StoreException.Unsure(new IOException("reset"));
      }
      return opening;
    }

    @Override
    public Lease lease(DebateId debate) {
      return sound.lease(debate);
    }

    @Override
    public List<Entry> append(Lease lease, List<DebateEvent> events) {
      slow.before(events);
      if (events.stream().anyMatch(fails)) {
        throw new StoreException.Full(new IOException("no space"));
      }
      var entries = sound.append(lease, events);
      if (events.stream().anyMatch(loses)) {
        throw new StoreException.Unsure(new IOException("reset"));
      }
      return entries;
    }

    @Override
    public List<Entry> read(DebateId debate) {
      if (unreadable) {
        throw new StoreException.Unreachable(new IOException("gone"));
      }
      return sound.read(debate);
    }
  }

  StoreTroubleTest() {
    Panelist panelist =
        brief -> {
          asked.incrementAndGet();
          calls.release();
          answers.await();
          return votes("a").answer(brief);
        };
    var ports =
        new Ports(
            archive,
            new MemoryInbox(),
            Tables.only(Tables.of(panelist, panelist, panelist)),
            Permissions.EVERYONE,
            Budget.UNLIMITED,
            timer,
            List.of());
    sessions = new Sessions(ports, SessionSettings.DEFAULT);
    desk = new DebateDesk(ports, sessions, SessionSettings.DEFAULT, () -> ID);
  }

  private Admission open() {
    return desk.open(
        new DebateRequest(
            new MessageId("m1"),
            question("a", "b"),
            "test",
            rounds(1),
            Given.ANNA,
            Venue.TERMINAL));
  }

  @Test
  void whatCannotBeStoredIsNotAsked() {
    archive.fails = DebateEvent.Opened.class::isInstance;

    assertThat(open())
        .isInstanceOfSatisfying(
            Admission.NotStored.class,
            refused ->
                assertThat(refused.trouble())
                    .isInstanceOf(StoreException.Full.class)
                    .hasMessage("The database's disk is full: free some space, then it goes on."));
    sessions.whenIdle(ID).join();
    assertThat(asked).hasValue(0);
  }

  @Test
  void anOpeningWhoseAnswerWasLostGoesOnIfItIsThere() {
    archive.loses = DebateEvent.Opened.class::isInstance;

    assertThat(open()).isEqualTo(new Admission.Opened(ID));
    sessions.whenIdle(ID).join();
    assertThat(desk.find(ID).orElseThrow().settled()).isTrue();
  }

  @Test
  void anOpeningThatMayBeThereOrNotIsSaidNotToBe() {
    archive.loses = DebateEvent.Opened.class::isInstance;
    archive.unreadable = true;

    assertThat(open()).isInstanceOf(Admission.NotStored.class);
    assertThat(asked).hasValue(0);
  }

  @Test
  void anErrorInTheMiddlePausesTheDebateUntilItIsWoken() {
    archive.fails = DebateEvent.RoundClosed.class::isInstance;
    assertThat(open()).isEqualTo(new Admission.Opened(ID));
    // It may have failed already, and then nobody works on it.
    sessions.whenIdle(ID).exceptionally(_ -> null).join();
    assertThat(desk.find(ID).orElseThrow().settled()).isFalse();
    assertThat(asked).hasValue(3);
    archive.fails = _ -> false;
    sessions.wake(ID);
    sessions.whenIdle(ID).join();

    assertThat(desk.find(ID).orElseThrow().settled()).isTrue();
    // Of the ballots that came together with the last one, each was in the commit that failed.
    assertThat(asked.get()).isBetween(4, 6);
  }

  @Test
  void aMessageThatCannotBeStoredIsNotTaken() {
    open();
    sessions.whenIdle(ID).join();
    archive.unreadable = true;

    assertThat(desk.submit(ID, reply("m2", "But."))).isInstanceOf(Receipt.NotStored.class);
  }

  private static boolean opensRound(List<DebateEvent> events) {
    return events.stream().anyMatch(DebateEvent.RoundOpened.class::isInstance);
  }

  @Test
  void theSeatsAreAskedWhileTheirRoundIsBeingWrittenDown() {
    archive.slow =
        events -> {
          if (opensRound(events)) {
            calls.acquireUninterruptibly(3);
          }
        };
    open();
    sessions.whenIdle(ID).join();

    var debate = desk.find(ID).orElseThrow();
    assertThat(debate.settled()).isTrue();
    assertThat(debate.lastVotes()).hasSize(3);
    assertThat(asked).hasValue(3);
  }

  @Test
  void whoWasAskedInARoundThatCouldNotBeWrittenDownIsAskedAgain() {
    archive.fails = DebateEvent.RoundOpened.class::isInstance;
    open();
    sessions.whenIdle(ID).exceptionally(_ -> null).join();
    assertThat(desk.find(ID).orElseThrow().rounds()).isEmpty();
    archive.fails = _ -> false;
    sessions.wake(ID);
    sessions.whenIdle(ID).join();

    var debate = desk.find(ID).orElseThrow();
    assertThat(debate.settled()).isTrue();
    assertThat(debate.rounds()).hasSize(1);
    assertThat(debate.lastVotes()).hasSize(3);
  }

  @Test
  void whoStopsTheDebateWhileARoundIsBeingWrittenDownStopsItsCalls() {
    answers = new CountDownLatch(1);
    archive.slow =
        events -> {
          if (opensRound(events)) {
            calls.acquireUninterruptibly(3);
            desk.submit(ID, Given.stop("m2"));
          }
        };
    open();
    sessions.whenIdle(ID).join();

    var debate = desk.find(ID).orElseThrow();
    assertThat(debate.settled()).isTrue();
    assertThat(debate.lastVotes()).isEmpty();
    assertThat(asked).hasValue(3);
    // What the calls have cost is not known, and is not told as nothing.
    assertThat(debate.costs()).filteredOn(Cost.UNKNOWN::equals).hasSize(3);
  }
}
