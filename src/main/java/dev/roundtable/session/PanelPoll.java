package dev.roundtable.session;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.SeatId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;

/** Asks the seats of a round all at once, and takes their ballots as they come. */
final class PanelPoll {
  private final Floor floor;
  private final Map<SeatId, Panelist> panelists;
  private final Timer timer;
  private final BlockingQueue<Happening> mailbox;
  private final Set<SeatCall> open = new HashSet<>();

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

  /** Whether seats are asked whose ballots are not there. */
  boolean isOpen() {
    return !open.isEmpty();
  }

  /** Asks those seats, and does not wait for them; once somebody stopped the debate, none. */
  void begin(List<Brief> briefs) {
    var stop = floor.debate().stop();
    if (stop == null) {
      briefs.forEach(brief -> open.add(call(brief)));
    } else {
      floor.cast(
          briefs.stream()
              .map(brief -> ballot(brief, abstention(brief, new Cause.Halted(stop)), Duration.ZERO))
              .toList());
    }
  }

  /**
   * Returns once each seat that is asked has a ballot: an order to stop, or their time, ends those
   * that are missing. The next round may have begun by then.
   */
  void finish() throws InterruptedException {
    var asked = Set.copyOf(open);
    haltIfStopped();
    while (!Collections.disjoint(asked, open)) {
      takeBallots();
      haltIfStopped();
    }
  }

  /** Ends what is under way without a ballot. */
  void end() {
    open.forEach(SeatCall::end);
    open.clear();
  }

  // What has come meanwhile is written together: under load there is more of it.
  private void takeBallots() throws InterruptedException {
    var ballots = new ArrayList<DebateEvent.BallotCast>();
    var happening = mailbox.take();
    while (happening != null) {
      var ballot = ballot(happening);
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
  private Optional<DebateEvent.BallotCast> ballot(Happening happening) {
    return switch (happening) {
      case Happening.SeatAnswered(var call, var reply) when open.remove(call) -> {
        call.settle();
        yield Optional.of(ballot(call.brief(), reply, since(call.began())));
      }
      case Happening.SeatTimeUp(var call) when open.remove(call) -> {
        call.abandon();
        var timedOut = new Cause.TimedOut(timeout(call.brief()));
        yield Optional.of(abandoned(call, timedOut));
      }
      case Happening _ -> Optional.empty();
    };
  }

  private void haltIfStopped() {
    var stop = floor.debate().stop();
    if (stop != null && isOpen()) {
      var halted = new ArrayList<DebateEvent.BallotCast>();
      for (var call : open) {
        call.abandon();
        halted.add(abandoned(call, new Cause.Halted(stop)));
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

  // What it has cost nobody knows, where calls cost anything.
  private DebateEvent.BallotCast abandoned(SeatCall call, Cause cause) {
    var spent = floor.debate().panel().scripted() ? Provenance.CODE : Provenance.UNKNOWN;
    var abstention = new Ballot.Abstention(call.brief().seat(), cause);
    return ballot(call.brief(), new Panelist.Reply(abstention, spent), since(call.began()));
  }

  private static DebateEvent.BallotCast ballot(
      Brief brief, Panelist.Reply reply, Duration latency) {
    return new DebateEvent.BallotCast(brief.round(), reply.ballot(), reply.provenance(), latency);
  }
}
