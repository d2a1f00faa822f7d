package dev.roundtable.chat;

import dev.roundtable.debate.Venue;
import java.util.Optional;

/** What was chosen in chat for a channel or a workspace; what is absent was not chosen. */
public record ChannelSettings(
    Optional<String> panel,
    Optional<Venue.Style> style,
    Optional<Askers> mayAsk,
    Optional<FollowUps> followUps) {
  public static final ChannelSettings NONE =
      new ChannelSettings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** These settings, with the other's where these are silent. */
  public ChannelSettings over(ChannelSettings other) {
    return new ChannelSettings(
        panel.or(other::panel),
        style.or(other::style),
        mayAsk.or(other::mayAsk),
        followUps.or(other::followUps));
  }
}
