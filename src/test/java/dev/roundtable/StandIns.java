package dev.roundtable;

import dev.roundtable.discord.DiscordStandIn;
import dev.roundtable.slack.SlackStandIn;
import java.util.concurrent.CountDownLatch;

/** A Slack workspace and a Discord server as a process, for measuring a bot between them. */
final class StandIns {
  private StandIns() {}

  /** Prints what a bot needs to find them, then {@code ready}, and stays until it is ended. */
  public static void main(String[] args) throws Exception {
    try (var slack = new SlackStandIn();
        var discord = new DiscordStandIn()) {
      slack.tokens().forEach((name, token) -> System.out.println("export " + name + "=" + token));
      discord.tokens().forEach((name, token) -> System.out.println("export " + name + "=" + token));
      System.out.printf(
          "slack: { botTokenEnv: SLACK_BOT_TOKEN, appTokenEnv: SLACK_APP_TOKEN, apiUrl: \"%s\" }%n",
          slack.api());
      System.out.printf(
          "discord: { tokenEnv: DISCORD_TOKEN, guilds: [\"%s\"], apiUrl: \"%s\" }%n",
          discord.guild(), discord.api());
      System.out.println("ready");
      new CountDownLatch(1).await();
    }
  }
}
