package dev.roundtable.chat;

import dev.roundtable.debate.Person;

/** What was chosen in chat, kept for good. */
public interface SettingsStore {
  /** What was chosen for the channel; {@link ChannelSettings#NONE} if nothing was. */
  ChannelSettings ofChannel(Where where);

  /** What was chosen for the whole workspace. */
  ChannelSettings ofWorkspace(Where where);

  void chooseForChannel(Where where, ChannelSettings settings, Person by);

  void chooseForWorkspace(Where where, ChannelSettings settings, Person by);
}
