package dev.roundtable.slack;

import java.nio.file.Path;
import java.util.List;

/** A thread in Slack, for tests of more than Slack. */
public final class SlackThread {
  private SlackThread() {}

  /** What the bot says in the thread of a debate, message by message, once it has its verdict. */
  public static List<String> of(Path folder, String script, String question) throws Exception {
    try (var world = new SlackWorld(folder, script, false)) {
      var slack = world.slack;
      world.start();
      slack.command(SlackWorld.CHANNEL, SlackWorld.ANNA, question);
      world.timer.until(() -> slack.inChannel(SlackWorld.CHANNEL).size() == 2);
      world.settled("debate-1");
      var card = slack.inChannel(SlackWorld.CHANNEL).getFirst();
      return slack.inThread(card).stream()
          .map(message -> SlackReading.of(slack, List.of(message)))
          .toList();
    }
  }
}
