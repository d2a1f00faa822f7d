package dev.roundtable.cli;

import dev.roundtable.archive.DebateStore;
import dev.roundtable.chat.ChatDesk;
import dev.roundtable.chat.ChatPorts;
import dev.roundtable.chat.Exhibits;
import dev.roundtable.chat.Renderer;
import dev.roundtable.config.Configuration;
import dev.roundtable.delivery.Outlet;
import dev.roundtable.session.Timer;
import dev.roundtable.transcript.Words;
import dev.roundtable.web.Hook;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A chat platform that is set up: what is needed to post there, before anybody is answered. */
interface Platform {
  /** As a venue names it. */
  String name();

  Outlet outlet();

  /** How often the platform has said that it was asked too often. */
  long limited();

  Renderer renderer();

  /** What listens there. */
  Part listener(ChatDesk desk, ChatPorts ports);

  /** What of it is answered on the web server's port, once there is a listener. */
  default List<Hook> hooks() {
    return List.of();
  }

  /** Those of the ids that are groups of which it does not tell who is in them. */
  default List<String> unseenGroups(Set<String> ids) {
    return List.of();
  }

  /** The same of one among these platforms. */
  static List<String> unseenGroups(List<Platform> platforms, String name, Set<String> ids) {
    return platforms.stream()
        .filter(platform -> platform.name().equals(name))
        .flatMap(platform -> platform.unseenGroups(ids).stream())
        .toList();
  }

  /** Those whose tokens are there. */
  static List<Platform> setUp(
      Configuration.Fixed fixed, DebateStore store, Exhibits exhibits, Timer timer, Words words) {
    var platforms = new ArrayList<Platform>();
    fixed
        .slack()
        .filter(slack -> slack.botToken().read().isPresent())
        .filter(slack -> slack.transport().secret().read().isPresent())
        .map(slack -> new SlackPlatform(slack, store.repeats(), exhibits, timer, words))
        .ifPresent(platforms::add);
    fixed
        .discord()
        .filter(discord -> discord.token().read().isPresent())
        .ifPresent(
            discord -> platforms.add(new DiscordPlatform(discord, store, exhibits, timer, words)));
    return platforms;
  }

  /** Why Slack is left out though something of it is set up; a line for each secret it lacks. */
  static List<String> leftOut(Configuration.Fixed fixed, Words words) {
    return fixed
        .slack()
        .map(slack -> List.of(slack.botToken(), slack.transport().secret()))
        .filter(secrets -> secrets.stream().anyMatch(secret -> secret.read().isPresent()))
        .map(secrets ->
            secrets.stream()
                .filter(secret -> secret.read().isEmpty())
                .map(secret -> words.say("serve.slackLacks", secret.origin()))
                .toList())
        .orElse(List.of());
  }
}
