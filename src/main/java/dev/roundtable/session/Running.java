package dev.roundtable.session;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A debate that this process works on, or is about to once its session has been read. */
final class Running {
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile @Nullable DebateSession session;
  private volatile long pokes;

  CompletableFuture<Void> ended() {
    return ended;
  }

  /** The session is there; what was put into the inbox before, it reads by itself. */
  void at(DebateSession begun) {
    session = begun;
  }

  /** Not for two threads at once. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  void poke() {
    pokes++;
    var current = session;
    if (current != null) {
      current.poke();
    }
  }

  /** How often it was poked. */
  long pokes() {
    return pokes;
  }

  void leave() {
    var current = session;
    if (current != null) {
      current.leave();
    }
  }
}
