package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Brief;
import dev.roundtable.debate.Debate;
import dev.roundtable.debate.Mode;
import dev.roundtable.debate.OptionId;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.debate.StopReason;
import dev.roundtable.debate.Verdict;
import dev.roundtable.export.JsonExport;
import dev.roundtable.export.Play;
import dev.roundtable.panelist.Faults.Fault;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Table;
import dev.roundtable.transcript.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every known fault as one bad seat among good ones: the debate comes to its verdict. */
@Timeout(30)
class FaultDebateTest {
  private static final Duration TO_SPARE = Duration.ofSeconds(5);
  private static final SeatId BAD = new SeatId("bad");

  private static FakeModels failing;
  private static FakeModels working;
  private static ModelHttp http;
  private static Prompts prompts;

  /** Remembers on which threads it was asked. */
  private record Watched(Panelist panelist, Queue<Thread> threads) implements Panelist {
    @Override
    public Reply answer(Brief brief) throws InterruptedException {
      threads.add(Thread.currentThread());
      return panelist.answer(brief);
    }
  }

  @BeforeAll
  static void start() throws IOException {
    failing = new FakeModels();
    working = new FakeModels();
    http = new ModelHttp();
    prompts = ShippedPrompts.read();
    working.answer(seen -> FakeModels.json(Wire.said(seen.format(), Faults.BALLOT)));
  }

  @AfterAll
  static void stop() {
    http.close();
    failing.close();
    working.close();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("dev.roundtable.panelist.Faults#byFormat")
  void aDebateWithOneBadSeatEndsInAVerdictAndLeavesNothingBehind(WireFormat format, Fault fault)
      throws Exception {
    failing.answerInTurn(fault.responses().apply(format));
    if (!fault.hangsUp()) {
      play(failing.provider(format), fault);
      return;
    }
    try (var server = new HangUp(fault.hungUpAfter())) {
      play(server.provider(format), fault);
    }
  }

  private static void play(ProviderSettings settings, Fault fault) throws Exception {
    var deadline = fault.patience().plus(TO_SPARE);
    var rules = new Rules(Mode.AUTO, 2, null, fault.patience(), deadline);
    try (var timer = new PromptTimer()) {
      var bad = new Provider(settings, http, timer);
      var good = new Provider(working.provider(settings.codec()), http, timer);
      var threads = new ConcurrentLinkedQueue<Thread>();

      var table = table(List.of(bad, good, good), fault.patience(), threads);
      var debate = Play.of(table, timer, Briefs.QUESTION, rules, List.of());

      assertVerdict(debate, fault);
      assertThat(Duration.between(JumpingTimer.START, timer.now())).isLessThan(deadline);
      assertThat(JsonExport.write(debate, Words.in(Locale.ENGLISH)))
          .doesNotContain(FakeModels.KEY, "abcdefgh1");
      assertThat(timer.alarms()).isZero();
      assertNothingIsLeft(threads, List.of(bad, good));
    }
  }

  private static Table table(List<Provider> providers, Duration patience, Queue<Thread> threads) {
    var seats = List.of(new Seat("bad", "Bad"), new Seat("good", "Good"), new Seat("fine", "Fine"));
    Map<SeatId, Panelist> sitting = new LinkedHashMap<>();
    for (int i = 0; i < seats.size(); i++) {
      var provider = providers.get(i);
      var settings = FakeModels.model(WireFormat.valueOf(provider.id()));
      var panelist = new ModelPanelist(new Model(provider, settings), prompts, patience);
      sitting.put(seats.get(i).id(), new Watched(panelist, threads));
    }
    return new Table(new Panel("test", seats, false, false), sitting, Optional.empty());
  }

  private static void assertVerdict(Debate debate, Fault fault) {
    var ruling = debate.lastRuling().orElseThrow();
    assertThat(ruling.reached().reason()).isEqualTo(StopReason.ALL_AGREE);
    assertThat(ruling.verdict()).isInstanceOf(Verdict.Unanimous.class);
    assertThat(ruling.verdict().winnerIfAny()).contains(new OptionId("kafka"));
    var count = ruling.verdict().count();
    assertThat(count.tally().votes()).isEqualTo(fault.costsTheVote() ? 2 : 3);
    assertThat(count.absent())
        .hasSize(fault.costsTheVote() ? 1 : 0)
        .allSatisfy(absence -> {
          assertThat(absence.seat()).isEqualTo(BAD);
          assertThat(absence.cause()).isInstanceOf(fault.cause());
          assertThat(absence.cause().toString()).contains(fault.words());
        });
  }

  private static void assertNothingIsLeft(Queue<Thread> threads, List<Provider> providers)
      throws InterruptedException {
    assertThat(threads).hasSize(3).allMatch(Thread::isVirtual);
    for (var thread : threads) {
      assertThat(thread.join(TO_SPARE)).isTrue();
    }
    assertThat(providers).allSatisfy(provider -> assertThat(provider.callsInFlight()).isZero());
    assertThat(http.callsInFlight()).isZero();
    assertThat(http.openConnections()).isEqualTo(http.idleConnections());
    failing.assertNoComplaints();
    working.assertNoComplaints();
  }
}
