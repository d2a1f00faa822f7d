package dev.roundtable.chat;

/** Which replies start a round by themselves, from the most eager to the most reserved. */
public enum FollowUps {
  EVERY_REPLY,
  /** A reply that mentions or answers the bot, or is plainly meant for it. */
  ADDRESSED,
  MENTION
}
