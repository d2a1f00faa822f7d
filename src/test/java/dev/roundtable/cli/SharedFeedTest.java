package dev.roundtable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.SystemTimer;
import dev.roundtable.archive.DebateStore;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Budget;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.DebateRequest;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Permissions;
import dev.roundtable.session.Ports;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.Tables;
import dev.roundtable.web.LocalFeed;
import dev.roundtable.web.WebPorts;
import dev.roundtable.web.WebServer;
import dev.roundtable.web.WebSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A page is live on each replica, whichever works on its debate. */
@Timeout(60)
class SharedFeedTest {
  private static final Duration MONTH = Duration.ofDays(30);

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  private DebateStore store() {
    var url = "jdbc:sqlite:" + folder.resolve("shared.db");
    return DebateStore.open(url, new Properties(), InstantSource.system());
  }

  @Test
  void aReaderOfAnotherReplicaSeesTheDebateGoOnUntilItsEnd() throws Exception {
    var permits = new Semaphore(0);
    try (var worker = store();
        var other = store();
        var tail = other.tail(new SystemTimer());
        var server = server(other, new SharedFeed(new LocalFeed(other.archive()), tail));
        var client = HttpClient.newHttpClient()) {
      server.start();
      var debate = ask(worker, permits);
      var path = server.pages().link(debate).orElseThrow().getPath();
      var live = URI.create("http://127.0.0.1:" + server.port() + path + "/live?seen=0");
      var lines =
          client.send(HttpRequest.newBuilder(live).build(), HttpResponse.BodyHandlers.ofLines());
      var frames = lines.body().filter(line -> line.startsWith("data: ")).iterator();
      assertThat(frames.next()).contains("waiting for Seat 1");
      permits.release(10);
      var last = frames.next();
      while (frames.hasNext()) {
        last = frames.next();
      }
      assertThat(last).contains("\"ended\":true", "2 of 2 seats");
    }
  }

  private static Debate ask(DebateStore worker, Semaphore permits) {
    var settings = new SessionSettings(Duration.ZERO, 100);
    Panelist votes =
        brief -> {
          permits.acquire();
          return Tables.vote(brief, "yes");
        };
    var ports =
        new Ports(
            worker.archive(),
            worker.inbox(),
            Tables.only(Tables.of(votes, votes)),
            Permissions.EVERYONE,
            Budget.UNLIMITED,
            new SystemTimer(),
            List.of());
    var desk =
        new DebateDesk(
            ports, new Sessions(ports, settings), settings, () -> new DebateId("shared"));
    var venue = new Venue("web", "", "c1", null, Venue.Reach.PUBLIC, Venue.Style.VOICES, "en");
    desk.open(
        new DebateRequest(
            new MessageId("m1"),
            new Question("Shall we?", List.of("Yes", "No"), null),
            "test",
            Rules.DEFAULT,
            new Person("u1", "Anna"),
            venue));
    return desk.find(new DebateId("shared")).orElseThrow();
  }

  private static WebServer server(DebateStore store, SharedFeed feed) {
    var settings =
        new WebSettings(
            0,
            "127.0.0.1",
            Optional.of(URI.create("https://talk.example.org")),
            true,
            MONTH,
            Optional.empty(),
            Optional.empty());
    return new WebServer(
        settings,
        new WebPorts(
            feed,
            store.pageTokens(MONTH),
            (_, _) -> List.of(),
            List::of,
            () -> "",
            Optional.empty(),
            List.of(),
            InstantSource.system()));
  }
}
