package dev.roundtable.archive;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.session.Archive;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Lease;
import dev.roundtable.session.LeaseLostException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** An archive that lasts as long as the process: for a debate in the terminal, and for tests. */
public final class MemoryArchive implements Archive {
  private static final class Log {
    private final List<Entry> entries = new ArrayList<>();
    private long epoch;
  }

  private final Map<DebateId, Log> logs = new ConcurrentHashMap<>();
  private final Set<MessageId> seen = ConcurrentHashMap.newKeySet();
  private final InstantSource clock;

  public MemoryArchive(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public Optional<Opening> open(MessageId message, DebateEvent.Opened opened) {
    if (!seen.add(message)) {
      return Optional.empty();
    }
    var lease = lease(opened.id());
    return Optional.of(new Opening(lease, append(lease, opened)));
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
  public List<Entry> append(Lease lease, List<DebateEvent> events) {
    return under(
        lease,
        log -> {
          int before = log.entries.size();
          for (var event : events) {
            log.entries.add(new Entry(log.entries.size() + 1L, clock.instant(), event));
          }
          return List.copyOf(log.entries.subList(before, log.entries.size()));
        });
  }

  /**
   * Does something while nobody can take the lease.
   *
   * @throws LeaseLostException if it is void
   */
  <T> T under(Lease lease, Supplier<T> action) {
    return under(lease, _ -> action.get());
  }

  private <T> T under(Lease lease, Function<Log, T> action) {
    var log = logs.computeIfAbsent(lease.debate(), _ -> new Log());
    synchronized (log) {
      if (log.epoch != lease.epoch()) {
        throw new LeaseLostException(lease);
      }
      return action.apply(log);
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
