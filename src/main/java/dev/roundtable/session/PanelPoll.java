package dev.roundtable.session;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;

/** Asks the seats of a round all at once, and takes their ballots as they come. */
final class PanelPoll {
  /** The session that holds the poll. */
  interface Floor {
    Debate debate();

    /** Takes ballots that came at the same time. */
    void cast(List<DebateEvent.BallotCast> ballots);

    /** Takes what comes into the mailbox and is no ballot. */
    void note(Happening other);
  }

  private final Floor floor;
  private final Map<SeatId, Panelist> panelists;
  private final Timer timer;
  private final BlockingQueue<Happening> mailbox;

  /**
   * A poll of a panel.
   *
   * @param panelists those that are configured; a seat without one abstains
   */
  PanelPoll(
      Floor floor, Map<SeatId, Panelist> panelists, Timer timer, BlockingQueue<Happening> mailbox) {
    this.floor = floor;
    this.panelists = panelists;
    this.timer = timer;
    this.mailbox = mailbox;
  }

  /**
   * Asks those seats, and returns once each has a ballot: an order to stop, or their time, ends
   * those that are missing.
   */
  void ask(List<Brief> briefs) throws InterruptedException {
    var stop = floor.debate().stop();
    if (stop != null) {
      floor.cast(
          briefs.stream()
              .map(brief -> abstention(brief, new Cause.Halted(stop), Duration.ZERO))
              .toList());
      return;
    }
    var open = new HashSet<SeatCall>();
    try {
      briefs.forEach(brief -> open.add(call(brief)));
      while (!open.isEmpty()) {
        takeBallots(open);
        haltIfStopped(open);
      }
    } finally {
      open.forEach(SeatCall::end);
    }
  }

  // What has come meanwhile is written together: under load there is more of it.
  private void takeBallots(Set<SeatCall> open) throws InterruptedException {
    var ballots = new ArrayList<DebateEvent.BallotCast>();
    var happening = mailbox.take();
    while (happening != null) {
      var ballot = ballot(happening, open);
      if (ballot.isEmpty()) {
        break;
      }
      ballots.add(ballot.get());
      happening = mailbox.poll();
    }
    if (!ballots.isEmpty()) {
      floor.cast(ballots);
    }
    if (happening != null) {
      floor.note(happening);
    }
  }

  // Nothing if it ends none of the calls that are waited for.
  private Optional<DebateEvent.BallotCast> ballot(Happening happening, Set<SeatCall> open) {
    return switch (happening) {
      case Happening.SeatAnswered(var call, var reply) when open.remove(call) -> {
        call.settle();
        yield Optional.of(ballot(call.brief(), reply, since(call.began())));
      }
      case Happening.SeatTimeUp(var call) when open.remove(call) -> {
        call.abandon();
        var timedOut = new Cause.TimedOut(timeout(call.brief()));
        yield Optional.of(abstention(call.brief(), timedOut, since(call.began())));
      }
      case Happening _ -> Optional.empty();
    };
  }

  private void haltIfStopped(Set<SeatCall> open) {
    var stop = floor.debate().stop();
    if (stop != null && !open.isEmpty()) {
      var halted = new ArrayList<DebateEvent.BallotCast>();
      for (var call : open) {
        call.abandon();
        halted.add(abstention(call.brief(), new Cause.Halted(stop), since(call.began())));
      }
      open.clear();
      floor.cast(halted);
    }
  }

  private SeatCall call(Brief brief) {
    Panelist gone = asked -> abstention(asked, new Cause.Vacant());
    var panelist = panelists.getOrDefault(brief.seat(), gone);
    return SeatCall.start(brief, panelist, timer, timeout(brief), mailbox);
  }

  private Duration timeout(Brief brief) {
    return floor.debate().rules().timeout(floor.debate().panel().seat(brief.seat()));
  }

  private Duration since(Instant began) {
    return Duration.between(began, timer.now());
  }

  private static Panelist.Reply abstention(Brief brief, Cause cause) {
    return new Panelist.Reply(new Ballot.Abstention(brief.seat(), cause), Provenance.CODE);
  }

  private DebateEvent.BallotCast abstention(Brief brief, Cause cause, Duration latency) {
    boolean free = latency.isZero() || floor.debate().panel().scripted();
    var spent = free ? Provenance.CODE : Provenance.UNKNOWN;
    var abstention = new Ballot.Abstention(brief.seat(), cause);
    return ballot(brief, new Panelist.Reply(abstention, spent), latency);
  }

  private static DebateEvent.BallotCast ballot(
      Brief brief, Panelist.Reply reply, Duration latency) {
    return new DebateEvent.BallotCast(brief.round(), reply.ballot(), reply.provenance(), latency);
  }
}
