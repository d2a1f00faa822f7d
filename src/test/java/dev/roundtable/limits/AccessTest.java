package dev.roundtable.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Given;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.RequestProblem;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Admission;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Receipt;
import dev.roundtable.session.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AccessTest {
  private static final Person ANNA = new Person("U1", "Anna");
  private static final Person BEN = new Person("U2", "Ben");
  private static final Set<String> NOBODY = Set.of();
  // Of the shape of a key and of nobody: the letters are in a row.
  private static final String KEY = "sk-proj-" + "abcdefghij0123456789abcdefghij";

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  private House house() {
    return new House(
        folder, Cost.NOTHING, House.seat(Cost.NOTHING, "a"), House.seat(Cost.NOTHING, "a"));
  }

  private static AccessSettings access(Set<String> allow, Set<String> deny, Set<String> block) {
    return new AccessSettings(allow, deny, block, NOBODY, NOBODY, Map.of(), 100, 20, Map.of());
  }

  private static Admission ask(House house, Person asker, String... groups) {
    return house.desk.open(house.request(asker, "C1", Set.of(groups), Given.question("a", "b")));
  }

  @Test
  void onlyThoseOnTheListMayAskByThemselvesOrByAGroup() {
    try (var house = house()) {
      house.accesses = access(Set.of("U1", "S7"), NOBODY, NOBODY);

      assertThat(ask(house, ANNA)).isInstanceOf(Admission.Opened.class);
      assertThat(ask(house, BEN, "S7")).isInstanceOf(Admission.Opened.class);
      assertThat(ask(house, BEN, "S8"))
          .isEqualTo(
              new Admission.NotPermitted(
                  "Only some people may ask here. Those who run the bot can let you."));
    }
  }

  @Test
  void whoIsDeniedMayNotAskWhateverElseAllowsIt() {
    try (var house = house()) {
      house.accesses = access(Set.of("U1"), Set.of("S7"), Set.of("U2"));

      assertThat(ask(house, ANNA)).isInstanceOf(Admission.Opened.class);
      assertThat(ask(house, ANNA, "S7")).isInstanceOf(Admission.NotPermitted.class);
      assertThat(ask(house, BEN)).isInstanceOf(Admission.NotPermitted.class);
      var ben = new Visitor(BEN, Visitor.Standing.ADMIN, NOBODY, "en");
      var here = new Where("slack", "T1", "C1", null, Venue.Reach.PUBLIC);
      assertThat(house.access.isBlocked(ben)).isPresent();
      assertThat(house.access.mayNotAsk(here, ben)).isPresent();
    }
  }

  @Test
  void whileNobodyCanKnowWhoIsDeniedNobodyMayAskThere() {
    try (var house = house()) {
      house.accesses = access(NOBODY, Set.of("S7", "U2"), NOBODY);
      house.unseen = (platform, _) -> platform.equals("slack") ? List.of("S7") : List.of();

      assertThat(ask(house, ANNA)).asString().contains("Nobody can ask", "S7", "usergroups:read");
      var anna = new Visitor(ANNA, Visitor.Standing.ADMIN, NOBODY, "en");
      var inSlack = new Where("slack", "T1", "C1", null, Venue.Reach.PUBLIC);
      var inDiscord = new Where("discord", "1", "2", null, Venue.Reach.PUBLIC);
      assertThat(house.access.mayNotAsk(inSlack, anna)).isPresent();
      assertThat(house.access.mayNotAsk(inDiscord, anna)).isEmpty();

      house.unseen = UnseenGroups.NONE;
      assertThat(ask(house, ANNA)).isInstanceOf(Admission.Opened.class);
      assertThat(ask(house, ANNA, "S7")).isInstanceOf(Admission.NotPermitted.class);
    }
  }

  @Test
  void aChannelMayBeClosedOrBoundToPanels() {
    try (var house = house()) {
      house.accesses =
          new AccessSettings(
              NOBODY,
              NOBODY,
              NOBODY,
              Set.of("C1", "C2", "C3"),
              Set.of("C2"),
              Map.of("C3", List.of("local")),
              100,
              20,
              Map.of());

      assertThat(house.ask(ANNA, "C1")).isInstanceOf(Admission.Opened.class);
      assertThat(house.ask(ANNA, "C2")).isInstanceOf(Admission.NotPermitted.class);
      assertThat(house.ask(ANNA, "C3"))
          .isEqualTo(
              new Admission.NotPermitted(
                  "The panel test cannot be asked in this channel; local can."));
      assertThat(house.ask(ANNA, "C4")).isInstanceOf(Admission.NotPermitted.class);
    }
  }

  @Test
  void onlySoManyMayStandInLineAndWhatOpenedADebateMayComeTwice() throws InterruptedException {
    var asked = new CountDownLatch(1);
    var held = new CountDownLatch(1);
    var then = Tables.waitsFor(held, House.seat(Cost.NOTHING, "a"));
    Panelist seat =
        brief -> {
          asked.countDown();
          return then.answer(brief);
        };
    try (var house = new House(folder, Cost.NOTHING, seat, seat)) {
      house.accesses =
          new AccessSettings(NOBODY, NOBODY, NOBODY, NOBODY, NOBODY, Map.of(), 1, 1, Map.of());
      var request = house.request(ANNA, "C1", NOBODY, Given.question("a", "b"));
      var running = (Admission.Opened) house.desk.open(request);
      asked.await();
      var waiting = (Admission.Opened) house.ask(BEN, "C1");
      assertThat(house.settled(waiting.debate()).ahead()).isEqualTo(1);

      assertThat(house.ask(BEN, "C1"))
          .isEqualTo(
              new Admission.NotPermitted(
                  "One debate waits in this channel already. Ask again when it moves on."));
      assertThat(house.desk.open(request)).isEqualTo(new Admission.SeenBefore());
      var elsewhere = (Admission.Opened) house.ask(BEN, "C2");

      held.countDown();
      house.settled(running.debate());
      house.settled(elsewhere.debate());
      house.wake(waiting.debate());
      assertThat(house.settled(waiting.debate()).settled()).isTrue();
    }
  }

  @Test
  void whatHoldsACredentialIsNeitherStoredNorSent() {
    try (var house = house()) {
      var wanted =
          new Admission.Invalid(new RequestProblem.HoldsCredential(List.of("an OpenAI key")));
      for (var question :
          List.of(
              new Question("Is " + KEY + " safe?", List.of(), null),
              new Question("Which?", List.of("This", KEY), null),
              new Question("Which?", List.of(), "The log says " + KEY + "."))) {
        assertThat(house.desk.open(house.request(ANNA, "C1", NOBODY, question))).isEqualTo(wanted);
      }
      assertThat(house.store.records().beginning("", 10)).isEmpty();
    }
  }

  @Test
  void aFollowUpWithACredentialIsNotTaken() {
    try (var house = house()) {
      var debate = house.settled(ANNA, "C1");
      var asked = new DebateEvent.FollowUpAsked(new MessageId("f"), BEN, "Use " + KEY + ".", true);

      assertThat(house.desk.submit(debate.id(), asked))
          .isEqualTo(new Receipt.HoldsCredential(List.of("an OpenAI key")));
      assertThat(house.settled(debate.id()).followUps()).isEmpty();
    }
  }

  @Test
  void thoseWhoRunTheBotMayLetCredentialsPass() {
    try (var house = house()) {
      var none = LimitSettings.DEFAULT;
      house.limits =
          new LimitSettings(
              none.debate(), none.allowances(), none.confirmAbove(), none.unknownCall(), false);
      var question = new Question("Is " + KEY + " safe?", List.of(), null);

      assertThat(house.desk.open(house.request(ANNA, "C1", NOBODY, question)))
          .isInstanceOf(Admission.Opened.class);
    }
  }
}
