package dev.roundtable.web;

import dev.roundtable.chat.Moments;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.session.Archive;
import dev.roundtable.session.Audience;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Lease;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The debates that this process works on, as they go on; others as they are stored. */
public final class LocalFeed implements DebateFeed, Audience {
  private final Archive archive;
  private final Map<DebateId, Held> atWork = new ConcurrentHashMap<>();
  private final Map<DebateId, List<Consumer<Snapshot>>> readers = new ConcurrentHashMap<>();

  private record Held(Lease lease, Snapshot snapshot) {
    // A session that lost its lease may still tell what the next one has read.
    private Held after(Entry entry, Debate debate) {
      return entry.seq() <= snapshot.seq()
          ? this
          : new Held(lease, new Snapshot(entry.seq(), snapshot.moments().after(entry), debate));
    }
  }

  public LocalFeed(Archive archive) {
    this.archive = archive;
  }

  @Override
  public void takenUp(Lease lease, List<Entry> entries, Debate debate) {
    var snapshot = Snapshot.of(entries);
    atWork.put(debate.id(), new Held(lease, snapshot));
    tell(snapshot);
  }

  @Override
  public void told(Entry entry, Debate debate) {
    var held = atWork.computeIfPresent(debate.id(), (_, before) -> before.after(entry, debate));
    // What was just opened may be worked on by another process.
    tell(
        held == null
            ? new Snapshot(entry.seq(), Moments.of(List.of(entry)), debate)
            : held.snapshot());
  }

  private void tell(Snapshot snapshot) {
    readers
        .getOrDefault(snapshot.debate().id(), List.of())
        .forEach(reader -> reader.accept(snapshot));
  }

  @Override
  public void letGo(Lease lease) {
    atWork.computeIfPresent(lease.debate(), (_, held) -> held.lease().equals(lease) ? null : held);
  }

  @Override
  public Optional<Snapshot> now(DebateId debate) {
    var current = atWork.get(debate);
    if (current != null) {
      return Optional.of(current.snapshot());
    }
    var entries = archive.read(debate);
    return entries.isEmpty() ? Optional.empty() : Optional.of(Snapshot.of(entries));
  }

  @Override
  public Following follow(DebateId debate, Consumer<Snapshot> reader) {
    readers.compute(
        debate,
        (_, known) -> {
          var more = known == null ? new CopyOnWriteArrayList<Consumer<Snapshot>>() : known;
          more.add(reader);
          return more;
        });
    return () ->
        readers.computeIfPresent(
            debate,
            (_, known) -> {
              known.remove(reader);
              return known.isEmpty() ? null : known;
            });
  }
}
