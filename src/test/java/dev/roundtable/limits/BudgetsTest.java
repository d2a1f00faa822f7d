package dev.roundtable.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.StopReason;
import dev.roundtable.debate.Venue;
import dev.roundtable.limits.Account.Period;
import dev.roundtable.limits.Account.Scope;
import dev.roundtable.session.Admission;
import dev.roundtable.session.Receipt;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class BudgetsTest {
  private static final Person ANNA = new Person("U1", "Anna");
  private static final Person BEN = new Person("U2", "Ben");
  private static final Where HERE = new Where("slack", "T1", "C1", null, Venue.Reach.PUBLIC);

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  private House split(Cost cost) {
    return new House(folder, cost, House.seat(cost, "a"), House.seat(cost, "b"));
  }

  private static LimitSettings limits(String debate, String user, String unknownCall) {
    return new LimitSettings(
        new BigDecimal(debate),
        List.of(
            new Allowance.Money(Scope.PERSON, Period.DAY, new BigDecimal(user)),
            new Allowance.Money(Scope.WORKSPACE, Period.DAY, new BigDecimal(20))),
        new BigDecimal("0.50"),
        new BigDecimal(unknownCall),
        true);
  }

  private static Visitor visitor(Person person, Visitor.Standing standing) {
    return new Visitor(person, standing, Set.of(), "en");
  }

  private static StopReason reason(Debate debate) {
    return debate.lastRuling().orElseThrow().reached().reason();
  }

  @Test
  void whoeverIsOutOfBudgetIsToldWhatIsLeftAndWhenThereIsMore() {
    try (var house = split(House.DIME)) {
      house.limits = limits("1", "0.50", "0.02");
      assertThat(house.settled(ANNA, "C1").rounds()).hasSize(2);

      assertThat(house.ask(ANNA, "C1"))
          .isEqualTo(
              new Admission.NotPermitted(
                  "A person may spend $0.50 in a day; $0.10 are left, and a round costs about"
                      + " $0.20. It begins anew on 2026-11-24, 00:00 UTC."));
      assertThat(house.ask(BEN, "C1")).isInstanceOf(Admission.Opened.class);
    }
  }

  @Test
  void theNextDayBeginsAnewAndALimitThatIsRaisedHoldsAtOnce() {
    try (var house = split(House.DIME)) {
      house.limits = limits("1", "0.50", "0.02");
      house.settled(ANNA, "C1");
      assertThat(house.ask(ANNA, "C1")).isInstanceOf(Admission.NotPermitted.class);

      house.limits = limits("1", "0.80", "0.02");
      house.settled(ANNA, "C1");
      assertThat(house.ask(ANNA, "C1")).isInstanceOf(Admission.NotPermitted.class);

      house.timer.advance(Duration.ofDays(1));
      assertThat(house.ask(ANNA, "C1")).isInstanceOf(Admission.Opened.class);
    }
  }

  @Test
  void aRoundThatTheBudgetDoesNotCoverIsNotHeldAndTheVotesStand() {
    try (var house = split(House.DIME)) {
      house.limits = limits("1", "0.30", "0.02");

      var debate = house.settled(ANNA, "C1");

      assertThat(debate.rounds()).hasSize(1);
      assertThat(reason(debate)).isEqualTo(StopReason.BUDGET);
    }
  }

  @Test
  void aDebateHasABudgetOfItsOwn() {
    try (var house = split(House.DIME)) {
      house.limits = limits("0.35", "5", "0.02");

      assertThat(house.settled(ANNA, "C1").rounds()).hasSize(1);
      assertThat(house.ask(BEN, "C1")).isInstanceOf(Admission.Opened.class);
    }
  }

  @Test
  void aFollowUpIsChargedToItsAuthor() {
    try (var house = split(House.DIME)) {
      var debate = house.settled(ANNA, "C1");
      house.followUp(debate, BEN);
      house.settled(debate.id());

      assertThat(house.usage.lines(HERE, visitor(ANNA, Visitor.Standing.MEMBER)))
          .contains("You, today: $0.40 of $5.00; $4.60 left.");
      assertThat(house.usage.lines(HERE, visitor(BEN, Visitor.Standing.MEMBER)))
          .contains("You, today: $0.20 of $5.00; $4.80 left.")
          .noneMatch(line -> line.contains("Anna"));
    }
  }

  @Test
  void aFollowUpThatNobodyCanPayForIsRefusedWithTheReason() {
    try (var house = split(House.DIME)) {
      var debate = house.settled(ANNA, "C1");
      house.limits = limits("1", "0.10", "0.02");

      assertThat(house.followUp(debate, BEN))
          .isEqualTo(
              new Receipt.NotPermitted(
                  "A person may spend $0.10 in a day; $0.10 are left, and a round costs about"
                      + " $0.20. It begins anew on 2026-11-24, 00:00 UTC."));
      assertThat(house.settled(debate.id()).followUps()).isEmpty();
    }
  }

  @Test
  void anAdminSeesEverybodyAndThatABudgetIsNearlySpent() {
    try (var house = split(House.DIME)) {
      house.limits = limits("1", "0.50", "0.02");
      house.settled(ANNA, "C1");
      house.settled(BEN, "C2");

      var lines = house.usage.lines(HERE, visitor(ANNA, Visitor.Standing.ADMIN));

      assertThat(lines)
          .contains(
              "You, today: $0.40 of $0.50; $0.10 left. More than four fifths are used.",
              "This channel, today: $0.40, 1 debate.",
              "This workspace, today: $0.80 of $20.00; $19.20 left.",
              "Anna, this month: $0.40, 1 debate.",
              "Ben, this month: $0.40, 1 debate.");
      assertThat(house.usage.lines(HERE, visitor(new Person("U9", "Mo"), Visitor.Standing.GUEST)))
          .contains("Anna, this month: $0.40, 1 debate.");
      assertThat(house.alarms).hasSize(2);
    }
  }

  @Test
  void aCallOfUnknownPriceCountsByAssumptionAndSaysSo() {
    try (var house = split(Cost.UNKNOWN)) {
      house.limits = limits("1", "0.20", "0.03");
      house.settled(ANNA, "C1");

      assertThat(house.usage.lines(HERE, visitor(ANNA, Visitor.Standing.MEMBER)))
          .contains(
              "You, today: $0.12 of $0.20; $0.08 left. (4 calls of unknown price, counted as"
                  + " $0.03 each.)");
      house.limits = limits("1", "0.15", "0.03");
      assertThat(((Admission.NotPermitted) house.ask(ANNA, "C1")).reason())
          .endsWith("The price of 2 calls in it is not known and assumed.");
    }
  }

  @Test
  void whatCostsNothingIsAskedWhenTheBudgetIsSpentAndCostsNothingWhenASeatFails() {
    try (var house =
        new House(
            folder, Cost.NOTHING, House.seat(Cost.UNKNOWN, "a"), House.seat(Cost.UNKNOWN, "b"))) {
      house.limits = limits("0", "0", "0.02");

      assertThat(house.settled(ANNA, "C1").rounds()).hasSize(2);
      assertThat(house.usage.lines(HERE, visitor(ANNA, Visitor.Standing.MEMBER)))
          .anyMatch(line -> line.startsWith("You, today: $0.00 of $0.00; $0.00 left."));
    }
  }

  private static LimitSettings only(Allowance... allowances) {
    var rest = LimitSettings.DEFAULT;
    return new LimitSettings(
        rest.debate(), List.of(allowances), rest.confirmAbove(), rest.unknownCall(), true);
  }

  static Stream<Arguments> accounts() {
    return Stream.of(
        Arguments.of(Scope.PERSON, Period.DAY, "A person may %s in a day", "2026-11-24"),
        Arguments.of(Scope.PERSON, Period.MONTH, "A person may %s in a month", "2026-12-01"),
        Arguments.of(Scope.CHANNEL, Period.DAY, "%s in this channel in a day", "2026-11-24"),
        Arguments.of(Scope.CHANNEL, Period.MONTH, "%s in this channel in a month", "2026-12-01"),
        Arguments.of(Scope.WORKSPACE, Period.DAY, "%s in this workspace in a day", "2026-11-24"),
        Arguments.of(
            Scope.WORKSPACE, Period.MONTH, "%s in this workspace in a month", "2026-12-01"));
  }

  // Who is not held back by what another has used: nobody, or somebody else, or somewhere else.
  private static boolean isShared(Scope scope, Person by, String channel) {
    return switch (scope) {
      case PERSON -> by.equals(ANNA);
      case CHANNEL -> channel.equals("C1");
      case WORKSPACE -> true;
    };
  }

  private static void asksBesides(House house, Scope scope, Person by, String channel) {
    assertThat(house.ask(by, channel))
        .isInstanceOf(
            isShared(scope, by, channel) ? Admission.NotPermitted.class : Admission.Opened.class);
  }

  private static void holdsForItsOwnAlone(House house, Scope scope, Period period, String refusal) {
    asksBesides(house, scope, ANNA, "C2");
    asksBesides(house, scope, BEN, "C1");
    assertThat(((Admission.NotPermitted) house.ask(ANNA, "C1")).reason()).isEqualTo(refusal);
    house.timer.advance(Duration.ofDays(1));
    assertThat(house.ask(ANNA, "C1"))
        .isInstanceOf(period == Period.DAY ? Admission.Opened.class : Admission.NotPermitted.class);
    house.timer.advance(Duration.ofDays(7));
    assertThat(house.ask(ANNA, "C1")).isInstanceOf(Admission.Opened.class);
  }

  @ParameterizedTest
  @MethodSource("accounts")
  void moneyIsLimitedForEachPersonChannelAndWorkspaceInEachDayAndMonth(
      Scope scope, Period period, String said, String anew) {
    try (var house = split(House.DIME)) {
      house.limits = only(new Allowance.Money(scope, period, new BigDecimal("0.50")));
      house.settled(ANNA, "C1");

      var spend = scope == Scope.PERSON ? "spend $0.50" : "$0.50 may be spent";
      holdsForItsOwnAlone(
          house,
          scope,
          period,
          said.formatted(spend)
              + "; $0.10 are left, and a round costs about $0.20. It begins anew on "
              + anew
              + ", 00:00 UTC.");
      assertThat(house.alarms).extracting(Cap::account).first().matches(at -> at.scope() == scope);
    }
  }

  @ParameterizedTest
  @MethodSource("accounts")
  void debatesAreLimitedForEachPersonChannelAndWorkspaceInEachDayAndMonth(
      Scope scope, Period period, String said, String anew) {
    try (var house = split(Cost.NOTHING)) {
      house.limits = only(new Allowance.Debates(scope, period, 1));
      house.settled(ANNA, "C1");

      var start = scope == Scope.PERSON ? "start 1 debate" : "1 debate may be started";
      holdsForItsOwnAlone(
          house,
          scope,
          period,
          said.formatted(start) + ", and none is left. It begins anew on " + anew + ", 00:00 UTC.");
    }
  }

  @Test
  void theUsageNamesEveryLimitThatHolds() {
    try (var house = split(House.DIME)) {
      var all = new ArrayList<Allowance>();
      for (var scope : Scope.values()) {
        for (var period : Period.values()) {
          all.add(new Allowance.Debates(scope, period, 7));
          all.add(new Allowance.Money(scope, period, new BigDecimal("8")));
        }
      }
      house.limits = only(all.toArray(Allowance[]::new));
      house.settled(ANNA, "C1");

      assertThat(house.usage.lines(HERE, visitor(ANNA, Visitor.Standing.ADMIN)))
          .containsExactly(
              "Debates that you started today: 1 of 7.",
              "You, today: $0.40 of $8.00; $7.60 left.",
              "Debates that you started this month: 1 of 7.",
              "You, this month: $0.40 of $8.00; $7.60 left.",
              "Debates that were started in this channel today: 1 of 7.",
              "This channel, today: $0.40 of $8.00; $7.60 left.",
              "Debates that were started in this channel this month: 1 of 7.",
              "This channel, this month: $0.40 of $8.00; $7.60 left.",
              "Debates that were started in this workspace today: 1 of 7.",
              "This workspace, today: $0.40 of $8.00; $7.60 left.",
              "Debates that were started in this workspace this month: 1 of 7.",
              "This workspace, this month: $0.40 of $8.00; $7.60 left.",
              "Anna, this month: $0.40, 1 debate.",
              "The next day begins on 2026-11-24, 00:00 UTC.");
    }
  }
}
