package dev.roundtable.chat;

import dev.roundtable.debate.Venue;
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
}
