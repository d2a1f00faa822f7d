package dev.roundtable.slack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Person;
import dev.roundtable.web.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What may come in over HTTP, and what may not. */
@Timeout(120)
class SlackHttpTest {
  private static final String HELP =
      "command=%2Froundtable&text=help&team_id=T1&channel_id=C1&channel_name=general"
          + "&user_id=UANNA&trigger_id=t.1&api_app_id=A1";

  private final HttpClient http = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private SlackWorld world;

  @BeforeEach
  void start() throws Exception {
    var script = SlackFrontEndTest.SCRIPT;
    world = new SlackWorld(folder, script, false, SlackWorld.Wire.HTTP).start();
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private URI replica(int number) {
    WebServer server = world.bot().servers().get(number);
    return SlackWorld.events(server);
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private int status(String body, long at, String signature) throws Exception {
    return send(FakeCaller.request(replica(0), body, at, signature).build()).statusCode();
  }

  private int signedAt(Duration before) throws Exception {
    long at = Instant.now().minus(before).getEpochSecond();
    return status(HELP, at, FakeCaller.signature(HELP, at));
  }

  @Test
  void aCommandIsAnsweredToTheOneWhoTypedIt() throws Exception {
    assertThat(signedAt(Duration.ZERO)).isEqualTo(200);
    world.slack.await(() -> !world.slack.asides.isEmpty());
    assertThat(world.slack.lastAside().text()).contains("/roundtable");
  }

  @Test
  void clocksMayDifferByFiveMinutesEitherWayAndNoMore() throws Exception {
    assertThat(signedAt(Duration.ofSeconds(290))).isEqualTo(200);
    assertThat(signedAt(Duration.ofSeconds(-290))).isEqualTo(200);
    assertThat(signedAt(Duration.ofSeconds(310))).isEqualTo(401);
    assertThat(signedAt(Duration.ofSeconds(-310))).isEqualTo(401);
    assertThat(signedAt(Duration.ofDays(-20_000))).isEqualTo(401);
  }

  @Test
  void whatIsNotSignedBySlackIsRefused() throws Exception {
    long now = Instant.now().getEpochSecond();
    var right = FakeCaller.signature(HELP, now);
    assertThat(status(HELP + "&x=1", now, right)).isEqualTo(401);
    assertThat(status(HELP, now + 1, right)).isEqualTo(401);
    assertThat(status(HELP, now, right.substring(0, right.length() - 1))).isEqualTo(401);
    assertThat(status(HELP, now, "v1" + right.substring(2))).isEqualTo(401);
    assertThat(status(HELP, now, "")).isEqualTo(401);
    var bare = HttpRequest.newBuilder(replica(0)).POST(HttpRequest.BodyPublishers.ofString(HELP));
    assertThat(send(bare.build()).statusCode()).isEqualTo(401);
    assertThat(status(HELP, now, right)).isEqualTo(200);
  }

  @Test
  void aRequestCountsOnceWhicheverReplicaItReaches() throws Exception {
    long now = Instant.now().getEpochSecond();
    var signature = FakeCaller.signature(HELP, now);
    assertThat(status(HELP, now, signature)).isEqualTo(200);
    assertThat(status(HELP, now, signature)).isEqualTo(401);
    var elsewhere = FakeCaller.request(replica(1), HELP, now, signature).build();
    assertThat(send(elsewhere).statusCode()).isEqualTo(401);
  }

  @Test
  void slackMayVerifyTheAddress() throws Exception {
    var body = "{\"type\":\"url_verification\",\"token\":\"x\",\"challenge\":\"3eZbrw1aB\"}";
    long now = Instant.now().getEpochSecond();
    var request = FakeCaller.request(replica(0), body, now, FakeCaller.signature(body, now));
    var answer = send(request.build());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("3eZbrw1aB");
  }

  @Test
  void whatIsTooLongOrNoPostIsNotRead() throws Exception {
    var body = "payload=" + "x".repeat(600_000);
    long now = Instant.now().getEpochSecond();
    assertThat(status(body, now, FakeCaller.signature(body, now))).isEqualTo(413);
    var get = send(HttpRequest.newBuilder(replica(0)).build());
    assertThat(get.statusCode()).isBetween(404, 405);
  }

  @Test
  void signedNonsenseBreaksNothing() throws Exception {
    for (var body : new String[] {"", "{", "[]", "payload=%7B", "payload=null", "{\"type\":7}"}) {
      long now = Instant.now().getEpochSecond();
      assertThat(status(body, now, FakeCaller.signature(body, now))).as(body).isBetween(200, 499);
    }
    assertThat(signedAt(Duration.ofSeconds(3))).isEqualTo(200);
  }

  @Test
  void slackIsAskedToComeAgainWhileTheBotDoesNotKnowWhoItIs() throws Exception {
    world.bot().fronts().getFirst().close();
    assertThat(signedAt(Duration.ZERO)).isEqualTo(503);
    long now = Instant.now().getEpochSecond();
    var elsewhere = FakeCaller.request(replica(1), HELP, now, FakeCaller.signature(HELP, now));
    assertThat(send(elsewhere.build()).statusCode()).isEqualTo(200);
  }

  @Test
  void ofTwoPressesThatReachTwoReplicasTheLaterOneCountsInWhateverOrderTheyCome() throws Exception {
    var slack = world.slack;
    slack.command(SlackWorld.CHANNEL, SlackWorld.ANNA, "Is it safe? | Yes | No");
    world.settled("debate-1");
    var card = slack.inChannel(SlackWorld.CHANNEL).getFirst();
    var yes = slack.button(card.blocks, "A · Yes");
    var no = slack.button(card.blocks, "B · No");
    slack.press(card.channel, card.ts, null, SlackWorld.BEN, no, "1900000002.000200");
    slack.await(() -> slack.asides.size() == 1);
    slack.press(card.channel, card.ts, null, SlackWorld.BEN, yes, "1900000002.000100");
    slack.await(() -> slack.asides.size() == 2);

    assertThat(slack.asides).allMatch(aside -> aside.text().contains("“No” is counted"));
    var counted = world.debate("debate-1").teamVote(new Person(SlackWorld.BEN, "Ben"));
    assertThat(counted.orElseThrow().option().value()).isEqualTo("no");
    world.settled("debate-1");
  }

  @Test
  void aMentionWhoseTwoEventsReachTwoReplicasCountsOnce() throws Exception {
    world.slack.mention(SlackWorld.CHANNEL, SlackWorld.ANNA, "Is it safe? | Yes | No", null);
    world.timer.until(() -> world.slack.inChannel(SlackWorld.CHANNEL).size() == 3);
    world.settled("debate-1");
    assertThat(world.bot().desk().find(new dev.roundtable.debate.DebateId("debate-2"))).isEmpty();
  }
}
