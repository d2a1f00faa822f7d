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
    boolean group = (name != null && name.startsWith("mpdm-")) || "mpim".equals(type);
    if (direct || group || channel.isEmpty()) {
      return Venue.Reach.DIRECT;
    }
    boolean open = "channel".equals(type) || (name != null && !name.equals("privategroup"));
    return open ? Venue.Reach.PUBLIC : Venue.Reach.PRIVATE;
  }
}
