package dev.roundtable.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.chat.Answer;
import dev.roundtable.chat.Ask;
import dev.roundtable.chat.Askers;
import dev.roundtable.chat.ChatDesk;
import dev.roundtable.chat.ChatPorts;
import dev.roundtable.chat.ChatSettings;
import dev.roundtable.chat.Control;
import dev.roundtable.chat.FollowUps;
import dev.roundtable.chat.Moderators;
import dev.roundtable.chat.PanelGuide;
import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Venue;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What somebody in a chat meets before a debate is opened. */
@Timeout(60)
class GateTest {
  private static final Where HERE = new Where("slack", "T1", "C1", null, Venue.Reach.PUBLIC);
  private static final Visitor ANNA = visitor("U1", Set.of());
  private static final Visitor BEN = visitor("U2", Set.of("S7"));

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  private static Visitor visitor(String id, Set<String> groups) {
    return new Visitor(new Person(id, id), Visitor.Standing.MEMBER, groups, "en");
  }

  /** One panel, of that price. */
  private record Guide(List<Cost> calls) implements PanelGuide {
    @Override
    public Pick pick(@Nullable String wanted) {
      return new Pick.Picked("test", Rules.DEFAULT, 2);
    }

    @Override
    public List<String> lines() {
      return names();
    }

    @Override
    public List<String> names() {
      return List.of("test");
    }

    @Override
    public Outlay outlay(String panel, Question question, Rules rules) {
      return new Outlay(List.of("api.example.org"), calls);
    }
  }

  private House house() {
    return new House(
        folder, Cost.NOTHING, House.seat(Cost.NOTHING, "yes"), House.seat(Cost.NOTHING, "yes"));
  }

  private static ChatDesk desk(House house, String estimate) {
    return desk(house, List.of(Cost.usd(new BigDecimal(estimate))));
  }

  private static ChatDesk desk(House house, List<Cost> calls) {
    var ports =
        new ChatPorts(
            house.desk,
            house.desk::find,
            house.store.deliveries(),
            house.store.settings(),
            house.store.drafts(),
            house.store.past(),
            (_, _) -> {},
            new Guide(calls),
            house.usage,
            (_, _, _) -> false,
            house.timer::now,
            () -> new DebateId("draft"));
    var file =
        new ChatSettings(Optional.empty(), Optional.empty(), Askers.MEMBERS, FollowUps.ADDRESSED);
    return new ChatDesk(ports, file, Moderators.NONE, house.access);
  }

  private static Answer ask(ChatDesk desk, Visitor by, @Nullable String context) {
    var ask = new Ask("Shall we?", List.of("Yes", "No"), null, null, null, context);
    return desk.ask(HERE, by, new MessageId("m-" + by.person().id()), ask);
  }

  @Test
  void aLargeEstimateIsConfirmedFirstAndASmallOneIsNot() {
    try (var house = house()) {
      assertThat(ask(desk(house, "0.50"), BEN, null)).isInstanceOf(Answer.Opened.class);

      var dear = desk(house, "0.51");
      var confirm = (Answer.Confirm) ask(dear, ANNA, null);

      assertThat(confirm.blocks().toString()).contains("costs about $0.51", "api.example.org");
      assertThat(dear.press(HERE, ANNA, new MessageId("press"), confirm.start()))
          .isInstanceOf(Answer.Opened.class);
    }
  }

  @Test
  void callsOfUnknownPriceCountTowardsWhatIsConfirmedByAssumption() {
    try (var house = house()) {
      var few = desk(house, Collections.nCopies(25, Cost.UNKNOWN));
      var many = desk(house, Collections.nCopies(26, Cost.UNKNOWN));

      assertThat(ask(few, BEN, null)).isInstanceOf(Answer.Opened.class);
      assertThat(((Answer.Confirm) ask(many, ANNA, null)).blocks().toString())
          .contains("Its cost is not known in full");
    }
  }

  @Test
  void askingAgainConfirmsWhatIsLargeOrSendsAContextAsAskingDid() {
    try (var house = house()) {
      var desk = desk(house, "0");
      var plain = (Answer.Opened) ask(desk, ANNA, null);
      var confirm = (Answer.Confirm) ask(desk, BEN, "We met on Monday.");
      var told = (Answer.Opened) desk.press(HERE, BEN, new MessageId("start"), confirm.start());
      house.settled(plain.debate());
      house.settled(told.debate());

      assertThat(again(desk, ANNA, plain)).isInstanceOf(Answer.Opened.class);
      var once = (Answer.Confirm) again(desk, BEN, told);
      assertThat(once.blocks().toString()).contains("We met on Monday.");
      var dear = (Answer.Confirm) again(desk(house, "0.51"), ANNA, plain);
      assertThat(dear.blocks().toString()).contains("costs about $0.51");
      assertThat(desk.press(HERE, ANNA, new MessageId("go"), dear.start()))
          .isInstanceOf(Answer.Opened.class);
    }
  }

  @Test
  void askingAgainNeedsWhatAskingNeeds() {
    try (var house = house()) {
      var desk = desk(house, "0");
      var asked = (Answer.Opened) ask(desk, ANNA, null);
      house.settled(asked.debate());
      var guest = new Visitor(ANNA.person(), Visitor.Standing.GUEST, Set.of(), "en");

      assertThat(again(desk, guest, asked)).isInstanceOf(Answer.Told.class);
      assertThat(again(desk, ANNA, asked)).isInstanceOf(Answer.Opened.class);
    }
  }

  private static Answer again(ChatDesk desk, Visitor by, Answer.Opened debate) {
    var message = new MessageId("again-" + debate.debate() + by.person().id());
    return desk.press(HERE, by, message, new Control.RunAgain(debate.debate()));
  }

  @Test
  void aCredentialIsRefusedBeforeItIsEvenDrafted() {
    try (var house = house()) {
      var key = "sk-proj-" + "abcdefghij0123456789abcdefghij";

      var told = (Answer.Told) ask(desk(house, "9"), ANNA, "It said " + key + ".");

      assertThat(told.blocks().toString()).contains("an OpenAI key").doesNotContain(key);
      assertThat(house.store.drafts().take(new DebateId("draft"), ANNA.person())).isEmpty();
    }
  }

  @Test
  void whoIsDeniedByAGroupStartsNothingAndAddsNoRound() {
    try (var house = house()) {
      var desk = desk(house, "0");
      var opened = (Answer.Opened) ask(desk, ANNA, null);
      house.settled(opened.debate());
      house.accesses =
          new AccessSettings(
              Set.of(), Set.of("S7"), Set.of(), Set.of(), Set.of(), Map.of(), 100, 20, Map.of());

      assertThat(ask(desk, BEN, null)).isInstanceOf(Answer.Told.class);
      assertThat(desk.followUp(opened.debate(), HERE, BEN, new MessageId("f1"), "But?"))
          .isInstanceOf(Answer.Told.class);
      assertThat(desk.followUp(opened.debate(), HERE, ANNA, new MessageId("f2"), "But?"))
          .isInstanceOf(Answer.Heard.class);
    }
  }
}
