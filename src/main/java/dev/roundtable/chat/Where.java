package dev.roundtable.chat;

import dev.roundtable.debate.Venue;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A place in a chat. The ids are the platform's own.
 *
 * @param thread null in the channel itself
 */
public record Where(
    String platform, String workspace, String channel, @Nullable String thread, Venue.Reach reach) {
  /** Where a debate is held. */
  public static Where of(Venue venue) {
    return new Where(
        venue.platform(), venue.workspace(), venue.channel(), venue.thread(), venue.reach());
  }

  /** The venue of a debate that is asked for here. */
  public Venue venue(Venue.Style style, String language) {
    return new Venue(platform, workspace, channel, thread, reach, style, language);
  }

  /**
   * Whether a debate that is held there may be known here: it is one of this channel, and if it is
   * in a private thread, of this thread.
   */
  boolean knows(Venue venue) {
    return venue.platform().equals(platform)
        && venue.workspace().equals(workspace)
        && venue.channel().equals(channel)
        && (venue.reach() != Venue.Reach.THREAD || Objects.equals(venue.thread(), thread));
  }
}
