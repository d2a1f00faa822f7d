package dev.roundtable.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Commits together what several callers want to write at the same time, since a commit waits for
 * the disk, however little it holds. Each caller returns once its own statements are durable, or
 * with what made them fail, as if it had been alone.
 */
final class GroupCommit implements AutoCloseable {
  // A bound on how long the first of them waits for the others' statements.
  private static final int MOST = 64;

  private final Jdbi jdbi;
  private final Dialect.Haste haste;
  private final Semaphore turn;
  private final BlockingQueue<Write<?>> waiting = new LinkedBlockingQueue<>();
  // A thread of the machine: while it waits for the disk, all others go on.
  private final Thread committer;
  private volatile boolean closed;

  /**
   * For the one who writes.
   *
   * @param turn is held while something is written
   */
  GroupCommit(Jdbi jdbi, Dialect.Haste haste, Semaphore turn) {
    this.jdbi = jdbi;
    this.haste = haste;
    this.turn = turn;
    this.committer = Thread.ofPlatform().daemon().name("committer").start(this::commitAll);
  }

  /** What one caller wants to write. */
  private static final class Write<T> {
    private final HandleCallback<T, RuntimeException> statements;
    private final boolean hasty;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private @Nullable T result;
    private @Nullable Throwable failure;

    private Write(HandleCallback<T, RuntimeException> statements, boolean hasty) {
      this.statements = statements;
      this.hasty = hasty;
    }

    private void runWith(Handle handle) {
      result = statements.withHandle(handle);
    }

    private void fail(Throwable reason) {
      failure = reason;
    }

    private void end() {
      done.complete(null);
    }

    @SuppressWarnings("NullAway") // A write that did not fail has the result of its statements.
    private T result() {
      done.join();
      if (failure instanceof RuntimeException e) {
        throw e;
      }
      if (failure instanceof Error e) {
        throw e;
      }
      return result;
    }
  }

  /**
   * Returns what the statements give, once they are durable. They may be run twice, the first time
   * without any effect.
   *
   * @param hasty whether they may be lost with the power of the machine, but not without what is
   *     written after them
   */
  <T> T write(HandleCallback<T, RuntimeException> statements, boolean hasty) {
    var mine = new Write<>(statements, hasty);
    return lineUp(mine) ? mine.result() : jdbi.inTransaction(statements);
  }

  private synchronized boolean lineUp(Write<?> write) {
    return !closed && waiting.add(write);
  }

  private void commitAll() {
    try {
      while (!closed || !waiting.isEmpty()) {
        var batch = new ArrayList<Write<?>>();
        batch.add(waiting.take());
        turn.acquire();
        try {
          waiting.drainTo(batch, MOST - 1);
          commit(batch);
        } finally {
          turn.release();
        }
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts it", e);
    }
  }

  private void commit(List<Write<?>> batch) {
    if (batch.size() == 1 || !committedTogether(batch)) {
      batch.forEach(this::commitAlone);
    }
    batch.forEach(Write::end);
  }

  // Whoever fails takes the others along, who are then tried by themselves, and so is it.
  private boolean committedTogether(List<Write<?>> batch) {
    try {
      transaction(batch);
      return true;
    } catch (RuntimeException | Error _) {
      return false;
    }
  }

  private void commitAlone(Write<?> write) {
    try {
      transaction(List.of(write));
    } catch (RuntimeException | Error e) {
      write.fail(e);
    }
  }

  private void transaction(List<Write<?>> batch) {
    jdbi.useHandle(handle -> {
      if (batch.stream().allMatch(write -> write.hasty)) {
        hastily(handle, batch);
      } else {
        transaction(handle, batch);
      }
    });
  }

  private void hastily(Handle handle, List<Write<?>> batch) {
    handle.execute(haste.begin());
    try {
      transaction(handle, batch);
    } finally {
      handle.execute(haste.end());
    }
  }

  private static void transaction(Handle handle, List<Write<?>> batch) {
    handle.useTransaction(same -> batch.forEach(write -> write.runWith(same)));
  }

  /** Writes what waits. Whoever comes later writes by itself. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      // Nothing, so that it looks up.
      waiting.add(new Write<>(handle -> handle, true));
    }
    try {
      committer.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
