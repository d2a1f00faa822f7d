package dev.roundtable.session;

import dev.roundtable.debate.Cause;
import dev.roundtable.debate.ChairReply;
import dev.roundtable.debate.ChairTask;
import dev.roundtable.debate.Provenance;
import java.util.concurrent.BlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One call to the chair, on a virtual thread of its own. */
final class ChairCall {
  private static final Logger LOG = LoggerFactory.getLogger(ChairCall.class);

  private final Thread thread;

  private ChairCall(int round, ChairTask task, Chair chair, BlockingQueue<Happening> mailbox) {
    this.thread =
        Thread.ofVirtual()
            .name("chair")
            .unstarted(
                Subject.call(round, Subject.CHAIR)
                    .during(
                        () -> mailbox.add(new Happening.ChairAnswered(this, ask(task, chair)))));
  }

  /**
   * Begins it.
   *
   * @param round the latest one, 0 before the first
   */
  static ChairCall start(int round, ChairTask task, Chair chair, BlockingQueue<Happening> mailbox) {
    var call = new ChairCall(round, task, chair, mailbox);
    call.thread.start();
    return call;
  }

  private static Chair.Answer ask(ChairTask task, Chair chair) {
    try {
      return chair.answer(task);
    } catch (InterruptedException e) {
      return failed(e);
    } catch (RuntimeException | Error e) {
      LOG.error("the chair failed at {}", task.getClass().getSimpleName(), e);
      return failed(e);
    }
  }

  private static Chair.Answer failed(Throwable broken) {
    var failure = new ChairReply.Failed(new Cause.Broken(broken.getClass().getSimpleName()));
    return new Chair.Answer(failure, Provenance.UNKNOWN);
  }

  /** Ends the call without waiting for it. */
  void end() {
    thread.interrupt();
  }
}
