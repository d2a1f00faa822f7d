package dev.roundtable.chat;

import dev.roundtable.debate.MessageId;

/**
 * What somebody wrote in a thread of ours.
 *
 * @param text with mentions turned into names, as people read it
 * @param toBot whether it mentions the bot or answers a message of its own
 */
public record Reply(MessageId message, Visitor by, Where where, String text, boolean toBot) {}
