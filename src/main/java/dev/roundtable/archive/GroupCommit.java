package dev.roundtable.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Commits together what several callers want to write at the same time, since a commit waits for
 * the disk, however little it holds. Each caller returns once its own statements are durable, or
 * with what made them fail, as if it had been alone.
 */
final class GroupCommit {
  // A bound on how long the first of them waits for the others' statements.
  private static final int MOST = 64;

  private final Jdbi jdbi;
  private final ReentrantLock turn = new ReentrantLock();
  private final Queue<Write<?>> waiting = new ConcurrentLinkedQueue<>();

  GroupCommit(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What one caller wants to write; its fields are guarded by the turn. */
  private static final class Write<T> {
    private final HandleCallback<T, RuntimeException> statements;
    private @Nullable T result;
    private @Nullable RuntimeException failure;
    private boolean done;

    private Write(HandleCallback<T, RuntimeException> statements) {
      this.statements = statements;
    }

    private void runAlone(Jdbi jdbi) {
      try {
        result = jdbi.inTransaction(statements);
      } catch (RuntimeException e) {
        failure = e;
      }
      done = true;
    }

    private void runWith(Handle handle) {
      result = statements.withHandle(handle);
    }

    @SuppressWarnings("NullAway") // A write that did not fail has the result of its statements.
    private T result() {
      if (failure != null) {
        throw failure;
      }
      return result;
    }
  }

  /**
   * Returns what the statements give, once they are durable. They may be run twice, the first time
   * without any effect.
   */
  <T> T write(HandleCallback<T, RuntimeException> statements) {
    var mine = new Write<>(statements);
    waiting.add(mine);
    turn.lock();
    try {
      while (!mine.done) {
        var batch = next();
        if (batch.isEmpty()) {
          // Whoever had taken it along met with an error of the machine.
          mine.runAlone(jdbi);
        } else {
          commit(batch);
        }
      }
    } finally {
      turn.unlock();
    }
    return mine.result();
  }

  private List<Write<?>> next() {
    var batch = new ArrayList<Write<?>>();
    for (var write = waiting.poll(); write != null; write = waiting.poll()) {
      batch.add(write);
      if (batch.size() == MOST) {
        break;
      }
    }
    return batch;
  }

  private void commit(List<Write<?>> batch) {
    if (batch.size() > 1 && committedTogether(batch)) {
      batch.forEach(write -> write.done = true);
    } else {
      batch.forEach(write -> write.runAlone(jdbi));
    }
  }

  // Whoever fails takes the others along, who are then tried by themselves, and so is it.
  private boolean committedTogether(List<Write<?>> batch) {
    try {
      jdbi.useTransaction(handle -> batch.forEach(write -> write.runWith(handle)));
      return true;
    } catch (RuntimeException _) {
      return false;
    }
  }
}
