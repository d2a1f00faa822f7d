package dev.roundtable.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Person;
import dev.roundtable.limits.Account;
import dev.roundtable.limits.Account.Scope;
import dev.roundtable.limits.Bill;
import dev.roundtable.limits.Cap;
import dev.roundtable.limits.Ledger;
import dev.roundtable.limits.Ledger.Outcome;
import dev.roundtable.limits.Payer;
import dev.roundtable.session.SettableTimer;
import dev.roundtable.session.StoreException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What was spent, in every database. */
@Timeout(120)
abstract class LedgerContract {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final Payer ANNA = payer("U1", "Anna");
  private static final Payer BEN = payer("U2", "Ben");
  private static final DebateId ID = new DebateId("debate-1");

  @SuppressWarnings("NullAway.Init")
  private DebateStore store;

  /** Of an empty database. */
  abstract String url();

  @BeforeEach
  void open() {
    var url = url();
    store = DebateStore.open(url, TestDatabases.login(url), new SettableTimer()::now);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Payer payer(String id, String name) {
    return new Payer("slack", "T1", "C1", new Person(id, name));
  }

  private static BigDecimal usd(String amount) {
    return new BigDecimal(amount);
  }

  private static Bill bill(String amount) {
    return new Bill(usd(amount), 0);
  }

  private static Account account(Scope scope, String id, String period) {
    return new Account(scope, "slack", "T1", id, period);
  }

  private static Cap workspace(String most) {
    return new Cap.Money(account(Scope.WORKSPACE, "", DAY.toString()), usd(most));
  }

  private static Ledger.Reservation round(
      DebateId debate, int round, Payer payer, String before, String estimate, Cap... caps) {
    return new Ledger.Reservation(
        debate, round, payer, DAY, bill(before), usd(estimate), List.of(caps));
  }

  private BigDecimal used(Scope scope, String id, String period) {
    return store.ledger().balance(account(scope, id, period)).used();
  }

  @Test
  void aRoundCountsForItsPersonChannelAndWorkspaceInItsDayAndMonth() {
    store.ledger().reserve(round(ID, 1, ANNA, "0", "0.25"));

    for (var period : List.of("2026-11-23", "2026-11")) {
      assertThat(used(Scope.PERSON, "U1", period)).isEqualByComparingTo("0.25");
      assertThat(used(Scope.CHANNEL, "C1", period)).isEqualByComparingTo("0.25");
      assertThat(used(Scope.WORKSPACE, "", period)).isEqualByComparingTo("0.25");
    }
    assertThat(used(Scope.PERSON, "U1", "2026-11-24")).isZero();
    assertThat(used(Scope.PERSON, "U2", "2026-11")).isZero();
  }

  @Test
  void whatWasNotNeededComesBackWithTheSettlementAndASettlementCountsOnce() {
    store.ledger().reserve(round(ID, 1, ANNA, "0", "0.25"));
    store.ledger().settle(ID, bill("0.1"), false);
    assertThat(used(Scope.PERSON, "U1", "2026-11")).isEqualByComparingTo("0.25");

    store.ledger().settle(ID, bill("0.11"), true);
    store.ledger().settle(ID, bill("0.11"), true);

    assertThat(used(Scope.PERSON, "U1", "2026-11")).isEqualByComparingTo("0.11");
  }

  @Test
  void whatCostMoreThanWasReservedIsChargedAllTheSame() {
    store.ledger().reserve(round(ID, 1, ANNA, "0", "0.25"));
    store.ledger().settle(ID, new Bill(usd("0.4"), 3), false);

    var balance = store.ledger().balance(account(Scope.WORKSPACE, "", "2026-11-23"));
    assertThat(balance.used()).isEqualByComparingTo("0.4");
    assertThat(balance.unknownCalls()).isEqualTo(3);
    assertThat(balance.debates()).isEqualTo(1);
  }

  @Test
  void eachRoundIsChargedToWhoeverStartedIt() {
    store.ledger().reserve(round(ID, 1, ANNA, "0", "0.25"));
    store.ledger().reserve(round(ID, 2, BEN, "0.2", "0.3"));
    store.ledger().settle(ID, bill("0.26"), true);

    assertThat(used(Scope.PERSON, "U1", "2026-11")).isEqualByComparingTo("0.2");
    assertThat(used(Scope.PERSON, "U2", "2026-11")).isEqualByComparingTo("0.06");
    assertThat(store.ledger().persons("slack", "T1", "2026-11", 5))
        .extracting(balance -> balance.label() + " " + balance.debates())
        .containsExactly("Anna 1", "Ben 0");
  }

  @Test
  void aRoundThatIsTakenUpAgainIsReservedOnce() {
    var round = round(ID, 1, ANNA, "0", "0.25", workspace("0.3"));
    assertThat(store.ledger().reserve(round)).isInstanceOf(Outcome.Reserved.class);

    assertThat(store.ledger().reserve(round)).isInstanceOf(Outcome.Reserved.class);

    assertThat(used(Scope.WORKSPACE, "", "2026-11")).isEqualByComparingTo("0.25");
  }

  @Test
  void whatDoesNotFitIsRefusedWithWhatIsLeftAndChangesNothing() {
    store.ledger().reserve(round(ID, 1, ANNA, "0", "0.25", workspace("0.3")));

    var next = round(new DebateId("debate-2"), 1, BEN, "0", "0.1", workspace("0.3"));
    var refused = (Outcome.Refused) store.ledger().reserve(next);

    assertThat(refused.balance().used()).isEqualByComparingTo("0.25");
    assertThat(store.ledger().wouldReserve(next)).isEqualTo(refused);
    assertThat(used(Scope.WORKSPACE, "", "2026-11-23")).isEqualByComparingTo("0.25");
  }

  @Test
  void whatCostsNothingFitsAlways() {
    store.ledger().reserve(round(ID, 1, ANNA, "0", "0.25", workspace("0.25")));
    store.ledger().settle(ID, bill("0.4"), true);

    var free = round(new DebateId("debate-2"), 1, ANNA, "0", "0", workspace("0.25"));

    assertThat(store.ledger().reserve(free)).isInstanceOf(Outcome.Reserved.class);
  }

  @Test
  void debatesAreCountedByTheirFirstRound() {
    var cap = new Cap.Debates(account(Scope.PERSON, "U1", DAY.toString()), 1);
    store.ledger().reserve(round(ID, 1, ANNA, "0", "0", cap));

    assertThat(store.ledger().reserve(round(ID, 2, ANNA, "0", "0", cap)))
        .isInstanceOf(Outcome.Reserved.class);
    assertThat(store.ledger().reserve(round(new DebateId("debate-2"), 1, ANNA, "0", "0", cap)))
        .isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void fourFifthsAreToldOnce() {
    var cap = workspace("1");
    var told = new ArrayList<Cap>();
    for (int i = 0; i < 10; i++) {
      var round = round(new DebateId("debate-" + i), 1, ANNA, "0", "0.1", cap);
      told.addAll(((Outcome.Reserved) store.ledger().reserve(round)).nearlySpent());
      assertThat(told).hasSize(i < 7 ? 0 : 1);
    }
  }

  @Test
  void anAccountWithTwoCapsIsToldOfEachOnce() {
    var day = account(Scope.PERSON, "U1", DAY.toString());
    var caps = new Cap[] {new Cap.Money(day, usd("2")), new Cap.Debates(day, 5)};
    var told = new ArrayList<Cap>();
    for (int i = 1; i <= 5; i++) {
      var round = round(new DebateId("debate-" + i), 1, ANNA, "0", i == 2 ? "1.6" : "0.01", caps);
      told.addAll(((Outcome.Reserved) store.ledger().reserve(round)).nearlySpent());
      assertThat(told).hasSize(i < 2 ? 0 : i < 4 ? 1 : 2);
    }
    assertThat(told).containsExactly(caps);
  }

  @Test
  void whatCostsNothingIsNoCauseForAlarm() {
    var round = round(ID, 1, ANNA, "0", "0", workspace("0"));

    assertThat(((Outcome.Reserved) store.ledger().reserve(round)).nearlySpent()).isEmpty();
  }

  @Test
  void aPersonWhoIsForgottenIsInNoAccount() {
    store.ledger().reserve(round(ID, 1, ANNA, "0", "0.25"));
    store.records().forgetPerson("U1", "operator");
    store.ledger().settle(ID, bill("0.1"), true);

    assertThat(used(Scope.WORKSPACE, "", "2026-11")).isEqualByComparingTo("0.1");
    assertThat(store.ledger().persons("slack", "T1", "2026-11", 5))
        .allSatisfy(balance -> assertThat(balance.label() + balance.account().id()).isEmpty());
  }

  // What is beyond the cap is what calls cost more than was thought, never a round too many.
  @Test
  void aThousandStartsAtOnceExceedABudgetByNoMoreThanTheCallsInFlight() throws Exception {
    var starts = new ArrayList<Callable<Outcome>>();
    for (int i = 0; i < 1000; i++) {
      var round = round(new DebateId("debate-" + i), 1, ANNA, "0", "0.07", workspace("5"));
      starts.add(() -> store.ledger().reserve(round));
    }
    int granted = 0;
    int unweighed = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Outcome> start : threads.invokeAll(starts)) {
        switch (start.state()) {
          case SUCCESS -> granted += start.resultNow() instanceof Outcome.Reserved ? 1 : 0;
          case FAILED -> {
            assertThat(start.exceptionNow()).isInstanceOf(StoreException.class);
            unweighed++;
          }
          case RUNNING, CANCELLED -> throw new AssertionError(start.state());
        }
      }
    }
    var used = used(Scope.WORKSPACE, "", "2026-11-23");
    assertThat(granted).isBetween(1, 71);
    assertThat(used).isEqualByComparingTo(usd("0.07").multiply(BigDecimal.valueOf(granted)));
    assertThat(granted + unweighed).isGreaterThanOrEqualTo(71);
    System.out.printf(
        "1,000 starts at once, %s: %d granted, %d not weighed in time, $%s of $5.00 reserved%n",
        getClass().getSimpleName(), granted, unweighed, used);
  }
}
