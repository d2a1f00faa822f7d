package dev.roundtable.chat;

/** What was chosen in chat, kept for good. */
public interface SettingsStore {
  /** What was chosen for the channel; {@link ChannelSettings#NONE} if nothing was. */
  ChannelSettings ofChannel(Where where);

  /** What was chosen for the whole workspace. */
  ChannelSettings ofWorkspace(Where where);

  void chooseForChannel(Where where, ChannelSettings settings);

  void chooseForWorkspace(Where where, ChannelSettings settings);
}
