package dev.roundtable.cli;

import dev.roundtable.archive.LogTail;
import dev.roundtable.debate.DebateId;
import dev.roundtable.web.DebateFeed;
import dev.roundtable.web.LocalFeed;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Debates that this process works on as they go on, those of other replicas about a second later.
 */
final class SharedFeed implements DebateFeed {
  private final LocalFeed local;
  private final LogTail tail;

  SharedFeed(LocalFeed local, LogTail tail) {
    this.local = local;
    this.tail = tail;
  }

  @Override
  public Optional<Snapshot> now(DebateId debate) {
    return local.now(debate);
  }

  @Override
  public Following follow(DebateId debate, Consumer<Snapshot> reader) {
    var onward = new Onward(now(debate).map(Snapshot::seq).orElse(0L), reader);
    var here = local.follow(debate, onward::show);
    var there =
        tail.follow(
            debate,
            onward.seen(),
            seq -> {
              if (seq > onward.seen()) {
                now(debate).ifPresent(onward::show);
              }
            });
    return () -> {
      here.end();
      there.close();
    };
  }

  /** Shows each state once and none after a later one, whichever way it comes. */
  private static final class Onward {
    private final Consumer<Snapshot> reader;
    private long seen;

    Onward(long seen, Consumer<Snapshot> reader) {
      this.seen = seen;
      this.reader = reader;
    }

    synchronized long seen() {
      return seen;
    }

    synchronized void show(Snapshot snapshot) {
      if (snapshot.seq() > seen) {
        seen = snapshot.seq();
        reader.accept(snapshot);
      }
    }
  }
}
