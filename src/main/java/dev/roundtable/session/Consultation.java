package dev.roundtable.session;

import dev.roundtable.debate.Cause;
import dev.roundtable.debate.ChairReply;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Moderator;
import dev.roundtable.debate.Move;
import dev.roundtable.debate.Provenance;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Sets the chair a task, and hears it. */
final class Consultation {
  private static final Chair GONE = _ -> failed(new Cause.Vacant(), Provenance.CODE);

  private final Floor floor;
  private final Chair chair;
  private final Timer timer;
  private final BlockingQueue<Happening> mailbox;
  private @Nullable Open open;

  private record Open(ChairTask task, ChairCall call, Timer.Alarm alarm) {}

  /** What the chair made of its task. */
  record Heard(ChairTask task, Chair.Answer answer) {}

  Consultation(Floor floor, Optional<Chair> chair, Timer timer, BlockingQueue<Happening> mailbox) {
    this.floor = floor;
    this.chair = chair.orElse(GONE);
    this.timer = timer;
    this.mailbox = mailbox;
  }

  /** Whether it has a task and was not heard. */
  boolean isOpen() {
    return open != null;
  }

  /** Sets it a task, and does not wait for it. */
  void begin(ChairTask task) {
    var debate = floor.debate();
    var call = ChairCall.start(debate.rounds().size(), task, chair, mailbox);
    var timeUp = new Happening.ChairTimeUp(call);
    var alarm = timer.after(debate.rules().seatTimeout(), () -> mailbox.add(timeUp));
    open = new Open(task, call, alarm);
  }

  /** Waits for its answer: an order to stop that leaves nothing to ask, or its time, ends it. */
  Heard finish() throws InterruptedException {
    var asked = Objects.requireNonNull(open);
    try {
      return new Heard(asked.task(), answer(asked.call()));
    } finally {
      end();
    }
  }

  private Chair.Answer answer(ChairCall call) throws InterruptedException {
    while (true) {
      var stop = floor.debate().stop();
      if (stop != null && !(Moderator.next(floor.debate()) instanceof Move.AskChair)) {
        return failed(new Cause.Halted(stop), Provenance.UNKNOWN);
      }
      switch (mailbox.take()) {
        case Happening.ChairAnswered(var answered, var answer) when answered == call -> {
          return answer;
        }
        case Happening.ChairTimeUp(var late) when late == call -> {
          var timeout = floor.debate().rules().seatTimeout();
          return failed(new Cause.TimedOut(timeout), Provenance.UNKNOWN);
        }
        case Happening other -> floor.note(other);
      }
    }
  }

  /** Ends what is under way unheard. */
  void end() {
    if (open != null) {
      open.call().end();
      open.alarm().cancel();
      open = null;
    }
  }

  private static Chair.Answer failed(Cause cause, Provenance spent) {
    return new Chair.Answer(new ChairReply.Failed(cause), spent);
  }
}
