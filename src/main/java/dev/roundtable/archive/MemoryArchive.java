package dev.roundtable.archive;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.session.Archive;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Lease;
import dev.roundtable.session.LeaseLostException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** An archive that lasts as long as the process: for a debate in the terminal, and for tests. */
public final class MemoryArchive implements Archive {
  private static final class Log {
    private final List<Entry> entries = new ArrayList<>();
    private long epoch;
  }

  private final Map<DebateId, Log> logs = new ConcurrentHashMap<>();
  private final InstantSource clock;

  public MemoryArchive(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Lease lease(DebateId debate) {
    var log = logs.computeIfAbsent(debate, _ -> new Log());
    synchronized (log) {
      log.epoch++;
      return new Lease(debate, log.epoch);
    }
  }

  @Override
  public Entry append(Lease lease, DebateEvent event) {
    var log = logs.computeIfAbsent(lease.debate(), _ -> new Log());
    synchronized (log) {
      if (log.epoch != lease.epoch()) {
        throw new LeaseLostException(lease);
      }
      var entry = new Entry(log.entries.size() + 1L, clock.instant(), event);
      log.entries.add(entry);
      return entry;
    }
  }

  @Override
  public List<Entry> read(DebateId debate) {
    var log = logs.get(debate);
    if (log == null) {
      return List.of();
    }
    synchronized (log) {
      return List.copyOf(log.entries);
    }
  }
}
