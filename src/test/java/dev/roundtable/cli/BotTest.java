package dev.roundtable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.FreePort;
import dev.roundtable.archive.DebateStore;
import dev.roundtable.config.ConfigFolder;
import dev.roundtable.config.ConfigLoader;
import dev.roundtable.config.ConfigWatch;
import dev.roundtable.debate.Person;
import dev.roundtable.session.SettableTimer;
import dev.roundtable.terminal.Console;
import dev.roundtable.terminal.Screen;
import dev.roundtable.transcript.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class BotTest {
  @TempDir private Path folder;

  private final SettableTimer looks = new SettableTimer();
  private final List<String> printed = new ArrayList<>();
  private int port;
  private int managementPort;

  @BeforeEach
  void ports() throws IOException {
    port = FreePort.draw();
    managementPort = FreePort.draw();
    write("panels: { demo: { scripted: true } }");
  }

  private void write(String panels) throws IOException {
    var text =
        """
        providers: {}
        seats: {}
        %s
        web: { port: %d, managementPort: %d }
        """
            .formatted(panels, port, managementPort);
    Files.writeString(folder.resolve(ConfigFolder.FILE), text);
  }

  private interface Visit {
    void look() throws Exception;
  }

  private void running(Visit visit) throws Exception {
    var loader = new ConfigLoader(new ConfigFolder(Optional.of(folder)), Map.of(), _ -> List.of());
    var timer = new SettableTimer();
    var nowhere = new PrintStream(OutputStream.nullOutputStream());
    var console = new Console(Screen.of(nowhere, nowhere, false, Map.of()), false);
    var person = new Person("terminal", "anna");
    var around = new Surroundings(Map.of(), timer, console, person, Words.in(Locale.ENGLISH));
    var store =
        DebateStore.open(
            "jdbc:sqlite:" + folder.resolve("roundtable.db"), new Properties(), timer::now);
    try (var watch =
            ((ConfigWatch.Start.Watching) ConfigWatch.start(loader, looks, Runnable::run)).watch();
        var head = new HeadStart();
        var bot = new Bot(watch, around, store, head)) {
      bot.start(new Startup(timer, timer.now().minusMillis(700), printed::add, () -> {}));
      visit.look();
    }
  }

  private HttpResponse<String> get(int at, String path) throws Exception {
    var uri = URI.create("http://127.0.0.1:" + at + path);
    try (var client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void eachPartHasItsLineAndTheLastOneSaysHowLongOneHadToWaitForAll() throws Exception {
    running(() -> assertThat(get(port, "/").statusCode()).isEqualTo(200));

    assertThat(printed).anyMatch(line -> line.startsWith("web "));
    assertThat(printed.getLast()).isEqualTo("Ready after 700 ms.");
  }

  @Test
  void aBadReloadedFileKeepsTheOldOneRunningAndIsShownByTheHealthPage() throws Exception {
    running(() -> {
      assertThat(get(managementPort, "/readyz").body()).contains("\"ready\" : true", "well");
      write("panels: { demo: { scripted: perhaps } }");
      looks.advance(ConfigWatch.INTERVAL);
      looks.advance(ConfigWatch.INTERVAL);

      var health = get(managementPort, "/readyz");
      assertThat(health.statusCode()).isEqualTo(200);
      assertThat(health.body())
          .contains("The changed files are not used", "roundtable.yaml:3:")
          .contains("scripted");
      assertThat(get(port, "/").statusCode()).isEqualTo(200);

      write("panels: { demo: { scripted: true } }");
      looks.advance(ConfigWatch.INTERVAL);
      looks.advance(ConfigWatch.INTERVAL);
      assertThat(get(managementPort, "/readyz").body()).doesNotContain("not used");
    });
  }

  @Test
  void aPartThatCannotComeUpDoesNotTakeTheOthersDown() throws Exception {
    try (var _ = new ServerSocket(port)) {
      running(() -> assertThat(printed.getLast()).contains("but not all of it works"));
    }
  }
}
