package dev.roundtable.web;

import dev.roundtable.debate.DebateId;
import dev.roundtable.export.HtmlExport;
import dev.roundtable.web.DebateFeed.Snapshot;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The debates that somebody is looking at. */
final class LiveDebates {
  private record Watch(LiveParts parts, DebateFeed.Following following, int readers) {
    Watch with(int more) {
      return new Watch(parts, following, readers + more);
    }
  }

  /** One reader's. */
  interface Watched extends AutoCloseable {
    LiveParts parts();

    @Override
    void close();
  }

  private final DebateFeed feed;
  private final Map<DebateId, Watch> watches = new ConcurrentHashMap<>();

  LiveDebates(DebateFeed feed) {
    this.feed = feed;
  }

  /** What changes in the debate, until the reader closes it. */
  Watched watch(DebateId debate) {
    var watch =
        watches.compute(debate, (_, known) -> known == null ? begin(debate) : known.with(1));
    return new Watched() {
      @Override
      public LiveParts parts() {
        return watch.parts();
      }

      @Override
      public void close() {
        watches.computeIfPresent(debate, (_, known) -> leave(known));
      }
    };
  }

  private Watch begin(DebateId debate) {
    var first = feed.now(debate).orElseThrow();
    var parts = new LiveParts(first.seq(), state(first));
    var following = feed.follow(debate, snapshot -> parts.show(snapshot.seq(), state(snapshot)));
    // What happened between the two looks.
    feed.now(debate).ifPresent(snapshot -> parts.show(snapshot.seq(), state(snapshot)));
    return new Watch(parts, following, 1);
  }

  private static @org.jspecify.annotations.Nullable Watch leave(Watch watch) {
    if (watch.readers() > 1) {
      return watch.with(-1);
    }
    watch.following().end();
    return null;
  }

  private static Supplier<LiveParts.State> state(Snapshot snapshot) {
    var debate = snapshot.debate();
    return () ->
        new LiveParts.State(
            HtmlExport.parts(debate, TranscriptPages.words(debate), snapshot.day()),
            debate.settled());
  }

  /** Sends every reader away. */
  void close() {
    watches.values().forEach(watch -> watch.parts().close());
  }
}
