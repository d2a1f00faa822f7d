package dev.roundtable.bench;

import dev.roundtable.bench.DebateFigures.Topics;
import dev.roundtable.discord.DiscordProbe;
import dev.roundtable.slack.SlackProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What people in a chat wait for: the whole program between Slack, Discord and the models. */
final class ChatFigures {
  private static final int IDLE = 50;
  private static final int READERS = 3;
  private static final int EACH = 250;
  private static final int LOADED = 200;
  private static final int LATE_MS = 3_000;
  private static final long PACE_MS = 40;

  private final Models models;
  private final Topics topics;
  private final Path folder;

  ChatFigures(Models models, Topics topics, Path folder) {
    this.models = models;
    this.topics = topics;
    this.folder = folder;
  }

  List<Figure> measure() throws Exception {
    try (var slack = new SlackProbe();
        var discord = new DiscordProbe(EACH)) {
      var more =
          """
          slack: { botTokenEnv: SLACK_BOT_TOKEN, appTokenEnv: SLACK_APP_TOKEN, apiUrl: "%s" }
          discord: { tokenEnv: DISCORD_TOKEN, guilds: ["%s"], apiUrl: "%s" }
          chat: { panel: six }
          """
              .formatted(slack.address(), discord.guild(), discord.address());
      var own = folder.resolve("chat");
      Setup.write(own, models.address(), "jdbc:sqlite:" + own.resolve("chat.db"), more);
      var environment = new HashMap<>(slack.tokens());
      environment.putAll(discord.tokens());
      try (var bot = new Program(own, folder.resolve("errors.txt")).start(environment)) {
        slack.awaitConnected();
        discord.awaitConnected();
        var figures = new ArrayList<Figure>();
        figures.addAll(idle(slack, discord));
        figures.add(firstVote(slack));
        figures.addAll(loaded(slack, discord));
        bot.stop();
        return figures;
      }
    }
  }

  private List<Figure> idle(SlackProbe slack, DiscordProbe discord) throws InterruptedException {
    var inSlack = new ArrayList<Long>();
    var inDiscord = new ArrayList<Long>();
    for (int i = 0; i < IDLE; i++) {
      inSlack.add(slack.command("C1", "help"));
      inDiscord.add(discord.word(0, "help"));
      pause();
    }
    return List.of(acknowledged("Slack, idle", inSlack), acknowledged("Discord, idle", inDiscord));
  }

  private static Figure acknowledged(String where, List<Long> nanos) {
    var spread = Spread.ofNanos(nanos);
    return Figure.of(
        "B10",
        "slash command to acknowledgement as the platform sees it: " + where,
        spread.toString(),
        "p99 <= 300 ms, max < 1.5 s",
        spread.quantile(0.99) <= 300 && spread.max() < 1500,
        spread.runs());
  }

  private Figure firstVote(SlackProbe slack) throws IOException, InterruptedException {
    var visible = new ArrayList<Long>();
    for (int i = 0; i < READERS; i++) {
      models.calls();
      var order = topics.order(1, Topic.Votes.SPLIT, "six", 2);
      var channel = "CV" + i;
      slack.command(channel, typed(order.topic(0)));
      long seen = slack.awaitText(channel, Answers.REASONS_BEGIN);
      slack.awaitText(channel, Answers.SUMMARY_BEGINS);
      var calls = models.calls();
      visible.add(seen - Journal.firstAnswer(calls));
    }
    var spread = Spread.ofNanos(visible);
    return Figure.of(
            "B9",
            "first vote in the Slack thread after the fastest model’s answer",
            spread.toString(),
            "<= 250 ms",
            spread.max() <= 250,
            spread.runs())
        .beside("after the last model", "after the last model", "–");
  }

  private static String typed(Topic topic) {
    return topic.question().text() + " | " + String.join(" | ", Topic.OPTIONS);
  }

  // Five hundred debates, half of them in each; while they run, people go on typing.
  private List<Figure> loaded(SlackProbe slack, DiscordProbe discord) throws Exception {
    var order = topics.order(2 * EACH, Topic.Votes.SPLIT, "six", 2);
    try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var opened = new ArrayList<Future<Long>>();
      var inSlack = new ArrayList<Future<Long>>();
      var inDiscord = new ArrayList<Future<Long>>();
      for (int i = 0; i < EACH; i++) {
        int channel = i;
        var one = order.topic(2 * i);
        var other = order.topic(2 * i + 1).question();
        opened.add(people.submit(() -> slack.command("CL" + channel, typed(one))));
        opened.add(people.submit(() -> discord.ask(channel, other.text(), other.options())));
      }
      var all = results(opened);
      for (int i = 0; i < LOADED; i++) {
        int channel = i % EACH;
        Callable<Long> typing = () -> slack.command("CL" + channel, "help");
        inSlack.add(people.submit(typing));
        inDiscord.add(people.submit(() -> discord.word(channel, "help")));
        pause();
      }
      return List.of(
          flood(all),
          acknowledged("Slack, 500 debates running", results(inSlack)),
          acknowledged("Discord, 500 debates running", results(inDiscord)));
    }
  }

  // No platform sends so much in one instant; what it waits for all the same is three seconds.
  private static Figure flood(List<Long> nanos) {
    var spread = Spread.ofNanos(nanos);
    return Figure.of(
        "B10",
        "the same: the questions of 500 debates, all in one instant",
        spread.toString(),
        "max < 3 s",
        spread.max() < LATE_MS,
        spread.runs());
  }

  private static List<Long> results(List<Future<Long>> all) throws Exception {
    var results = new ArrayList<Long>();
    for (var one : all) {
      results.add(one.get());
    }
    return results;
  }

  private static void pause() throws InterruptedException {
    var _ = new Semaphore(0).tryAcquire(PACE_MS, TimeUnit.MILLISECONDS);
  }
}
