package dev.roundtable.session;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Provenance;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One seat's call in one round, on a virtual thread of its own. */
final class SeatCall {
  private static final Logger LOG = LoggerFactory.getLogger(SeatCall.class);

  private final Brief brief;
  private final Instant began;
  private final Thread thread;
  private final Timer.Alarm alarm;
  private boolean abandoned;

  private SeatCall(
      Brief brief,
      Panelist panelist,
      Timer timer,
      Duration timeout,
      BlockingQueue<Happening> mailbox) {
    this.brief = brief;
    this.began = timer.now();
    this.thread =
        Thread.ofVirtual()
            .name("seat-" + brief.seat())
            .unstarted(
                Subject.call(brief.round(), brief.seat().value())
                    .during(() -> mailbox.add(new Happening.SeatAnswered(this, ask(panelist)))));
    this.alarm = timer.after(timeout, () -> mailbox.add(new Happening.SeatTimeUp(this)));
  }

  static SeatCall start(
      Brief brief,
      Panelist panelist,
      Timer timer,
      Duration timeout,
      BlockingQueue<Happening> mailbox) {
    var call = new SeatCall(brief, panelist, timer, timeout, mailbox);
    call.thread.start();
    return call;
  }

  private Panelist.Reply ask(Panelist panelist) {
    try {
      return BallotCheck.check(brief, panelist.answer(brief));
    } catch (InterruptedException e) {
      return failed(e);
    } catch (RuntimeException | Error e) {
      LOG.error("panelist of {} in debate {}", brief.seat(), brief.debate(), e);
      return failed(e);
    }
  }

  private Panelist.Reply failed(Throwable broken) {
    var ballot =
        new Ballot.Abstention(brief.seat(), new Cause.Broken(broken.getClass().getSimpleName()));
    return new Panelist.Reply(ballot, Provenance.UNKNOWN);
  }

  Brief brief() {
    return brief;
  }

  Instant began() {
    return began;
  }

  /** Its answer is in. */
  void settle() {
    alarm.cancel();
  }

  /** Ends the call without waiting for it. */
  void end() {
    alarm.cancel();
    thread.interrupt();
  }

  /** Ends the call; an answer that comes all the same is late. */
  void abandon() {
    abandoned = true;
    end();
  }

  boolean abandoned() {
    return abandoned;
  }
}
