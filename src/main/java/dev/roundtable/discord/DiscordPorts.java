package dev.roundtable.discord;

import dev.roundtable.chat.ChatDesk;
import dev.roundtable.chat.Memo;
import dev.roundtable.chat.PanelGuide;
import dev.roundtable.chat.Repeats;
import dev.roundtable.delivery.DeliveryLog;
import dev.roundtable.session.Timer;

/** Everything that the front end in Discord needs from outside. */
public record DiscordPorts(
    ChatDesk desk,
    DeliveryLog deliveries,
    PanelGuide panels,
    Memo memo,
    Repeats repeats,
    Timer timer) {}
