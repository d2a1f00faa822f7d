package dev.roundtable.web;

import dev.roundtable.debate.DebateId;
import dev.roundtable.export.CardImage;
import dev.roundtable.web.DebateFeed.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;

/** The latest pictures, since drawing one costs a tenth of a second. */
final class Pictures {
  private static final int MOST = 32;

  @SuppressWarnings("ArrayRecordComponent")
  private record Drawn(long seq, byte[] png) {}

  private final Map<DebateId, Drawn> drawn =
      new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<DebateId, Drawn> eldest) {
          return size() > MOST;
        }
      };

  synchronized byte[] of(Snapshot snapshot) {
    var debate = snapshot.debate();
    var known = drawn.get(debate.id());
    if (known == null || known.seq() != snapshot.seq()) {
      known = new Drawn(snapshot.seq(), CardImage.png(debate, TranscriptPages.words(debate)));
      drawn.put(debate.id(), known);
    }
    return known.png();
  }
}
