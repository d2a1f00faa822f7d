package dev.roundtable.session;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Moderator;
import dev.roundtable.debate.Move;
import dev.roundtable.debate.StopOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A debate as it stands: what happens is made durable, then counted, then told. */
final class Proceedings {
  private final Archive archive;
  private final Inbox inbox;
  private final Budget budget;
  private final Lease lease;
  private final Announcer announcer;
  private final List<Entry> before;
  private Debate debate;
  private Instant began;
  // The opening, which the debate's own thread tells like everything else.
  private @Nullable Entry untold;

  private Proceedings(Ports ports, Lease lease, List<Entry> before, @Nullable Entry untold) {
    this.archive = ports.archive();
    this.inbox = ports.inbox();
    this.budget = ports.budget();
    this.lease = lease;
    this.announcer = new Announcer(ports.audiences());
    this.before = List.copyOf(before);
    this.untold = untold;
    this.debate = Debate.of(List.of(before.getFirst().event()));
    this.began = before.getFirst().at();
    before.stream().skip(1).forEach(this::fold);
  }

  /** Those of a debate that was just opened, of which nobody was told. */
  static Proceedings begin(Ports ports, Archive.Opening opening) {
    var entry = opening.entry();
    return new Proceedings(ports, opening.lease(), List.of(entry), entry);
  }

  /** Those of a debate that was worked on before. */
  static Proceedings resume(Ports ports, Lease lease, List<Entry> before) {
    return new Proceedings(ports, lease, before, null);
  }

  DebateId id() {
    return lease.debate();
  }

  Debate debate() {
    return debate;
  }

  /** When the rounds began that are not settled yet. */
  Instant began() {
    return began;
  }

  /** Tells the audiences what was before. */
  void takeUp() {
    announcer.takenUp(lease, before, debate);
    tellOpening();
  }

  /** Tells the audiences of the opening, if they have not been told. */
  void tellOpening() {
    if (untold != null) {
      announcer.tell(untold, debate);
      announcer.caughtUp(debate);
      untold = null;
    }
  }

  /**
   * What is to be appended at once, and the debate as it will stand.
   *
   * @param events those that came, and what follows from them by the rules alone
   */
  record Ahead(List<DebateEvent> events, Debate debate) {
    Ahead {
      events = List.copyOf(events);
    }
  }

  /** Those events alone. */
  Ahead ahead(List<? extends DebateEvent> events) {
    return new Ahead(List.copyOf(events), after(events));
  }

  private Debate after(List<? extends DebateEvent> events) {
    var ahead = debate;
    for (var event : events) {
      ahead = ahead.with(event);
    }
    return ahead;
  }

  /**
   * Those events, and for whoever waits for no answer any more what follows from them: one commit
   * for all, since whoever waits for the verdict waits for each of them.
   *
   * @param goesOn whether the next round follows too, if there is to be one
   */
  Ahead withConsequences(List<? extends DebateEvent> events, boolean goesOn) {
    var all = new ArrayList<DebateEvent>(events);
    var ahead = after(events);
    for (var next = consequence(ahead, goesOn); next != null; next = consequence(ahead, goesOn)) {
      all.add(next);
      ahead = ahead.with(next);
    }
    return new Ahead(all, ahead);
  }

  /** The round, or that there is no budget for it; whichever it is has to be appended. */
  DebateEvent withinBudget(Debate before, DebateEvent.RoundOpened round) {
    return switch (budget.beforeRound(before)) {
      case Budget.Decision.Granted() -> round;
      case Budget.Decision.Spent(var reason) ->
          new DebateEvent.LimitReached(new StopOrder.BudgetSpent(reason));
    };
  }

  /** {@link #append(List)} with one. */
  void append(DebateEvent event) {
    append(List.of(event));
  }

  /**
   * Returns once the events are durable, and everybody was told.
   *
   * @throws LeaseLostException if another holder took over
   */
  void append(List<DebateEvent> events) {
    for (var entry : archive.append(lease, events)) {
      fold(entry);
      announcer.tell(entry, debate);
    }
    announcer.caughtUp(debate);
  }

  // What stands in line has to wait, and so has a round that people asked for.
  private @Nullable DebateEvent consequence(Debate ahead, boolean goesOn) {
    boolean waits = ahead.form() == null || !ahead.awaited().isEmpty();
    if (waits || !(Moderator.next(ahead) instanceof Move.Note(var next))) {
      return null;
    }
    if (next instanceof DebateEvent.RoundOpened round) {
      return goesOn && round.followUps().isEmpty() ? withinBudget(ahead, round) : null;
    }
    return next;
  }

  private void fold(Entry entry) {
    boolean underWay = debate.underWay();
    debate = debate.with(entry.event());
    if (!underWay && debate.underWay()) {
      began = entry.at();
    }
  }

  /** Appends what people did meanwhile. */
  void takeInbox() {
    var waiting = inbox.waiting(id());
    var fresh =
        waiting.stream()
            .filter(message -> !debate.handled().contains(message.message()))
            .map(DebateEvent.class::cast)
            .toList();
    if (!fresh.isEmpty()) {
      append(fresh);
    }
    if (!waiting.isEmpty()) {
      inbox.done(id(), waiting.stream().map(DebateEvent.FromPerson::message).toList());
    }
  }

  /** Complete once the audiences have handed on what they were told. */
  CompletableFuture<Void> handedOn() {
    return announcer.handedOn(id());
  }

  void letGo() {
    announcer.letGo(lease);
  }
}
