package dev.roundtable.chat;

import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.Venue;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.Outcome;
import dev.roundtable.delivery.Outlet;
import dev.roundtable.delivery.Post;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells those in charge of a platform something in a channel of theirs. */
public final class NoticeBoard {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeBoard.class);
  private static final int TRIES = 6;
  // Nothing but the sentence is said, in whatever language it is.
  private static final String LANGUAGE = "en";
  private static final Duration LEAST_PAUSE = Duration.ofSeconds(2);

  private final Map<String, Outlet> outlets;
  private final Map<String, Renderer> renderers;
  private final Supplier<Map<String, String>> channels;
  private final Supplier<DebateId> ids;
  private final Timer timer;

  /**
   * A board on each platform that has a channel for it.
   *
   * @param channels by platform, as they are configured now
   * @param ids a fresh id with each call, by which a platform tells notices apart
   */
  public NoticeBoard(
      Map<String, Outlet> outlets,
      Map<String, Renderer> renderers,
      Supplier<Map<String, String>> channels,
      Supplier<DebateId> ids,
      Timer timer) {
    this.outlets = Map.copyOf(outlets);
    this.renderers = Map.copyOf(renderers);
    this.channels = channels;
    this.ids = ids;
    this.timer = timer;
  }

  /**
   * Posts in the background. What the platform refuses, or has not taken after a few tries, is an
   * error in the log.
   *
   * @return false if the platform has no channel for it
   */
  public boolean post(String platform, String workspace, String sentence) {
    var channel = channels.get().get(platform);
    var outlet = outlets.get(platform);
    var renderer = renderers.get(platform);
    if (channel == null || outlet == null || renderer == null) {
      return false;
    }
    var venue =
        new Venue(
            platform, workspace, channel, null, Venue.Reach.PRIVATE, Venue.Style.DIGEST, LANGUAGE);
    var id = ids.get();
    var to = new Destination(id, venue, null);
    var post = renderer.render(new Message.Notice("notice", sentence), venue).getFirst();
    Thread.ofVirtual().name("notice-" + id).start(() -> post(outlet, to, post));
    return true;
  }

  private void post(Outlet outlet, Destination to, Post post) {
    var mark = Post.mark(to.debate(), post.key());
    var channel = to.venue().channel();
    try {
      for (int i = 1; i <= TRIES; i++) {
        switch (outlet.send(to, post, mark)) {
          case Outcome.Done _ -> {
            return;
          }
          case Outcome.Later(var after, var reason) -> {
            LOG.info("a notice in {} waits: {}", channel, reason);
            timer.pause(after.compareTo(LEAST_PAUSE) > 0 ? after : LEAST_PAUSE.multipliedBy(i));
          }
          // It may stand there, and twice would be a nuisance.
          case Outcome.Unsure(var reason) -> {
            LOG.warn("a notice in {} may be missing: {}", channel, reason);
            return;
          }
          case Outcome.Refused(var reason) -> {
            LOG.error("a notice in {} was refused: {}", channel, reason);
            return;
          }
          case Outcome.Gone(var reason) -> {
            LOG.error("a notice in {} was refused: {}", channel, reason);
            return;
          }
        }
      }
      LOG.error("a notice in {} was not taken after {} tries", channel, TRIES);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
