package dev.roundtable.chat;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.Courier;
import dev.roundtable.delivery.Post;
import dev.roundtable.session.Audience;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Lease;
import dev.roundtable.session.StoreException;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows debates in the chats that they were asked in, by way of the courier. */
public final class ChatAudience implements Audience {
  private static final Logger LOG = LoggerFactory.getLogger(ChatAudience.class);

  private final Map<String, Renderer> renderers;
  private final Courier courier;
  private final Exhibits exhibits;
  private final Map<DebateId, Shown> held = new ConcurrentHashMap<>();

  /** A debate that is worked on here. Only its own thread touches it. */
  private static final class Shown {
    private final Lease lease;
    private final Renderer renderer;
    private final Words words;
    private Moments moments;
    private boolean behind;
    private Map<Message, List<Post>> rendered = Map.of();
    private final Map<Integer, Exhibit> exhibited = new HashMap<>();

    Shown(Lease lease, Renderer renderer, Words words, Moments moments) {
      this.lease = lease;
      this.renderer = renderer;
      this.words = words;
      this.moments = moments;
    }
  }

  /**
   * An audience of all debates.
   *
   * @param renderers by platform; debates of other platforms are not shown
   */
  public ChatAudience(Map<String, Renderer> renderers, Courier courier, Exhibits exhibits) {
    this.renderers = Map.copyOf(renderers);
    this.courier = courier;
    this.exhibits = exhibits;
  }

  @Override
  public void takenUp(Lease lease, List<Entry> entries, Debate debate) {
    var venue = debate.opened().venue();
    var renderer = renderers.get(venue.platform());
    if (renderer != null) {
      var words = Words.in(Locale.forLanguageTag(venue.language()));
      var shown = new Shown(lease, renderer, words, Moments.of(entries));
      held.put(debate.id(), shown);
      show(shown, debate);
    }
  }

  @Override
  public void told(Entry entry, Debate debate) {
    var shown = held.get(debate.id());
    if (shown != null && !(entry.event() instanceof DebateEvent.Opened)) {
      shown.moments = shown.moments.after(entry);
      shown.behind = true;
    }
  }

  @Override
  public void caughtUp(Debate debate) {
    var shown = held.get(debate.id());
    if (shown != null && shown.behind) {
      shown.behind = false;
      show(shown, debate);
    }
  }

  // What has not changed is not rendered again: a long debate has many messages and many events.
  private void show(Shown shown, Debate debate) {
    var venue = debate.opened().venue();
    var rendered = new HashMap<Message, List<Post>>();
    var posts = new ArrayList<Post>();
    var messages =
        Messages.of(debate, shown.moments, shown.words, number -> exhibit(shown, debate, number));
    for (var message : messages) {
      var known = shown.rendered.get(message);
      var now = known == null ? shown.renderer.render(message, venue) : known;
      rendered.put(message, now);
      posts.addAll(now);
    }
    shown.rendered = rendered;
    courier.show(shown.lease, debate.id(), venue, posts);
  }

  // A verdict is worth more than its link: without the store it goes alone, and the link follows.
  private Optional<Exhibit> exhibit(Shown shown, Debate debate, int verdict) {
    try {
      return Optional.of(
          shown.exhibited.computeIfAbsent(verdict, number -> exhibits.of(debate, number)));
    } catch (StoreException e) {
      LOG.warn("verdict {} of {} goes without its link: {}", verdict, debate.id(), e.sentence());
      return Optional.empty();
    }
  }

  @Override
  public CompletableFuture<Void> handedOn(DebateId debate) {
    return held.containsKey(debate)
        ? courier.shown(debate)
        : CompletableFuture.completedFuture(null);
  }

  @Override
  public void letGo(Lease lease) {
    held.computeIfPresent(lease.debate(), (_, shown) -> shown.lease.equals(lease) ? null : shown);
  }
}
