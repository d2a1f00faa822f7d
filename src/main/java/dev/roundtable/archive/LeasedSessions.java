package dev.roundtable.archive;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.DbSchedulerException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.shaded.jdbc.SQLRuntimeException;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.session.DebateWork;
import dev.roundtable.session.LeaseLostException;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leases debates to the replicas that share a database. A debate with something to do has an
 * execution, named by its id, which one replica picks and keeps alive by its heartbeat.
 */
public final class LeasedSessions implements DebateWork, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LeasedSessions.class);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
  private static final int RETRY_DOUBLINGS = 6;
  private static final Duration DAY = Duration.ofDays(1);
  // As a part of those that are worked on at once.
  private static final double LOOKS_AGAIN_AT = 0.9;

  private final Database database;
  private final Sessions sessions;
  private final OpenDebates open;
  private final Scheduler scheduler;
  private final Watch mail;
  private final Watch strays;
  private final Task<Void> debates;

  LeasedSessions(
      Database database,
      Sessions sessions,
      Watch mail,
      Timer timer,
      LeaseSettings settings,
      Runnable daily) {
    this.database = database;
    this.sessions = sessions;
    this.mail = mail;
    // Not an execution: it must not wait behind the debates, and several replicas do no harm.
    this.strays =
        new Watch(
            "stray-debates", timer, settings.heartbeat().multipliedBy(2), this::scheduleStrays);
    this.open = new OpenDebates(database);
    this.debates =
        Tasks.custom(OpenDebates.TASK, Void.class)
            .onFailure(LeasedSessions::retry)
            .onDeadExecutionRevive()
            .execute((instance, _) -> work(new DebateId(instance.getId())));
    this.scheduler = scheduler(database, settings, daily);
  }

  private Scheduler scheduler(Database database, LeaseSettings settings, Runnable daily) {
    RecurringTask<Void> tidying =
        Tasks.recurring("tidying", FixedDelay.of(DAY)).execute((_, _) -> daily.run());
    // Half of the time to finish by themselves, the other half after they were interrupted.
    var half = settings.stopWithin().dividedBy(2);
    return Scheduler.create(database.forSchedules(), List.of(debates))
        .jdbcCustomization(database.dialect().schedules())
        .startTasks(tidying)
        .executorService(Executors.newVirtualThreadPerTaskExecutor())
        // What is due beyond them stays for another replica.
        .threads(settings.atOnce())
        .pollUsingLockAndFetch(LOOKS_AGAIN_AT, 1)
        .pollingInterval(settings.polling())
        .heartbeatInterval(settings.heartbeat())
        .missedHeartbeatsLimit(settings.missedHeartbeats())
        .shutdownMaxWait(half)
        .enableImmediateExecution()
        .build();
  }

  private void scheduleStrays() {
    open.withoutExecution().forEach(this::schedule);
    SqlTurns.moved(database).forEach(this::wake);
  }

  /** Begins to take debates, those first that have waited longest. */
  public void start() {
    scheduler.start();
    mail.start();
    strays.start();
  }

  @Override
  public boolean open(MessageId message, DebateEvent.Opened opened) {
    boolean fresh = sessions.write(message, opened);
    if (fresh) {
      schedule(opened.id());
    }
    return fresh;
  }

  @Override
  public void wake(DebateId debate) {
    if (!sessions.poke(debate)) {
      schedule(debate);
    }
  }

  // What is durable is found by the search for strays when this fails.
  private void schedule(DebateId debate) {
    try {
      scheduler.scheduleIfNotExists(debates.instance(debate.value()), Instant.now());
    } catch (SQLRuntimeException | DbSchedulerException e) {
      LOG.warn("debate {} waits until strays are looked for", debate, e);
    }
  }

  private CompletionHandler<Void> work(DebateId debate) {
    try {
      return sessions.work(debate)
          ? (_, operations) -> finish(debate, operations)
          : LeasedSessions::leave;
    } catch (LeaseLostException e) {
      LOG.info("{}", e.getMessage());
      return (_, operations) -> operations.remove();
    } catch (InterruptedException _) {
      return LeasedSessions::leave;
    }
  }

  // Due at the time it was due before, so that it keeps its place before those that came later.
  private static void leave(ExecutionComplete done, ExecutionOperations<Void> operations) {
    LOG.info("debate {} is left to another replica", done.getExecution().getId());
    operations.reschedule(done, done.getExecution().executionTime);
  }

  // Who came too late for the session and too early for a new execution is found by the last look.
  private void finish(DebateId debate, ExecutionOperations<Void> operations) {
    // Fails if somebody else has it by now, who then says himself when it may rest.
    operations.remove();
    open.rest(debate);
    if (open.hasMail(debate)) {
      schedule(debate);
    }
    SqlTurns.movedBehind(database, debate).forEach(this::wake);
  }

  private static void retry(ExecutionComplete done, ExecutionOperations<Void> operations) {
    // Set when the process is stopping, and the database would not be spoken to.
    boolean stopping = Thread.interrupted();
    operations.reschedule(
        done, stopping ? done.getTimeDone() : done.getTimeDone().plus(pause(done.getExecution())));
  }

  private static Duration pause(Execution failed) {
    return FIRST_RETRY.multipliedBy(1L << Math.min(failed.consecutiveFailures, RETRY_DOUBLINGS));
  }

  /**
   * Takes no more debates, lets the calls under way finish or ends them when the time for it is
   * over, and leaves what is not finished to other replicas, which can go on at once.
   */
  @Override
  public void close() {
    scheduler.pause();
    sessions.leave();
    mail.close();
    strays.close();
    scheduler.stop();
  }
}
