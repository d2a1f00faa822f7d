package dev.roundtable.cli;

import dev.roundtable.chat.ChatDesk;
import dev.roundtable.chat.ChatPorts;
import dev.roundtable.chat.Exhibits;
import dev.roundtable.chat.Memo;
import dev.roundtable.chat.Renderer;
import dev.roundtable.config.Configuration;
import dev.roundtable.delivery.Outlet;
import dev.roundtable.session.Timer;
import dev.roundtable.transcript.Words;
import java.util.ArrayList;
import java.util.List;

/** A chat platform that is set up: what is needed to post there, before anybody is answered. */
interface Platform {
  /** As a venue names it. */
  String name();

  Outlet outlet();

  Renderer renderer();

  /** What listens there. */
  Part listener(ChatDesk desk, ChatPorts ports);

  /** Those whose tokens are there. */
  static List<Platform> setUp(
      Configuration.Fixed fixed, Memo memo, Exhibits exhibits, Timer timer, Words words) {
    var platforms = new ArrayList<Platform>();
    fixed
        .slack()
        .filter(slack -> slack.botToken().read().isPresent())
        .filter(slack -> slack.appToken().read().isPresent())
        .ifPresent(slack -> platforms.add(new SlackPlatform(slack, exhibits, timer, words)));
    fixed
        .discord()
        .filter(discord -> discord.token().read().isPresent())
        .ifPresent(
            discord -> platforms.add(new DiscordPlatform(discord, memo, exhibits, timer, words)));
    return platforms;
  }
}
