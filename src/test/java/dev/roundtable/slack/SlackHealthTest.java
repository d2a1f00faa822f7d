package dev.roundtable.slack;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** While Slack is not there the bot says so and keeps trying. */
@Timeout(120)
class SlackHealthTest {
  private static final String SCRIPT =
      """
      panel: two
      seats:
        a: { name: Ada, rounds: [ { text: '{"reasoning": "Because.", "vote": "yes"}' } ] }
        b: { name: Bo, rounds: [ { text: '{"reasoning": "Indeed.", "vote": "yes"}' } ] }
      """;

  @TempDir Path folder;

  @Test
  void aRevokedTokenIsNamedAndTriedUntilItIsTaken() throws Exception {
    var world = new SlackWorld(folder, SCRIPT, false);
    var slack = world.slack;
    slack.revoked = true;
    try (world) {
      world.begin();
      slack.await(() -> trouble(world).contains("does not take the token of a test"));
      slack.revoked = false;
      slack.socket.awaitConnected();
      slack.await(() -> trouble(world).isEmpty());
      slack.command(SlackWorld.CHANNEL, SlackWorld.ANNA, "Should we? | Yes | No");
      world.settled("debate-1");
    }
  }

  @Test
  void anOutageAtTheStartIsWaitedOut() throws Exception {
    var world = new SlackWorld(folder, SCRIPT, false);
    var slack = world.slack;
    slack.next("auth.test", new FakeWebApi.Fault.Status(503, "down"));
    slack.next("apps.connections.open", new FakeWebApi.Fault.Refused("internal_error"));
    try (world) {
      world.begin();
      slack.await(() -> trouble(world).contains("HTTP status 503"));
      slack.await(() -> trouble(world).contains("socket could not be opened"));
      slack.socket.awaitConnected();
      slack.await(() -> trouble(world).isEmpty());
    }
  }

  @Test
  void aTokenThatIsRevokedWhileItRunsShowsInTheHealth() throws Exception {
    var world = new SlackWorld(folder, SCRIPT, false);
    try (world) {
      world.start();
      world.slack.revoked = true;
      world.slack.command(SlackWorld.CHANNEL, SlackWorld.ANNA, "help");
      world.slack.await(() -> trouble(world).contains("token_revoked"));
      world.slack.revoked = false;
      world.slack.command(SlackWorld.CHANNEL, SlackWorld.ANNA, "help");
      world.slack.await(() -> trouble(world).isEmpty());
    }
  }

  private static String trouble(SlackWorld world) {
    return world.bot().fronts().getFirst().trouble().orElse("");
  }
}
