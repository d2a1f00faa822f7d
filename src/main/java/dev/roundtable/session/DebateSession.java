package dev.roundtable.session;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Moderator;
import dev.roundtable.debate.Move;
import dev.roundtable.debate.StopOrder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.BooleanSupplier;

/**
 * Works on one debate until nothing is left to do. Everything that happens to it comes through one
 * mailbox to one thread, which alone appends.
 */
final class DebateSession implements Floor {
  private final Ports ports;
  private final SessionSettings settings;
  private final Proceedings proceedings;
  private final BlockingQueue<Happening> mailbox = new LinkedBlockingQueue<>();
  private final Deadline deadline;
  private final PanelPoll poll;
  private final Consultation chair;
  private volatile boolean leaving;
  // What came in before it was taken up is there too.
  private volatile boolean mail = true;

  private DebateSession(Ports ports, SessionSettings settings, Proceedings proceedings) {
    this.ports = ports;
    this.settings = settings;
    this.proceedings = proceedings;
    this.deadline = new Deadline(ports.timer(), mailbox);
    var table = ports.panels().find(debate().panel().name());
    var panelists = table.map(Table::panelists).orElse(Map.of());
    this.poll = new PanelPoll(this, panelists, ports.timer(), mailbox);
    this.chair = new Consultation(this, table.flatMap(Table::chair), ports.timer(), mailbox);
  }

  /** Begins a debate that was just opened. */
  static DebateSession begin(Ports ports, SessionSettings settings, Archive.Opening opening) {
    return new DebateSession(ports, settings, Proceedings.begin(ports, opening));
  }

  /** Takes up a debate wherever it stopped; nothing if nobody opened it, or if it is forgotten. */
  static Optional<DebateSession> resume(Ports ports, SessionSettings settings, DebateId id) {
    var lease = ports.archive().lease(id);
    var entries = ports.archive().read(id);
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new DebateSession(ports, settings, Proceedings.resume(ports, lease, entries)));
  }

  /** Tells the audiences of the opening, if they have not been told. */
  void tellOpening() {
    proceedings.tellOpening();
  }

  @Override
  public Debate debate() {
    return proceedings.debate();
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
    try (var _ = Subject.of(debate()).held()) {
      return work(mayEnd);
    } finally {
      poll.end();
      chair.end();
      deadline.clear();
      proceedings.letGo();
    }
  }

  private boolean work(BooleanSupplier mayEnd) throws InterruptedException {
    proceedings.takeUp();
    while (true) {
      takeInbox();
      keepDeadline();
      if (heard()) {
        continue;
      }
      var move = mayBegin() ? Moderator.next(debate()) : new Move.Wait();
      if (leaving && !(move instanceof Move.Wait)) {
        return false;
      }
      switch (move) {
        case Move.Note(DebateEvent.RoundOpened round) -> openRound(round);
        case Move.Note(var event) -> advance(List.of(event));
        case Move.AskPanel(var briefs) -> poll.begin(briefs);
        case Move.AskChair(var task) -> chair.begin(task);
        case Move.Wait() -> {
          if (handedOn() && end(mayEnd)) {
            return true;
          }
          if (leaving) {
            return false;
          }
        }
      }
    }
  }

  // False if nobody was asked.
  private boolean heard() throws InterruptedException {
    if (poll.isOpen()) {
      poll.finish();
      return true;
    }
    if (chair.isOpen()) {
      var heard = chair.finish();
      var answer = heard.answer();
      advance(List.of(Moderator.accept(debate(), heard.task(), answer.reply(), answer.spent())));
      return true;
    }
    return false;
  }

  // False while other debates come first; it is woken when they have moved on.
  private boolean mayBegin() {
    var debate = debate();
    if (debate.form() != null || debate.stop() != null) {
      return true;
    }
    int ahead = ports.turns().ahead(debate);
    if (ahead != debate.ahead()) {
      append(new DebateEvent.InLine(ahead));
    }
    return ahead == 0;
  }

  // Those behind a debate that is over move up before anybody thinks that it needs nothing more.
  private boolean end(BooleanSupplier mayEnd) {
    if (debate().settled()) {
      ports.turns().leave(debate());
    }
    boolean ends = mayEnd.getAsBoolean();
    if (!ends) {
      // What keeps it is in the inbox.
      mail = true;
    }
    return ends;
  }

  // Waits for the audiences, or for something new; true once everything is handed on.
  private boolean handedOn() throws InterruptedException {
    var pending = proceedings.handedOn();
    if (!pending.isDone() && !leaving) {
      var _ = pending.whenComplete((_, _) -> mailbox.add(new Happening.HandedOn()));
      note(mailbox.take());
      // What came may be something to do.
      return false;
    }
    return pending.isDone();
  }

  // Whatever arrives after the look pokes again.
  private void takeInbox() {
    if (mail) {
      mail = false;
      proceedings.takeInbox();
    }
  }

  private void append(DebateEvent event) {
    proceedings.append(event);
  }

  private void keepDeadline() {
    if (deadline.keep(debate(), proceedings.began())) {
      passDeadline();
    }
  }

  private void openRound(DebateEvent.RoundOpened round) throws InterruptedException {
    if (!round.followUps().isEmpty() && debate().settled() && !quiet()) {
      return;
    }
    write(proceedings.ahead(List.of(proceedings.withinBudget(debate(), round))));
  }

  @Override
  public void cast(List<DebateEvent.BallotCast> ballots) {
    advance(ballots);
  }

  // What somebody did meanwhile comes before the next round.
  private void advance(List<? extends DebateEvent> events) {
    write(proceedings.withConsequences(events, !mail && !leaving));
  }

  private void write(Proceedings.Ahead ahead) {
    beginCalls(ahead.debate());
    proceedings.append(ahead.events());
  }

  // Models need not wait for the disk, as whoever hears of them has to.
  private void beginCalls(Debate ahead) {
    if (poll.isOpen() || ahead.stop() != null || mail || leaving) {
      return;
    }
    switch (Moderator.next(ahead)) {
      case Move.AskPanel(var briefs) -> poll.begin(briefs);
      case Move.AskChair(var task) -> chair.begin(task);
      case Move.Note _, Move.Wait _ -> {}
    }
  }

  // True once nobody has added anything for the quiet time.
  private boolean quiet() throws InterruptedException {
    if (!settings.quietTime().isPositive()) {
      return true;
    }
    var waiting = debate().waitingFollowUps();
    var passed = new Happening.QuietPassed(waiting);
    var alarm = ports.timer().after(settings.quietTime(), () -> mailbox.add(passed));
    try {
      while (true) {
        var happening = mailbox.take();
        if (happening.equals(passed)) {
          return true;
        }
        note(happening);
        // One may have been withdrawn and another added.
        if (!debate().waitingFollowUps().equals(waiting)) {
          return false;
        }
      }
    } finally {
      alarm.cancel();
    }
  }

  // Whatever is not the answer that is waited for.
  @Override
  public void note(Happening happening) {
    switch (happening) {
      case Happening.InboxArrived() -> takeInbox();
      case Happening.DeadlinePassed passed when deadline.is(passed) -> passDeadline();
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
    deadline.said();
    var order = new StopOrder.DeadlinePassed(debate().rules().deadline());
    append(new DebateEvent.LimitReached(order));
  }
}
