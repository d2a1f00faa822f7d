package dev.roundtable.session;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.ChairReply;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Moderator;
import dev.roundtable.debate.Move;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.StopOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Works on one debate until nothing is left to do. Everything that happens to it comes through one
 * mailbox to one thread, which alone appends.
 */
final class DebateSession {
  private final Ports ports;
  private final SessionSettings settings;
  private final Lease lease;
  private final Announcer announcer;
  private final BlockingQueue<Happening> mailbox = new LinkedBlockingQueue<>();
  private final Optional<Table> table;
  private final List<Entry> before;
  private Debate debate;
  // When the rounds began that are not settled yet, whoever held the debate then.
  private Instant began;
  private Timer.@Nullable Alarm deadline;
  private int deadlines;
  // The opening, which the debate's own thread tells like everything else.
  private @Nullable Entry untold;
  private volatile boolean leaving;
  // What came in before it was taken up is there too.
  private volatile boolean mail = true;

  private DebateSession(Ports ports, SessionSettings settings, Lease lease, List<Entry> before) {
    this.ports = ports;
    this.settings = settings;
    this.lease = lease;
    this.announcer = new Announcer(ports.audiences());
    this.before = List.copyOf(before);
    this.debate = Debate.of(List.of(before.getFirst().event()));
    this.began = before.getFirst().at();
    before.stream().skip(1).forEach(this::fold);
    this.table = ports.panels().find(debate.panel().name());
  }

  /** Begins a debate that was just opened. */
  static DebateSession begin(Ports ports, SessionSettings settings, Archive.Opening opening) {
    var entry = opening.entry();
    var session = new DebateSession(ports, settings, opening.lease(), List.of(entry));
    session.untold = entry;
    return session;
  }

  /** Takes up a debate wherever it stopped; nothing if nobody opened it, or if it is forgotten. */
  static Optional<DebateSession> resume(Ports ports, SessionSettings settings, DebateId id) {
    var lease = ports.archive().lease(id);
    var entries = ports.archive().read(id);
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(new DebateSession(ports, settings, lease, entries));
  }

  /** Tells the audiences of the opening, if they have not been told. */
  void tellOpening() {
    if (untold != null) {
      announcer.tell(untold, debate);
      untold = null;
    }
  }

  DebateId id() {
    return lease.debate();
  }

  /** Says that the inbox has something. */
  void poke() {
    mail = true;
    mailbox.add(new Happening.InboxArrived());
  }

  /** Says that somebody else is to go on with the debate once the calls under way have ended. */
  void leave() {
    leaving = true;
    mailbox.add(new Happening.ToldToLeave());
  }

  /**
   * Works until there is nothing to do and {@code mayEnd} agrees.
   *
   * @return false if it was told to leave before
   * @throws LeaseLostException if another holder took over
   */
  boolean run(BooleanSupplier mayEnd) throws InterruptedException {
    try {
      announcer.takenUp(lease, before, debate);
      tellOpening();
      while (true) {
        takeInbox();
        keepDeadline();
        var move = Moderator.next(debate);
        if (leaving && !(move instanceof Move.Wait)) {
          return false;
        }
        switch (move) {
          case Move.Note(DebateEvent.RoundOpened round) -> openRound(round);
          case Move.Note(var event) -> append(event);
          case Move.AskPanel(var briefs) -> askPanel(briefs);
          case Move.AskChair(var task) -> askChair(task);
          case Move.Wait() -> {
            if (handedOn() && mayEnd.getAsBoolean()) {
              return true;
            }
            if (leaving) {
              return false;
            }
          }
        }
      }
    } finally {
      clearDeadline();
      announcer.letGo(id());
    }
  }

  // Waits for the audiences, or for something new; true once everything is handed on.
  private boolean handedOn() throws InterruptedException {
    var pending = announcer.handedOn(id());
    if (!pending.isDone() && !leaving) {
      var _ = pending.whenComplete((_, _) -> mailbox.add(new Happening.HandedOn()));
      note(mailbox.take());
    }
    return pending.isDone();
  }

  private void append(DebateEvent event) {
    var entry = ports.archive().append(lease, event);
    fold(entry);
    announcer.tell(entry, debate);
  }

  private void fold(Entry entry) {
    boolean settled = debate.settled();
    debate = debate.with(entry.event());
    if (settled && !debate.settled()) {
      began = entry.at();
    }
  }

  // Whatever arrives after the look pokes again.
  private void takeInbox() {
    if (!mail) {
      return;
    }
    mail = false;
    for (var message : ports.inbox().waiting(id())) {
      if (!debate.handled().contains(message.message())) {
        append(message);
      }
      ports.inbox().done(id(), message.message());
    }
  }

  private void keepDeadline() {
    if (debate.settled()) {
      clearDeadline();
    } else if (deadline == null) {
      var passed = new Happening.DeadlinePassed(++deadlines);
      var left = untilDeadline();
      deadline = ports.timer().after(left, () -> mailbox.add(passed));
      if (left.isZero() && debate.stop() == null) {
        passDeadline();
      }
    }
  }

  // A debate that is taken up again has what was left, and never more than the whole.
  private Duration untilDeadline() {
    var whole = debate.rules().deadline();
    var left = whole.minus(since(began));
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    return left.compareTo(whole) < 0 ? left : whole;
  }

  private void clearDeadline() {
    if (deadline != null) {
      deadline.cancel();
      deadline = null;
    }
  }

  private void openRound(DebateEvent.RoundOpened round) throws InterruptedException {
    if (!round.followUps().isEmpty() && debate.settled() && !quiet()) {
      return;
    }
    switch (ports.budget().beforeRound(debate)) {
      case Budget.Decision.Granted() -> append(round);
      case Budget.Decision.Spent(var reason) ->
          append(new DebateEvent.LimitReached(new StopOrder.BudgetSpent(reason)));
    }
  }

  // True once nobody has added anything for the quiet time.
  private boolean quiet() throws InterruptedException {
    if (!settings.quietTime().isPositive()) {
      return true;
    }
    int waiting = debate.waitingFollowUps().size();
    var passed = new Happening.QuietPassed(waiting);
    var alarm = ports.timer().after(settings.quietTime(), () -> mailbox.add(passed));
    try {
      while (true) {
        var happening = mailbox.take();
        if (happening.equals(passed)) {
          return true;
        }
        note(happening);
        if (debate.waitingFollowUps().size() != waiting) {
          return false;
        }
      }
    } finally {
      alarm.cancel();
    }
  }

  private void askPanel(List<Brief> briefs) throws InterruptedException {
    var stop = debate.stop();
    if (stop != null) {
      briefs.forEach(brief -> abstain(brief, new Cause.Halted(stop), Duration.ZERO));
      return;
    }
    var open = new HashSet<SeatCall>();
    try {
      briefs.forEach(brief -> open.add(call(brief)));
      while (!open.isEmpty()) {
        takeBallot(open);
        haltIfStopped(open);
      }
    } finally {
      open.forEach(SeatCall::end);
    }
  }

  private void takeBallot(Set<SeatCall> open) throws InterruptedException {
    switch (mailbox.take()) {
      case Happening.SeatAnswered(var call, var reply) when open.remove(call) -> {
        call.settle();
        cast(call.brief(), reply, since(call.began()));
      }
      case Happening.SeatTimeUp(var call) when open.remove(call) -> {
        call.abandon();
        var timedOut = new Cause.TimedOut(timeout(call.brief()));
        abstain(call.brief(), timedOut, since(call.began()));
      }
      case Happening happening -> note(happening);
    }
  }

  private void haltIfStopped(Set<SeatCall> open) {
    var stop = debate.stop();
    if (stop != null) {
      for (var call : open) {
        call.abandon();
        abstain(call.brief(), new Cause.Halted(stop), since(call.began()));
      }
      open.clear();
    }
  }

  private SeatCall call(Brief brief) {
    var panelist = table.map(Table::panelists).map(seats -> seats.get(brief.seat()));
    Panelist gone = asked -> abstention(asked, new Cause.NotAllowed("the seat is gone"));
    return SeatCall.start(brief, panelist.orElse(gone), ports.timer(), timeout(brief), mailbox);
  }

  private Duration timeout(Brief brief) {
    return debate.rules().timeout(debate.panel().seat(brief.seat()));
  }

  private Duration since(Instant began) {
    return Duration.between(began, ports.timer().now());
  }

  private static Panelist.Reply abstention(Brief brief, Cause cause) {
    return new Panelist.Reply(new Ballot.Abstention(brief.seat(), cause), Provenance.CODE);
  }

  private void abstain(Brief brief, Cause cause, Duration latency) {
    boolean free = latency.isZero() || debate.panel().scripted();
    var spent = free ? Provenance.CODE : Provenance.UNKNOWN;
    cast(brief, new Panelist.Reply(new Ballot.Abstention(brief.seat(), cause), spent), latency);
  }

  private void cast(Brief brief, Panelist.Reply reply, Duration latency) {
    append(new DebateEvent.BallotCast(brief.round(), reply.ballot(), reply.provenance(), latency));
  }

  // Whatever is not the answer that is waited for.
  private void note(Happening happening) {
    switch (happening) {
      case Happening.InboxArrived() -> takeInbox();
      case Happening.DeadlinePassed(var number) when deadline != null && number == deadlines ->
          passDeadline();
      case Happening.SeatAnswered(var call, var reply)
          when call.abandoned() && reply.ballot() instanceof Ballot.Answered ->
          append(new DebateEvent.AnswerCameLate(call.brief().round(), call.brief().seat()));
      case Happening.SeatAnswered _,
          Happening.SeatTimeUp _,
          Happening.DeadlinePassed _,
          Happening.ChairAnswered _,
          Happening.ChairTimeUp _,
          Happening.HandedOn _,
          Happening.ToldToLeave _,
          Happening.QuietPassed _ -> {}
    }
  }

  private void passDeadline() {
    deadlines++;
    var order = new StopOrder.DeadlinePassed(debate.rules().deadline());
    append(new DebateEvent.LimitReached(order));
  }

  private void askChair(ChairTask task) throws InterruptedException {
    var answer = chairAnswer(task);
    append(Moderator.accept(debate, task, answer.reply(), answer.spent()));
  }

  private Chair.Answer chairAnswer(ChairTask task) throws InterruptedException {
    var chair = table.flatMap(Table::chair);
    if (chair.isEmpty()) {
      return failed(new Cause.NotAllowed("the chair is no longer configured"), Provenance.CODE);
    }
    var timeout = debate.rules().seatTimeout();
    var call = ChairCall.start(task, chair.get(), mailbox);
    var timeUp = new Happening.ChairTimeUp(call);
    var alarm = ports.timer().after(timeout, () -> mailbox.add(timeUp));
    try {
      while (true) {
        switch (mailbox.take()) {
          case Happening.ChairAnswered(var answered, var answer) when answered == call -> {
            return answer;
          }
          case Happening.ChairTimeUp(var late) when late == call -> {
            return failed(new Cause.TimedOut(timeout), Provenance.UNKNOWN);
          }
          case Happening happening -> note(happening);
        }
        var stop = debate.stop();
        if (stop != null && !(Moderator.next(debate) instanceof Move.AskChair)) {
          return failed(new Cause.Halted(stop), Provenance.UNKNOWN);
        }
      }
    } finally {
      call.end();
      alarm.cancel();
    }
  }

  private static Chair.Answer failed(Cause cause, Provenance spent) {
    return new Chair.Answer(new ChairReply.Failed(cause), spent);
  }
}
