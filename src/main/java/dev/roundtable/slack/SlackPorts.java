package dev.roundtable.slack;

import dev.roundtable.chat.ChatDesk;
import dev.roundtable.chat.ChatPorts;
import dev.roundtable.chat.Repeats;
import dev.roundtable.session.Timer;

/** Everything that Roundtable in Slack needs from outside. */
public record SlackPorts(ChatDesk desk, ChatPorts chat, Repeats repeats, Timer timer) {}
