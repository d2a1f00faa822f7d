package dev.roundtable.slack;

import dev.roundtable.SystemTimer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/** A Slack workspace whose people have a watch. */
public final class SlackProbe implements AutoCloseable {
  private static final String USER = "U1";

  private final FakeSlack slack;

  public SlackProbe() throws IOException {
    slack = new FakeSlack(new SystemTimer()::now);
    slack.person(USER, "Anna");
  }

  public URI address() {
    return slack.address();
  }

  /** The tokens by the variables that {@code slack} in the configuration names by default. */
  public Map<String, String> tokens() {
    return Map.of("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN, "SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
  }

  public void awaitConnected() throws InterruptedException {
    slack.socket.awaitConnected();
  }

  /** Types the command; the nanoseconds until it was acknowledged. */
  public long command(String channel, String text) {
    slack.channel(channel);
    long began = System.nanoTime();
    var _ = slack.command(channel, USER, text);
    return System.nanoTime() - began;
  }

  /** Waits until somebody in the channel can read that; {@link System#nanoTime} then. */
  public long awaitText(String channel, String text) throws InterruptedException {
    slack.await(() ->
        !slack
            .all(message ->
                message.channel.equals(channel)
                    && (message.text.contains(text) || message.blocks.toString().contains(text)))
            .isEmpty());
    return System.nanoTime();
  }

  @Override
  public void close() {
    slack.close();
  }
}
