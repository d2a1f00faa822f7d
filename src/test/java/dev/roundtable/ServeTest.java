package dev.roundtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.archive.DebateRecords;
import dev.roundtable.archive.DebateStore;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.session.Entry;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs the program as an operator does: starts it, tells it to end, starts it again. */
@Timeout(120)
class ServeTest {
  private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

  @TempDir private Path folder;

  private final HttpClient browser = HttpClient.newHttpClient();
  private final List<ServeProcess> started = new ArrayList<>();
  private int port;

  @BeforeEach
  void configure() throws IOException {
    port = FreePort.draw();
    var text =
        """
        providers: {}
        seats: {}
        panels: { demo: { scripted: true } }
        web: { port: %d }
        store: { url: "jdbc:sqlite:%s" }
        """
            .formatted(port, database());
    Files.writeString(folder.resolve("roundtable.yaml"), text);
  }

  @AfterEach
  void leaveNothingRunning() {
    browser.close();
    started.forEach(ServeProcess::close);
  }

  private Path database() {
    return folder.resolve("roundtable.db");
  }

  private ServeProcess serve() throws IOException {
    var process = ServeProcess.start(folder, Map.of());
    started.add(process);
    return process;
  }

  private void ask(String question) throws Exception {
    var page = URI.create("http://127.0.0.1:" + port + "/");
    var shown =
        browser.send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
    var csrf = CSRF.matcher(shown.body());
    assertThat(csrf.find()).isTrue();
    var cookies = String.join("; ", shown.headers().allValues("Set-Cookie"));
    var form =
        "csrf=" + csrf.group(1) + "&text=" + URLEncoder.encode(question, StandardCharsets.UTF_8);
    var post =
        HttpRequest.newBuilder(page.resolve("/playground/command"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", "http://127.0.0.1:" + port)
            .header("Cookie", cookies)
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    assertThat(browser.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
        .isLessThan(400);
  }

  private Debate stored() {
    var url = "jdbc:sqlite:" + database();
    try (var store = DebateStore.open(url, new Properties(), InstantSource.system())) {
      var search = new DebateRecords.Search("", "", 1);
      var id = store.records().latest(search).getFirst().debate();
      return Debate.of(store.archive().read(id).stream().map(Entry::event).toList());
    }
  }

  @Test
  void toldToEndInTheMiddleOfADebateItEndsInOrderAndTheDebateGoesOnAtTheNextStart()
      throws Exception {
    var first = serve();
    assertThat(first.linesUntil("Ready after"))
        .anyMatch(line -> line.startsWith("database"))
        .anyMatch(line -> line.startsWith("web"));
    ask("Shall we? | Yes | No");
    var told = Instant.now();
    first.tellToEnd();

    assertThat(first.linesUntil("Stopped.")).anyMatch(line -> line.startsWith("Stopping"));
    assertThat(first.exitCode()).isEqualTo(ServeProcess.SIGTERM);
    assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(25));
    var left = stored();

    var second = serve();
    second.linesUntil("Ready after");
    awaitOnThePage(".verdict-1");
    second.tellToEnd();
    second.linesUntil("Stopped.");
    assertThat(stored().settled()).isTrue();
    assertThat(ballots(stored())).containsAll(ballots(left));
  }

  private static List<DebateEvent.BallotCast> ballots(Debate debate) {
    return debate.rounds().stream().flatMap(round -> round.cast().stream()).toList();
  }

  // What the browser is told while it shows the page.
  private void awaitOnThePage(String part) throws Exception {
    var live = URI.create("http://127.0.0.1:" + port + "/playground/live?seen=0");
    var told =
        browser.send(HttpRequest.newBuilder(live).build(), HttpResponse.BodyHandlers.ofLines());
    try (var lines = told.body()) {
      assertThat(lines.anyMatch(line -> line.contains(part))).isTrue();
    }
  }
}
