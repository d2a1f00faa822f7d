package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.chat.Where;
import dev.roundtable.debate.Venue;
import dev.roundtable.discord.Company.Member;
import dev.roundtable.discord.FakeDiscord.Edit;
import dev.roundtable.discord.FakeDiscord.Kind;
import dev.roundtable.discord.FakeDiscord.Someone;
import dev.roundtable.session.SettableTimer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** When and by which way the card is kept up to date. Time passes only where a test lets it. */
@Timeout(120)
class CardEditsTest {
  private static final Someone ANNA = new Someone("111111111111111111", "Anna", false);
  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration GAP = Duration.ofMillis(1500);
  private static final String BY_HOOK = "PATCH /webhooks/";

  @TempDir Path folder;
  private final SettableTimer timer = new SettableTimer();
  private FakeDiscord discord;
  private FakeRoom room;
  private Company company;

  @BeforeEach
  void open() throws Exception {
    discord = new FakeDiscord(Duration.ofMillis(100));
    discord.clock = timer::now;
    room = discord.channel(discord.guild("Acme"), FakeRoom.Kind.TEXT, "decisions");
    company = new Company(members(6));
  }

  @AfterEach
  void close() {
    discord.close();
  }

  private static Member[] members(int seats) {
    var members = new ArrayList<Member>();
    for (int i = 1; i <= seats; i++) {
      var votes = i % 3 == 0 ? new String[] {"No", "Yes", "No"} : new String[] {"Yes", "No", "Yes"};
      members.add(new Member("Seat" + i, "It is worth what it costs. ".repeat(9), votes));
    }
    return members.toArray(Member[]::new);
  }

  private Bot bot() throws InterruptedException {
    return new Bot(discord, folder, company, timer).connected(discord);
  }

  private FakeInteraction ask(int rounds) {
    return discord.slash(
        ANNA,
        room,
        "ask",
        Map.of("question", "Should we?", "options", "Yes | No", "rounds", rounds));
  }

  private FakeMessage card() {
    return room.messages.getFirst();
  }

  private boolean cardReads(String text) {
    return !room.messages.isEmpty() && card().read().contains(text);
  }

  /** Lets time pass until it is so. */
  private void until(String what, BooleanSupplier so) throws InterruptedException {
    discord.await(
        what,
        () -> {
          boolean there = so.getAsBoolean();
          if (!there) {
            timer.advance(STEP);
          }
          return there;
        });
  }

  private List<Edit> cardEdits() {
    return discord.edits.stream().filter(edit -> edit.message() == card()).toList();
  }

  // A round begins or ends with it: everybody is waited for, or nobody.
  private static boolean turns(Edit edit) {
    boolean answered = edit.read().contains("☑️") || edit.read().contains("🔁");
    return !edit.read().contains("⏳") || !answered;
  }

  private void assertSpaced() {
    var edits = cardEdits();
    for (int i = 1; i < edits.size(); i++) {
      var rested = Duration.between(edits.get(i - 1).at(), edits.get(i).at());
      if (!turns(edits.get(i))) {
        assertThat(rested).as(edits.get(i).read()).isGreaterThanOrEqualTo(GAP);
      }
    }
  }

  @Test
  void editsInARoundAreAtLeastOneAndAHalfSecondsApartAndGoByTheHook() throws Exception {
    company.thinksFor(Duration.ofMillis(700), timer);
    try (var _ = bot()) {
      var asked = ask(2);
      until("last state", () -> cardReads("[Run again]"));
      assertThat(asked.shown).containsExactly(card());
      assertThat(cardEdits()).hasSizeGreaterThan(4);
      assertThat(cardEdits()).allMatch(edit -> edit.line().startsWith(BY_HOOK));
      assertThat(cardEdits()).anyMatch(edit -> !turns(edit));
      assertSpaced();
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void theEndOfARoundIsShownWithoutWaiting() throws Exception {
    company.hold("seat6", 1);
    company.hold("seat1", 2);
    try (var _ = bot()) {
      ask(3);
      until("all but one", () -> cardReads("waiting for Seat6"));
      int before = cardEdits().size();
      company.release("seat6", 1);
      // Time stands still from here on.
      discord.await("the next round", () -> cardReads("Round 2 of 3"));
      assertThat(cardEdits().subList(before, cardEdits().size()))
          .allMatch(CardEditsTest::turns)
          .noneMatch(edit -> edit.read().contains("putting equal positions together"));
      company.release();
      until("last state", () -> cardReads("[Run again]"));
    }
  }

  @Test
  void fromMinuteFourteenOnTheCardIsEditedByTheChannel() throws Exception {
    try (var _ = bot()) {
      ask(2);
      until("last state", () -> cardReads("[Run again]"));
      timer.advance(Duration.ofMinutes(5));
      assertThat(editsOfAFollowUp(2)).allMatch(edit -> edit.line().startsWith(BY_HOOK));
      timer.advance(Duration.ofMinutes(10));
      var byChannel = "PATCH /channels/" + room.id + "/messages/" + card().id;
      assertThat(editsOfAFollowUp(3)).allMatch(edit -> edit.line().equals(byChannel));
      assertThat(discord.complaints).isEmpty();
    }
  }

  private List<Edit> editsOfAFollowUp(int verdict) throws InterruptedException {
    int before = cardEdits().size();
    discord.slash(ANNA, discord.thread(card()), "follow", Map.of("question", "And now?"));
    until("verdict " + verdict, () -> cardReads("Verdict " + verdict) && cardReads("[Run again]"));
    var edits = cardEdits();
    assertThat(edits).hasSizeGreaterThan(before);
    return edits.subList(before, edits.size());
  }

  @Test
  void fiftySeatsThatAnswerOneAfterTheOtherForThreeMinutesTakeFortyFiveEdits() throws Exception {
    company = new Company(members(50));
    company.thinksFor(Duration.ofMillis(800), timer);
    try (var _ = bot()) {
      ask(3);
      until("last state", () -> cardReads("[Run again]"));
      until("its card", () -> room.messages.size() == 2 && room.messages.getLast().edits == 1);
      var thread = discord.thread(card());
      assertThat(discord.edits).hasSizeLessThanOrEqualTo(45);
      assertThat(room.messages.size() + thread.messages.size()).isLessThanOrEqualTo(15);
      assertThat(thread.read()).contains("Round 3");
      assertSpaced();
      assertThat(discord.limited).hasValue(0);
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void afterARestartInTheMiddleOfARoundTheSameCardGoesOn() throws Exception {
    company.hold("seat6", 2);
    FakeMessage first;
    try (var _ = bot()) {
      ask(2);
      until("a second round", () -> cardReads("waiting for Seat6") && cardReads("Round 2"));
      first = card();
    }
    company.release();
    try (var _ = bot()) {
      until("verdict", () -> room.messages.size() == 2);
      until("last state", () -> cardReads("[Run again]"));
      assertThat(card()).isSameAs(first);
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void aCardThatWasNotThereYetWhenTheBotStoppedTakesThePlaceOfThinkingAfterwards()
      throws Exception {
    discord.fail(BY_HOOK, 1000, Kind.REFUSED, 500, 0);
    FakeInteraction asked;
    try (var bot = bot()) {
      asked = ask(2);
      discord.await("the debate", () -> !bot.store.past().open(place()).isEmpty());
      discord.await("a try", () -> discord.requests.stream().anyMatch(this::isByHook));
    }
    discord.faults.clear();
    try (var _ = bot()) {
      until("verdict", () -> room.messages.size() == 2);
      until("last state", () -> cardReads("[Run again]"));
      assertThat(asked.shown).containsExactly(card());
      assertThat(asked.thinks()).isFalse();
      assertThat(discord.complaints).isEmpty();
    }
  }

  @Test
  void aCardWhoseHookClosedWhileTheBotWasAwayComesByTheChannel() throws Exception {
    discord.fail(BY_HOOK, 1000, Kind.REFUSED, 500, 0);
    try (var bot = bot()) {
      ask(2);
      discord.await("the debate", () -> !bot.store.past().open(place()).isEmpty());
      discord.await("a try", () -> discord.requests.stream().anyMatch(this::isByHook));
    }
    timer.advance(Duration.ofMinutes(15));
    try (var _ = bot()) {
      until("verdict", () -> room.messages.size() == 2);
      until("last state", () -> cardReads("[Run again]"));
      assertThat(discord.complaints).isEmpty();
    }
  }

  private boolean isByHook(String line) {
    return line.startsWith(BY_HOOK);
  }

  @Test
  void aClosedHookIsNotKept() throws Exception {
    try (var bot = bot()) {
      ask(1);
      until("last state", () -> cardReads("[Run again]"));
      var debate = bot.store.past().inChannel(place(), 1).getFirst().debate();
      var name = "discord.hook." + debate;
      assertThat(bot.store.memo().read(name)).isPresent();
      timer.advance(Duration.ofMinutes(15));
      discord.await("nothing kept", () -> bot.store.memo().read(name).isEmpty());
    }
  }

  private Where place() {
    var guild = String.valueOf(room.guild);
    return new Where("discord", guild, String.valueOf(room.id), null, Venue.Reach.PUBLIC);
  }
}
