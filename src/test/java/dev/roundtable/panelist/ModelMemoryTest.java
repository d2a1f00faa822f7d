package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Ballot;
import dev.roundtable.debate.Cause;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.SeatId;
import dev.roundtable.safety.Secret;
import dev.roundtable.session.Panelist;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tables that are built anew, as a changed configuration does. */
@Timeout(20)
class ModelMemoryTest {
  private static final SeatId ADA = new SeatId("ada");
  private static final WireFormat FORMAT = WireFormat.RESPONSES;

  private final ModelHttp http = new ModelHttp();
  private final JumpingTimer timer = new JumpingTimer();
  private final ModelMemory memory = new ModelMemory(http, timer);
  private final AtomicReference<String> key = new AtomicReference<>(FakeModels.KEY);
  private FakeModels models;

  /** A key that can be rotated. */
  private record Kept(String origin, AtomicReference<String> value) implements Secret {
    @Override
    public Optional<String> read() {
      return Optional.ofNullable(value.get());
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

  private ProviderSettings provider(URI address, String keyOrigin, int maxCalls) {
    var secret = Optional.<Secret>of(new Kept(keyOrigin, key));
    return new ProviderSettings(FORMAT.name(), FORMAT, address, secret, false, maxCalls);
  }

  private ProviderSettings provider() {
    return provider(models.provider(FORMAT).baseUrl(), "$KEY", 8);
  }

  private Panelist rebuilt(ProviderSettings provider) {
    return rebuilt(provider, FakeModels.seat("ada", FORMAT));
  }

  private Panelist rebuilt(ProviderSettings provider, SeatSettings ada) {
    var tables = new ModelTables(List.of(provider), ShippedPrompts.read(), memory);
    var seats = List.of(ada, FakeModels.seat("bob", FORMAT));
    var table = tables.table(new PanelSettings("p", seats, List.of(), Rules.DEFAULT));
    return Objects.requireNonNull(table.panelists().get(ADA));
  }

  private void answers() {
    models.answer(seen -> FakeModels.json(Wire.said(seen.format(), Faults.BALLOT)));
  }

  private void failsUntilItRests(int status) throws InterruptedException {
    models.answer(_ -> new MockResponse.Builder().code(status).body("no").build());
    var panelist = rebuilt(provider());
    for (int i = 0; i < Bench.FAILURES; i++) {
      panelist.answer(Briefs.vote());
    }
    assertRests(panelist);
    answers();
  }

  private static void assertRests(Panelist panelist) throws InterruptedException {
    assertThat(panelist.answer(Briefs.vote()).ballot())
        .isInstanceOfSatisfying(
            Ballot.Abstention.class,
            ballot -> assertThat(ballot.cause()).isInstanceOf(Cause.Benched.class));
  }

  private static void assertVotes(Panelist panelist) throws InterruptedException {
    assertThat(panelist.answer(Briefs.vote()).ballot()).isInstanceOf(Ballot.Vote.class);
  }

  @Test
  void aModelThatRestsDoesSoAtTheNewTablesToo() throws InterruptedException {
    failsUntilItRests(404);
    var priced =
        new ModelSettings(
            FORMAT.name(),
            "fake-1",
            Optional.of(new Price(BigDecimal.ONE, BigDecimal.ONE)),
            Optional.empty(),
            100);
    assertRests(rebuilt(provider()));
    assertRests(
        rebuilt(provider(), new SeatSettings(FakeModels.seat("ada", FORMAT).seat(), priced)));
  }

  @Test
  void aProviderElsewhereStartsAfresh() throws InterruptedException {
    failsUntilItRests(404);
    var elsewhere = URI.create(provider().baseUrl() + "/");
    assertVotes(rebuilt(provider(elsewhere, "$KEY", 8)));
    assertRests(rebuilt(provider()));
  }

  @Test
  void aKeyFromElsewhereStartsAfresh() throws InterruptedException {
    failsUntilItRests(404);
    assertVotes(rebuilt(provider(provider().baseUrl(), "$OTHER_KEY", 8)));
  }

  @Test
  void whoRestsBecauseOfItsKeyIsBackWithAnother() throws InterruptedException {
    failsUntilItRests(401);
    assertRests(rebuilt(provider()));
    key.set("rotated-" + FakeModels.KEY);
    assertVotes(rebuilt(provider()));
    models.assertNoComplaints();
  }

  @Test
  void whoRestsForAnotherReasonRestsOnWithAnotherKey() throws InterruptedException {
    failsUntilItRests(404);
    key.set("rotated-" + FakeModels.KEY);
    assertRests(rebuilt(provider()));
  }

  @Test
  void theRungIsRememberedUnlessAnotherIsConfigured() throws InterruptedException {
    var refused = Wire.error(FORMAT, 400, "json_schema is not supported");
    models.answerInTurn(
        List.of(
            FakeModels.json(refused).newBuilder().code(400).build(),
            FakeModels.json(Wire.said(FORMAT, Faults.BALLOT))));
    assertVotes(rebuilt(provider()));
    assertVotes(rebuilt(provider()));
    assertThat(models.seen())
        .extracting(this::format)
        .containsExactly("json_schema", "json_object", "json_object");

    models.forget();
    var strict =
        new ModelSettings(FORMAT.name(), "fake-1", Optional.empty(), Optional.of(Rung.SCHEMA), 100);
    assertVotes(
        rebuilt(provider(), new SeatSettings(FakeModels.seat("ada", FORMAT).seat(), strict)));
    assertThat(models.seen()).extracting(this::format).containsExactly("json_schema");
  }

  private String format(FakeModels.Seen seen) {
    return seen.body().at("/text/format/type").asText();
  }

  @Test
  void callsInFlightAtOldTablesTakePlacesFromTheNew() throws Exception {
    var asked = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    models.answer(seen -> {
      asked.countDown();
      awaitQuietly(go);
      return FakeModels.json(Wire.said(seen.format(), Faults.BALLOT));
    });
    var address = provider().baseUrl();
    var old = Thread.ofVirtual().start(() -> answerQuietly(rebuilt(provider(address, "$KEY", 1))));
    assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();

    assertThat(memory.provider(provider(address, "$KEY", 3)).callsInFlight()).isEqualTo(1);
    var next = Thread.ofVirtual().start(() -> answerQuietly(rebuilt(provider(address, "$KEY", 1))));
    while (next.getState() == Thread.State.NEW || next.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    assertThat(models.seen()).hasSize(1);
    go.countDown();
    old.join();
    next.join();
    assertThat(models.seen()).hasSize(2);
    assertThat(memory.provider(provider(address, "$KEY", 3)).callsInFlight()).isZero();
  }

  private static void answerQuietly(Panelist panelist) {
    try {
      panelist.answer(Briefs.vote());
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
