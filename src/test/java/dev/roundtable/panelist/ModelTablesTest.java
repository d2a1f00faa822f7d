package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.archive.MemoryArchive;
import dev.roundtable.archive.MemoryInbox;
import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Person;
import dev.roundtable.debate.Provenance;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.Venue;
import dev.roundtable.session.Budget;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.DebateRequest;
import dev.roundtable.session.Entry;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Panels;
import dev.roundtable.session.Permissions;
import dev.roundtable.session.Ports;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.Table;
import dev.roundtable.session.Timer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelTablesTest {
  private static final DebateId DEBATE = new DebateId("d1");
  private static final List<SeatSettings> SEATS =
      List.of(
          FakeModels.seat("ada", WireFormat.RESPONSES),
          FakeModels.seat("bob", WireFormat.CHAT_COMPLETIONS),
          FakeModels.seat("cleo", WireFormat.ANTHROPIC),
          FakeModels.seat("dan", WireFormat.GEMINI),
          FakeModels.seat("eve", WireFormat.RESPONSES),
          FakeModels.seat("fay", WireFormat.GEMINI));
  private static final PanelSettings PANEL =
      new PanelSettings("all", SEATS, List.of(), Rules.DEFAULT);

  private final ModelHttp http = new ModelHttp();
  private FakeModels models;

  /** A time that stands still, so that nobody runs out of it. */
  private record StillTimer() implements Timer {
    @Override
    public Instant now() {
      return JumpingTimer.START;
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
      return () -> {};
    }
  }

  private record OneTable(Table table) implements Panels {
    @Override
    public Optional<Table> find(String name) {
      return Optional.of(table);
    }

    @Override
    public List<String> names() {
      return List.of(table.panel().name());
    }
  }

  @BeforeEach
  void open() throws IOException {
    models = new FakeModels();
  }

  @AfterEach
  void close() {
    http.close();
    models.close();
  }

  private ModelTables tables() {
    var providers = Stream.of(WireFormat.values()).map(models::provider).toList();
    return new ModelTables(providers, ShippedPrompts.read(), http, new StillTimer());
  }

  // What a model says depends on its wire format and on whether it has read arguments.
  private static String words(WireFormat format, boolean rebuttal) {
    var option = format == WireFormat.GEMINI && !rebuttal ? "postgres-queue" : "kafka";
    var because = format == WireFormat.GEMINI && rebuttal ? "\"a1\"" : "null";
    return "{\"reasoning\": \"Reasons of %s, %s.\", \"vote\": \"%s\", \"confidence\": 0.5, \"because\": %s}"
        .formatted(format, rebuttal ? "again" : "first", option, because);
  }

  private static boolean isRebuttal(FakeModels.Seen seen) {
    return seen.body().toString().contains("Your own last ballot");
  }

  private static List<DebateEvent> debate(Table table) throws Exception {
    var archive = new MemoryArchive(InstantSource.fixed(JumpingTimer.START));
    var ports =
        new Ports(
            archive,
            new MemoryInbox(),
            new OneTable(table),
            Permissions.EVERYONE,
            Budget.UNLIMITED,
            new StillTimer(),
            List.of());
    var sessions = new Sessions(ports, SessionSettings.DEFAULT);
    var desk = new DebateDesk(ports, sessions, SessionSettings.DEFAULT, () -> DEBATE);
    var asker = new Person("u1", "Anna");
    desk.open(
        new DebateRequest(
            new MessageId("m1"), Briefs.QUESTION, "all", Rules.DEFAULT, asker, Venue.TERMINAL));
    sessions.whenIdle(DEBATE).get(20, TimeUnit.SECONDS);
    return archive.read(DEBATE).stream().map(Entry::event).map(ModelTablesTest::bare).toList();
  }

  // Without what differs between a model and a script.
  private static DebateEvent bare(DebateEvent event) {
    return event instanceof DebateEvent.BallotCast(var round, var ballot, _, var latency)
        ? new DebateEvent.BallotCast(round, ballot, Provenance.UNKNOWN, latency)
        : event;
  }

  private static List<String> sorted(List<DebateEvent> events) {
    return events.stream().map(Object::toString).sorted().toList();
  }

  @Test
  void sixSeatsOfFourWireFormatsDebateAsIfTheirWordsHadBeenScripted() throws Exception {
    models.answer(
        seen -> FakeModels.json(Wire.said(seen.format(), words(seen.format(), isRebuttal(seen)))));
    var table = tables().table(PANEL);

    Map<SeatId, Panelist> scripted = new HashMap<>();
    for (var seat : SEATS) {
      var format = WireFormat.valueOf(seat.model().provider());
      scripted.put(
          seat.seat().id(),
          brief -> {
            var text = words(format, brief.own() != null);
            var read = (Reading.Read) BallotReader.read(brief, text);
            return new Panelist.Reply(read.ballot(), Provenance.UNKNOWN);
          });
    }
    var byModels = debate(table);
    var byScript = debate(new Table(table.panel(), scripted, Optional.empty()));

    assertThat(sorted(byModels)).isEqualTo(sorted(byScript));
    assertThat(byModels)
        .filteredOn(DebateEvent.VerdictReached.class::isInstance)
        .first()
        .extracting(event -> ((DebateEvent.VerdictReached) event).verdict().winnerIfAny())
        .isEqualTo(Optional.of(new OptionId("kafka")));
    models.assertNoComplaints();
  }

  @Test
  void aSeatThatFailsIsAnAbsenceAndTheDebateGoesOn() throws Exception {
    models.answer(seen ->
        seen.format() == WireFormat.ANTHROPIC
            ? new MockResponse.Builder().code(404).body("no such model").build()
            : FakeModels.json(Wire.said(seen.format(), words(seen.format(), false))));
    var events = debate(tables().table(PANEL));
    assertThat(events)
        .filteredOn(event ->
            event instanceof DebateEvent.BallotCast cast
                && cast.ballot() instanceof Ballot.Abstention)
        .isNotEmpty()
        .allSatisfy(event ->
            assertThat(event.toString()).contains("model fake-1 of ANTHROPIC: 404: no such model"));
  }

  @Test
  void aProbeFindsWhatWorksAndWhatDoesNot() throws Exception {
    models.answer(seen ->
        switch (seen.format()) {
          case RESPONSES -> FakeModels.json(Wire.said(seen.format(), "{\"form\": \"open\"}"));
          case CHAT_COMPLETIONS -> FakeModels.json(Wire.said(seen.format(), "Hello!"));
          case ANTHROPIC -> new MockResponse.Builder().code(401).body("bad key").build();
          case GEMINI -> new MockResponse.Builder().code(404).body("retired").build();
        });
    var found = tables().probe(PANEL).stream().map(Probe::found).toList();
    assertThat(found.get(0))
        .isEqualTo(new Probe.Found.Works("fake-1", Rung.SCHEMA, "fake-1 answers."));
    assertThat(found.get(1)).isInstanceOf(Probe.Found.Babbles.class);
    assertThat(found.get(2))
        .isEqualTo(new Probe.Found.KeyRejected("The key is not accepted: 401: bad key"));
    assertThat(found.get(3).sentence())
        .isEqualTo(
            "model fake-1 of GEMINI: 404: retired Set `model` of seat dan to one that it offers.");
  }

  @Test
  void aProbeSaysThatNobodyListens() throws Exception {
    var closed = FakeModels.provider(WireFormat.RESPONSES, URI.create("http://127.0.0.1:1"));
    var timer = new JumpingTimer();
    var tables = new ModelTables(List.of(closed), ShippedPrompts.read(), http, timer);
    var seats =
        List.of(
            FakeModels.seat("a", WireFormat.RESPONSES), FakeModels.seat("b", WireFormat.RESPONSES));
    var panel = new PanelSettings("p", seats, List.of(), Rules.DEFAULT);
    assertThat(tables.probe(panel))
        .allSatisfy(probe -> assertThat(probe.found()).isInstanceOf(Probe.Found.Unreachable.class))
        .noneMatch(Probe::works);
  }

  @Test
  void warmingUpLeavesNothingOpen() throws Exception {
    http.warmUp(new StillTimer());
    assertThat(http.openConnections()).isZero();
  }
}
