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
  private final Map<DebateId, Snapshot> atWork = new ConcurrentHashMap<>();
  private final Map<DebateId, List<Consumer<Snapshot>>> readers = new ConcurrentHashMap<>();

  public LocalFeed(Archive archive) {
    this.archive = archive;
  }

  @Override
  public void takenUp(Lease lease, List<Entry> entries, Debate debate) {
    tell(Snapshot.of(entries));
  }

  @Override
  public void told(Entry entry, Debate debate) {
    var before = atWork.get(debate.id());
    var moments = before == null ? Moments.of(List.of(entry)) : before.moments().after(entry);
    tell(new Snapshot(entry.seq(), moments, debate));
  }

  private void tell(Snapshot snapshot) {
    var debate = snapshot.debate().id();
    atWork.put(debate, snapshot);
    readers.getOrDefault(debate, List.of()).forEach(reader -> reader.accept(snapshot));
  }

  @Override
  public void letGo(DebateId debate) {
    atWork.remove(debate);
  }

  @Override
  public Optional<Snapshot> now(DebateId debate) {
    var current = atWork.get(debate);
    if (current != null) {
      return Optional.of(current);
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
