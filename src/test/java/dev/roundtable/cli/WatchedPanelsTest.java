package dev.roundtable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.archive.MemoryArchive;
import dev.roundtable.archive.MemoryInbox;
import dev.roundtable.config.ConfigFolder;
import dev.roundtable.config.ConfigLoader;
import dev.roundtable.config.ConfigWatch;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.Venue;
import dev.roundtable.debate.Verdict;
import dev.roundtable.panelist.ModelHttp;
import dev.roundtable.panelist.ModelMemory;
import dev.roundtable.session.Admission;
import dev.roundtable.session.Budget;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.DebateRequest;
import dev.roundtable.session.Permissions;
import dev.roundtable.session.Ports;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.SettableTimer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchedPanelsTest {
  private static final int DEBATES_PER_CHANGE = 5;
  private static final int CHANGES = 24;
  private static final String VOTE =
      "{\\\"reasoning\\\": \\\"It is.\\\", \\\"vote\\\": \\\"yes\\\", \\\"confidence\\\": 0.5}";
  private static final String ANSWER =
      "{\"model\": \"m\", \"choices\": [{\"finish_reason\": \"stop\", \"message\": {\"content\": \""
          + VOTE
          + "\"}}]}";

  @TempDir private Path folder;

  private final MockWebServer server = new MockWebServer();
  private final SettableTimer timer = new SettableTimer();
  // Of its own, so that looking at the folder takes no time away from the seats.
  private final SettableTimer looks = new SettableTimer();
  private final ModelHttp http = new ModelHttp();

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return new MockResponse.Builder()
                .addHeader("Content-Type", "application/json")
                .body(ANSWER)
                .build();
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  @Test
  void noDebateIsLostWhileTheConfigurationChanges() throws Exception {
    write(3);
    var loader = new ConfigLoader(new ConfigFolder(Optional.of(folder)), Map.of(), _ -> List.of());
    var watch =
        ((ConfigWatch.Start.Watching) ConfigWatch.start(loader, looks, Runnable::run)).watch();
    var memory = new ModelMemory(http, timer);
    var panels =
        new WatchedPanels(
            watch::current, found -> new Seating(found, memory, timer, Duration.ZERO));
    var sizes = debate(panels, sizes());
    watch.close();

    assertThat(sizes).contains(2, 3, 4, 5);
  }

  // Between the changes; every third file is broken, and the one before stays in force.
  private List<Integer> sizes() {
    var sizes = new ArrayList<Integer>();
    for (int change = 0; change < CHANGES; change++) {
      sizes.add(change % 3 == 2 ? 0 : 2 + change % 4);
    }
    return sizes;
  }

  private Set<Integer> debate(WatchedPanels panels, List<Integer> changes) throws Exception {
    var ports =
        new Ports(
            new MemoryArchive(timer::now),
            new MemoryInbox(),
            panels,
            Permissions.EVERYONE,
            Budget.UNLIMITED,
            timer,
            List.of());
    var sessions = new Sessions(ports, SessionSettings.DEFAULT);
    var random = new Random(5);
    var desk =
        new DebateDesk(ports, sessions, SessionSettings.DEFAULT, () -> DebateId.draw(random));
    var debates = new ArrayList<DebateId>();
    for (int size : changes) {
      for (int i = 0; i < DEBATES_PER_CHANGE; i++) {
        debates.add(open(desk, debates.size()));
      }
      write(size);
      looks.advance(ConfigWatch.INTERVAL.multipliedBy(2));
    }
    var sizes = new HashSet<Integer>();
    for (var id : debates) {
      sessions.whenIdle(id).get();
      sizes.add(closed(desk, id));
    }
    return sizes;
  }

  private static DebateId open(DebateDesk desk, int number) {
    var question = new Question("Is it?", List.of("Yes", "No"), null);
    var message = new MessageId("m" + number);
    var person = new Person("u", "Anna");
    var request =
        new DebateRequest(message, question, "changing", Rules.DEFAULT, person, Venue.TERMINAL);
    return ((Admission.Opened) desk.open(request)).debate();
  }

  // Every seat that sat down at the opening has voted, and no other.
  private static int closed(DebateDesk desk, DebateId id) {
    var debate = desk.find(id).orElseThrow();
    var verdict = debate.lastRuling().orElseThrow().verdict();
    assertThat(verdict).isInstanceOf(Verdict.Unanimous.class);
    assertThat(debate.lastVotes().keySet())
        .containsExactlyElementsOf(debate.panel().seats().stream().map(Seat::id).toList());
    return debate.panel().seats().size();
  }

  private void write(int seats) throws IOException {
    var names = new ArrayList<String>();
    var rows = new StringBuilder();
    for (int i = 1; i <= seats; i++) {
      names.add("s" + i);
      rows.append(
          "  s%d: { name: Seat %d of %d, provider: here, model: m }%n".formatted(i, i, seats));
    }
    var yaml =
        """
        providers:
          here: { codec: chat-completions, baseUrl: %s }
        seats:
        %spanels:
          changing: { seats: %s }
        """
            .formatted(server.url("/v1"), rows, names);
    Files.writeString(folder.resolve("roundtable.yaml"), yaml);
  }
}
