package dev.roundtable.slack;

import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A Slack workspace with one channel and Anna in it, for a bot in another process. */
public final class SlackStandIn implements AutoCloseable {
  private static final String CHANNEL = "C1";
  private static final String ANNA = "UANNA";

  private final FakeSlack slack;

  public SlackStandIn() throws IOException {
    slack = new FakeSlack(InstantSource.system());
    slack.person(ANNA, "Anna");
    slack.channel(CHANNEL);
  }

  public URI api() {
    return slack.address();
  }

  /** The variables that hold its tokens. */
  public Map<String, String> tokens() {
    return Map.of("SLACK_BOT_TOKEN", FakeSlack.BOT_TOKEN, "SLACK_APP_TOKEN", FakeSlack.APP_TOKEN);
  }

  /** Says once that it is asked too often. */
  public void limitTheNextPost() {
    slack.next("chat.postMessage", new FakeWebApi.Fault.Limited(1));
  }

  /** The app was installed without that scope. */
  public void withhold(String scope) {
    slack.scopes.remove(scope);
  }

  /** Types the command in the channel. */
  public void command(String text) {
    slack.command(CHANNEL, ANNA, text);
  }

  /** Blocks until a message of the bot contains that. */
  public void await(String text) throws InterruptedException {
    slack.await(() -> read().stream().anyMatch(message -> message.contains(text)));
  }

  /** All messages of the bot as somebody reads them, in the order in which they were posted. */
  public List<String> read() {
    return slack.all(message -> !message.deleted && message.user.equals(FakeSlack.BOT)).stream()
        .map(message -> SlackReading.of(slack, List.of(message)))
        .toList();
  }

  /** What the bot asked for and was refused. */
  public List<String> refused() {
    return List.copyOf(slack.refused);
  }

  @Override
  public void close() {
    slack.close();
  }
}
