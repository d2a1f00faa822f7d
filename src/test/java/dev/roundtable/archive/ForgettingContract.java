package dev.roundtable.archive;

import static dev.roundtable.debate.Given.BEN;
import static dev.roundtable.debate.Given.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roundtable.archive.DebateRecords.PersonForgotten;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Moderator;
import dev.roundtable.debate.Move;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.RandomDebate;
import dev.roundtable.debate.StopOrder;
import dev.roundtable.session.LeaseLostException;
import dev.roundtable.session.SettableTimer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is gone from every database once it is forgotten. */
@Timeout(60)
abstract class ForgettingContract {
  private static final DebateId ID = new DebateId("debate-1");
  private static final Person CARA = new Person("U3", "Cara Unmistakable");

  private final SettableTimer timer = new SettableTimer();

  @SuppressWarnings("NullAway.Init")
  private String url;

  @SuppressWarnings("NullAway.Init")
  private DebateStore store;

  /** Of an empty database. */
  abstract String url();

  @BeforeEach
  void open() {
    url = url();
    store = DebateStore.open(url, TestDatabases.login(url), timer::now);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void append(DebateId id, List<DebateEvent> events) {
    var lease = store.archive().lease(id);
    events.forEach(event -> store.archive().append(lease, event));
  }

  private List<DebateEvent> read(DebateId id) {
    return ArchiveContract.events(store.archive(), id);
  }

  private List<String> everything() {
    try (var database = TestDatabases.open(url)) {
      return database.read(handle ->
          handle
              .createQuery(
                  """
                  select payload from debate_event
                  union all select payload from inbox where payload is not null
                  union all select words from debate where words is not null
                  union all select asker from debate where asker is not null
                  union all select person || label from charge where person || label <> ''
                  """)
              .mapTo(String.class)
              .list());
    }
  }

  private List<String> audit() {
    try (var database = TestDatabases.open(url)) {
      return database.read(handle ->
          handle
              .createQuery(
                  "select done || ' ' || debate_id || ' ' || done_by from audit order by line")
              .mapTo(String.class)
              .list());
    }
  }

  private void charged(DebateId debate, Person person) {
    var sql =
        """
        insert into charge (debate_id, round, day, platform, workspace, channel, person, label,
          estimate_micros, spent_micros, unknown_calls, settled)
        values (:debate, 1, '2026-11-23', 'slack', 'T1', 'C1', :person, :label, 5, 5, 0, :settled)
        """;
    try (var database = TestDatabases.open(url)) {
      database.write(handle ->
          handle
              .createUpdate(sql)
              .bind("debate", debate.value())
              .bind("person", person.id())
              .bind("label", person.name())
              .bind("settled", true)
              .execute());
    }
  }

  private static DebateEvent.FollowUpAsked said(String message, Person by) {
    return new DebateEvent.FollowUpAsked(new MessageId(message), by, "I said so.", true);
  }

  @Test
  void aForgottenDebateLeavesALineThatSaysByWhom() {
    append(ID, List.of(ArchiveContract.opened(ID)));
    store.inbox().offer(ID, said("m1", BEN));
    charged(ID, BEN);

    assertThat(store.records().forget(ID, "U9")).isTrue();
    assertThat(store.records().forget(ID, "U9")).isFalse();
    assertThat(everything()).isEmpty();
    assertThat(audit()).containsExactly("asked debate-1 U1", "forgotten debate-1 U9");
  }

  @Test
  void everyDebateThatAPersonAskedGoesWithThePerson() {
    append(ID, List.of(ArchiveContract.opened(ID)));

    assertThat(store.records().forgetPerson("U1", "operator")).isEqualTo(new PersonForgotten(1, 0));
    assertThat(everything()).isEmpty();
    assertThat(store.records().forgetPerson("U1", "operator")).isEqualTo(new PersonForgotten(0, 0));
  }

  @Test
  void whatAnotherReplicaHasReadBeforeIsGoneThereToo() {
    append(ID, List.of(ArchiveContract.opened(ID), said("m1", CARA)));
    try (var other = DebateStore.open(url, TestDatabases.login(url), timer::now)) {
      assertThat(ArchiveContract.events(other.archive(), ID).toString()).contains("I said so.");

      store.records().forgetPerson(CARA.id(), "operator");
      assertThat(ArchiveContract.events(other.archive(), ID))
          .hasSize(2)
          .asString()
          .doesNotContain("I said so.", CARA.name());

      store.records().forget(ID, "operator");
      assertThat(ArchiveContract.events(other.archive(), ID)).isEmpty();
    }
  }

  @Test
  void whatAPersonAddedElsewhereIsGoneDownToTheNameOfWhoStoppedIt() {
    append(
        ID,
        List.of(
            ArchiveContract.opened(ID),
            said("m1", CARA),
            said("m2", BEN),
            new DebateEvent.TeamVoted(new MessageId("m3"), CARA, option("a")),
            new DebateEvent.StopRequested(new MessageId("m4"), new StopOrder.Stop(CARA)),
            new DebateEvent.ChairFailed(
                new ChairTask.ChooseForm(Given.question()),
                new Cause.Halted(new StopOrder.Stop(CARA)),
                Provenance.CODE)));
    store.inbox().offer(ID, said("m5", CARA));
    store.inbox().offer(ID, said("m6", BEN));

    assertThat(store.records().forgetPerson("U3", "operator")).isEqualTo(new PersonForgotten(0, 1));
    assertThat(everything()).noneMatch(text -> text.contains("U3") || text.contains("Cara"));
    var debate = Debate.of(read(ID));
    assertThat(debate.followUps())
        .extracting(DebateEvent.FollowUpAsked::text)
        .containsExactly("", "I said so.");
    assertThat(debate.teamVotes()).isEmpty();
    assertThat(debate.handled()).contains(new MessageId("m1"), new MessageId("m3"));
    assertThat(store.inbox().waiting(ID)).containsExactly(said("m6", BEN));
    assertThat(audit())
        .containsExactly(
            "asked debate-1 U1",
            "followed-up debate-1 ",
            "followed-up debate-1 U2",
            "stopped debate-1 ",
            "person-forgotten debate-1 operator");
  }

  @Test
  void whoWorksOnADebateBeginsAgainWithoutThePerson() {
    var lease = store.archive().lease(ID);
    store.archive().append(lease, ArchiveContract.opened(ID));
    store.archive().append(lease, said("m1", CARA));
    store.records().forgetPerson("U3", "operator");

    assertThatThrownBy(() -> store.archive().append(lease, said("m2", BEN)))
        .isInstanceOf(LeaseLostException.class);
  }

  @Test
  void aDebateWithoutOneOfItsPeopleStillCountsTheSame() {
    int touched = 0;
    for (long seed = 0; seed < 60; seed++) {
      var events = new RandomDebate(seed).play().events();
      var id = ((DebateEvent.Opened) events.getFirst()).id();
      append(id, events);
      touched += store.records().forgetPerson(BEN.id(), "operator").joined();
      var left = read(id);

      assertThat(left).as("seed %d", seed).hasSameSizeAs(events);
      for (int i = 1; i < left.size(); i++) {
        if (left.get(i) instanceof DebateEvent.VerdictReached reached) {
          assertThat(Moderator.next(Debate.of(left.subList(0, i))))
              .as("seed %d", seed)
              .isEqualTo(new Move.Note(reached));
        }
      }
    }
    assertThat(touched).isGreaterThan(10);
  }

  @Test
  void aDebateInWhichNothingHappenedForTheTimeIsGoneButForALine() {
    var other = new DebateId("debate-2");
    var lease = store.archive().lease(ID);
    store.archive().append(lease, ArchiveContract.opened(ID));
    append(other, List.of(ArchiveContract.opened(other)));
    timer.advance(Duration.ofDays(10));
    store.archive().append(lease, said("m1", BEN));
    timer.advance(Duration.ofDays(1));
    var tenDaysAgo = timer.now().minus(Duration.ofDays(10));

    assertThat(store.records().forgetIdleSince(tenDaysAgo)).isEqualTo(1);
    assertThat(store.records().forgetIdleSince(tenDaysAgo)).isZero();
    assertThat(read(ID)).hasSize(2);
    assertThat(read(other)).isEmpty();
    assertThat(audit()).contains("expired debate-2 retention");
  }

  @Test
  void theIdsOfOldMessagesGoButNotWhatStillWaits() {
    append(ID, List.of(ArchiveContract.opened(ID)));
    store.inbox().offer(ID, said("m1", BEN));
    store.inbox().offer(ID, said("m2", BEN));
    store.inbox().done(ID, List.of(new MessageId("m1")));
    timer.advance(Duration.ofDays(2));
    store.archive().append(store.archive().lease(ID), said("m3", BEN));
    store.records().forgetIdleSince(timer.now().minus(Duration.ofDays(1)));

    assertThat(store.inbox().waiting(ID)).containsExactly(said("m2", BEN));
    assertThat(messages()).containsExactly("m2");
  }

  private List<String> messages() {
    try (var database = TestDatabases.open(url)) {
      return database.read(
          handle -> handle.createQuery("select message_id from inbox").mapTo(String.class).list());
    }
  }
}
