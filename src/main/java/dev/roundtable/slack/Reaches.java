package dev.roundtable.slack;

import dev.roundtable.debate.Venue;
import org.jspecify.annotations.Nullable;

/** Who can read along in a conversation of Slack. */
final class Reaches {
  private Reaches() {}

  /**
   * As far as Slack says; what is not known to be public is private.
   *
   * @param name such as {@code directmessage}, as commands and buttons have it
   * @param type such as {@code im}, as events have it
   */
  static Venue.Reach of(String channel, @Nullable String name, @Nullable String type) {
    boolean direct = channel.startsWith("D") || "directmessage".equals(name) || "im".equals(type);
    if (direct || channel.isEmpty()) {
      return Venue.Reach.DIRECT;
    }
    // What several people write to each other is not written to the bot.
    boolean group = name != null && (name.equals("privategroup") || name.startsWith("mpdm-"));
    boolean open = "channel".equals(type) || (name != null && !group);
    return open ? Venue.Reach.PUBLIC : Venue.Reach.PRIVATE;
  }
}
