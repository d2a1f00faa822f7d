package dev.roundtable.limits;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Person;
import dev.roundtable.session.Audience;
import dev.roundtable.session.Budget;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Lease;
import dev.roundtable.session.StoreException;
import dev.roundtable.transcript.Words;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reserves what a round will cost before its calls, charged to whoever starts it, and settles what
 * it did cost.
 */
public final class Budgets implements Budget, Audience {
  private static final Logger LOG = LoggerFactory.getLogger(Budgets.class);

  private final Supplier<LimitSettings> limits;
  private final Ledger ledger;
  private final Outlook outlook;
  private final Alarm alarm;
  private final InstantSource clock;

  /**
   * Budgets that follow a change of the limits at once.
   *
   * @param alarm is told on a debate's own thread: whoever is slow hands it on
   */
  public Budgets(
      Supplier<LimitSettings> limits,
      Ledger ledger,
      Outlook outlook,
      Alarm alarm,
      InstantSource clock) {
    this.limits = limits;
    this.ledger = ledger;
    this.outlook = outlook;
    this.alarm = alarm;
    this.clock = clock;
  }

  @Override
  public Decision beforeDebate(DebateEvent.Opened opened) {
    var payer = Payer.of(opened.venue(), opened.asker());
    return decide(opened, new Next(1, payer, Bill.NOTHING), ledger::wouldReserve);
  }

  @Override
  public Decision beforeFollowUp(Debate debate, Person by) {
    var payer = Payer.of(debate.opened().venue(), by);
    var next = new Next(debate.rounds().size() + 1, payer, soFar(debate));
    return decide(debate.opened(), next, ledger::wouldReserve);
  }

  @Override
  public Decision beforeRound(Debate debate) {
    int round = debate.rounds().size() + 1;
    var next = new Next(round, Payer.ofNextRound(debate), soFar(debate));
    return decide(debate.opened(), next, ledger::reserve);
  }

  private record Next(int round, Payer payer, Bill soFar) {}

  private interface Step {
    Ledger.Outcome take(Ledger.Reservation reservation);
  }

  private Decision decide(DebateEvent.Opened opened, Next next, Step step) {
    var settings = limits.get();
    var estimate = Bill.of(outlook.round(opened, next.round()), settings.unknownCall());
    var words = new LimitWords(Words.in(Locale.forLanguageTag(opened.venue().language())));
    boolean costs = estimate.usd().signum() > 0;
    if (costs && next.soFar().usd().add(estimate.usd()).compareTo(settings.debate()) > 0) {
      return new Decision.Spent(words.debateSpent(settings.debate(), next.soFar(), estimate));
    }
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var caps = Caps.of(settings, next.payer(), today);
    var reservation =
        new Ledger.Reservation(
            opened.id(), next.round(), next.payer(), today, next.soFar(), estimate.usd(), caps);
    return switch (step.take(reservation)) {
      case Ledger.Outcome.Reserved(var nearlySpent) -> {
        nearlySpent.forEach(cap -> alarm.nearlySpent(cap, ledger.balance(cap.account())));
        yield new Decision.Granted();
      }
      case Ledger.Outcome.Refused(var cap, var balance) ->
          new Decision.Spent(words.refused(cap, balance, estimate));
    };
  }

  // A seat that timed out where nothing costs anything has cost nothing.
  private Bill soFar(Debate debate) {
    var calls = outlook.round(debate.opened(), 1);
    boolean free = calls.stream().allMatch(call -> call.complete() && call.usd().signum() == 0);
    return Bill.of(debate.costs(), free ? BigDecimal.ZERO : limits.get().unknownCall());
  }

  @Override
  public void takenUp(Lease lease, List<Entry> entries, Debate debate) {
    if (!debate.rounds().isEmpty()) {
      settle(debate);
    }
  }

  // A round that is followed by another is settled by the reservation of that.
  @Override
  public void told(Entry entry, Debate debate) {
    switch (entry.event()) {
      case DebateEvent.SummaryWritten _ -> settle(debate);
      case DebateEvent.Opened _,
          DebateEvent.InLine _,
          DebateEvent.FormChosen _,
          DebateEvent.RoundOpened _,
          DebateEvent.BallotCast _,
          DebateEvent.AnswerCameLate _,
          DebateEvent.RoundClosed _,
          DebateEvent.PositionsGrouped _,
          DebateEvent.ChairFailed _,
          DebateEvent.VerdictReached _,
          DebateEvent.FollowUpAsked _,
          DebateEvent.FollowUpWithdrawn _,
          DebateEvent.AnswerHidden _,
          DebateEvent.TeamVoted _,
          DebateEvent.StopRequested _,
          DebateEvent.LimitReached _ -> {}
    }
  }

  // What fails stays reserved; the next settlement of the debate makes up for it.
  private void settle(Debate debate) {
    try {
      ledger.settle(debate.id(), soFar(debate), debate.settled());
    } catch (StoreException e) {
      LOG.error("the cost of debate {} could not be written down yet", debate.id(), e);
    }
  }
}
