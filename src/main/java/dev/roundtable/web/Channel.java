package dev.roundtable.web;

import dev.roundtable.chat.Messages;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.export.HtmlExport.Part;
import dev.roundtable.web.DebateFeed.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The playground's channel: the latest debates, each with its thread, as they go on. */
final class Channel {
  private static final int MOST = 12;

  private final DebateFeed feed;
  private final Pages pages;
  private final String csrf;
  private final Map<DebateId, Snapshot> shown = new LinkedHashMap<>();
  private final Map<DebateId, DebateFeed.Following> followed = new LinkedHashMap<>();
  private final LiveParts live;
  private final Map<DebateId, Drawn> drawn = new LinkedHashMap<>();
  private long version = 1;

  Channel(DebateFeed feed, Pages pages, String csrf, List<DebateId> oldestFirst) {
    this.feed = feed;
    this.pages = pages;
    this.csrf = csrf;
    this.live = new LiveParts(version, () -> new LiveParts.State(List.of(), false));
    oldestFirst.forEach(this::add);
  }

  LiveParts live() {
    return live;
  }

  /** A debate comes in at the end; the oldest goes out where there are too many. */
  synchronized void add(DebateId debate) {
    if (!followed.containsKey(debate)) {
      followed.put(debate, feed.follow(debate, this::show));
      feed.now(debate).ifPresent(this::show);
    }
    while (followed.size() > MOST) {
      remove(followed.keySet().iterator().next());
    }
  }

  synchronized void remove(DebateId debate) {
    var following = followed.remove(debate);
    if (following != null) {
      following.end();
      shown.remove(debate);
      changed();
    }
  }

  private synchronized void show(Snapshot snapshot) {
    var debate = snapshot.debate().id();
    var known = shown.get(debate);
    if (followed.containsKey(debate) && (known == null || known.seq() < snapshot.seq())) {
      shown.put(debate, snapshot);
      changed();
    }
  }

  private void changed() {
    version++;
    var now = List.copyOf(shown.values());
    live.show(version, () -> new LiveParts.State(redrawn(now), false));
  }

  private record Drawn(long seq, List<Part> parts) {}

  // Only one debate is another one than before, as a rule.
  private List<Part> redrawn(List<Snapshot> snapshots) {
    synchronized (drawn) {
      var before = Map.copyOf(drawn);
      drawn.clear();
      for (var snapshot : snapshots) {
        var id = snapshot.debate().id();
        var known = before.get(id);
        boolean same = known != null && known.seq() == snapshot.seq();
        drawn.put(id, same ? known : new Drawn(snapshot.seq(), thread(snapshot)));
      }
      return drawn.values().stream().flatMap(one -> one.parts().stream()).toList();
    }
  }

  /** What stands there now. */
  synchronized Shown shown() {
    var parts = shown.values().stream().flatMap(snapshot -> thread(snapshot).stream()).toList();
    return new Shown(version, parts);
  }

  /** The parts at some version. */
  record Shown(long version, List<Part> parts) {}

  // What people have said stands before the round that answers it.
  private List<Part> thread(Snapshot snapshot) {
    var debate = snapshot.debate();
    var words = TranscriptPages.words(debate);
    var html = new MessageHtml(debate.id(), pages.path(debate), csrf, words);
    var parts = new ArrayList<Part>();
    var untold = new LinkedHashMap<MessageId, DebateEvent.FollowUpAsked>();
    debate.followUps().stream()
        .filter(asked -> !asked.text().isBlank())
        .forEach(asked -> untold.put(asked.message(), asked));
    for (var message : Messages.of(debate, snapshot.moments(), words)) {
      for (var round : debate.rounds()) {
        if (message.key().equals("round-" + round.number())) {
          round.opened().followUps().stream()
              .map(untold::remove)
              .filter(Objects::nonNull)
              .forEach(asked -> parts.add(html.said(asked)));
        }
      }
      html.part(message).ifPresent(parts::add);
    }
    untold.values().forEach(asked -> parts.add(html.said(asked)));
    if (debate.settled()) {
      parts.add(html.replyBox());
    }
    return parts;
  }

  synchronized void close() {
    live.close();
    followed.values().forEach(DebateFeed.Following::end);
    followed.clear();
  }
}
