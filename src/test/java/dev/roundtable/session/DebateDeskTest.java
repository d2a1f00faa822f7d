package dev.roundtable.session;

import static dev.roundtable.debate.Given.ANNA;
import static dev.roundtable.debate.Given.question;
import static dev.roundtable.debate.Given.reply;
import static dev.roundtable.debate.Given.rounds;
import static dev.roundtable.debate.Given.stop;
import static dev.roundtable.debate.Given.teamVote;
import static dev.roundtable.session.Tables.votes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.archive.MemoryArchive;
import dev.roundtable.archive.MemoryInbox;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.RequestProblem;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Tally;
import dev.roundtable.debate.Venue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 20, unit = TimeUnit.SECONDS)
class DebateDeskTest {
  private final Hall hall = Hall.of(Tables.of(votes("a"), votes("b"), votes("a")));

  @Test
  void aRequestThatComesTwiceOpensOneDebate() {
    var first = hall.request("m1", question("a", "b"), rounds(1));
    var again = hall.request("m1", question("a", "b"), rounds(1));

    assertThat(first).isInstanceOf(Admission.Opened.class);
    assertThat(again).isEqualTo(new Admission.SeenBefore());
    hall.settled(((Admission.Opened) first).debate());
  }

  @Test
  void anUnknownPanelIsNamedWithThoseThatExist() {
    var request =
        new DebateRequest(
            new MessageId("m1"), question("a", "b"), "nobody", Rules.DEFAULT, ANNA, Venue.TERMINAL);

    assertThat(hall.desk.open(request))
        .isEqualTo(new Admission.UnknownPanel("nobody", List.of("test")));
  }

  @Test
  void aRequestThatCannotBeIsNotClaimedAndCanBeMended() {
    var open = rounds(1).withMode(Mode.OPEN);
    assertThat(hall.request("m1", question("a", "b"), open))
        .isEqualTo(new Admission.Invalid(new RequestProblem.OptionsForOpenQuestion()));

    var mended = hall.request("m1", question("a", "b"), rounds(1));
    assertThat(mended).isInstanceOf(Admission.Opened.class);
    hall.settled(((Admission.Opened) mended).debate());
  }

  @Test
  void whoMayNotOpenIsToldWhy() {
    Permissions nobody = _ -> new Permissions.Decision.Denied("Ask Ben.");
    var ports =
        new Ports(
            new MemoryArchive(hall.timer::now),
            new MemoryInbox(),
            Tables.only(Tables.of(votes("a"), votes("a"))),
            nobody,
            Budget.UNLIMITED,
            hall.timer,
            List.of());
    var sessions = new Sessions(ports, SessionSettings.DEFAULT);
    var desk =
        new DebateDesk(ports, sessions, SessionSettings.DEFAULT, () -> new DebateId("never"));
    var request =
        new DebateRequest(
            new MessageId("m1"), question(), "test", Rules.DEFAULT, ANNA, Venue.TERMINAL);

    assertThat(desk.open(request)).isEqualTo(new Admission.NotPermitted("Ask Ben."));
    assertThat(ports.archive().read(new DebateId("never"))).isEmpty();
  }

  @Test
  void aMessageThatComesTwiceIsTakenOnce() {
    var id = hall.open(1);
    hall.settled(id);
    hall.submit(id, reply("m1", "But."));
    assertThat(hall.desk.submit(id, reply("m1", "But."))).isEqualTo(new Receipt.SeenBefore());

    assertThat(hall.settled(id).rulings()).hasSize(2);
    assertThat(hall.desk.submit(id, reply("m1", "But."))).isEqualTo(new Receipt.SeenBefore());
  }

  @Test
  void nothingIsTakenForADebateThatNobodyOpened() {
    assertThat(hall.desk.submit(new DebateId("none"), stop("m1")))
        .isEqualTo(new Receipt.UnknownDebate());
    assertThat(hall.desk.find(new DebateId("none"))).isEmpty();
  }

  @Test
  void stopAfterTheVerdictChangesNothing() {
    var id = hall.open(1);
    var before = hall.settled(id);
    hall.submit(id, stop("m1"));

    assertThat(hall.settled(id).rulings()).isEqualTo(before.rulings());
    assertThat(hall.debate(id).stop()).isNull();
  }

  @RepeatedTest(20)
  void noMessageIsLostHoweverManyComeAtOnce() throws InterruptedException {
    var id = hall.open(2);
    hall.heard.await(DebateEvent.FormChosen.class::isInstance);
    int people = 100;
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, people)
          .forEach(i ->
              crowd.execute(() ->
                  hall.submit(
                      id, teamVote("m" + i, new Person("U" + i, "P"), i % 4 == 0 ? "a" : "b"))));
    }

    assertThat(hall.settled(id).teamTally().lines())
        .extracting(Tally.Line::votes)
        .containsExactly(people / 4, people - people / 4);
    assertThat(hall.inbox.waiting(id)).isEmpty();
  }

  @Test
  void debatesStoppedAtAnyMomentComeToAVerdict() {
    var ids = new ArrayList<DebateId>();
    try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 300; i++) {
        var message = "m" + i;
        var id = hall.open(5);
        ids.add(id);
        crowd.execute(() -> hall.submit(id, stop(message)));
      }
    }

    assertThat(ids)
        .allSatisfy(id -> {
          assertThat(hall.settled(id).settled()).isTrue();
          assertThat(hall.debate(id).rulings()).hasSize(1);
        });
    assertThat(hall.timer.alarms()).isZero();
  }
}
