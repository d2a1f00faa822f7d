package dev.roundtable.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.debate.Cost;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.StopReason;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Admission;
import dev.roundtable.session.Receipt;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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
        new BigDecimal(user),
        Optional.empty(),
        new BigDecimal(20),
        Optional.empty(),
        Optional.empty(),
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

  @Test
  void theNumberOfDebatesIsLimitedToo() {
    try (var house = split(Cost.NOTHING)) {
      var none = LimitSettings.DEFAULT;
      house.limits =
          new LimitSettings(
              none.debate(),
              none.userPerDay(),
              none.channelPerDay(),
              none.workspacePerDay(),
              none.workspacePerMonth(),
              Optional.of(1),
              none.confirmAbove(),
              none.unknownCall(),
              true);
      house.settled(ANNA, "C1");

      assertThat(house.ask(ANNA, "C1"))
          .isEqualTo(
              new Admission.NotPermitted(
                  "A person may start 1 debate in a day, and none is left. It begins anew on"
                      + " 2026-11-24, 00:00 UTC."));
      assertThat(List.of(house.ask(BEN, "C2"))).hasOnlyElementsOfType(Admission.Opened.class);
    }
  }
}
