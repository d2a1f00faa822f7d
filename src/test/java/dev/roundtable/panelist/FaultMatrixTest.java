package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Ballot;
import dev.roundtable.panelist.Faults.Fault;
import dev.roundtable.session.Panelist;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a provider is known to fail, in every wire format. */
class FaultMatrixTest {
  private static FakeModels models;
  private static ModelHttp http;

  @BeforeAll
  static void start() throws IOException {
    models = new FakeModels();
    http = new ModelHttp();
  }

  @AfterAll
  static void stop() {
    http.close();
    models.close();
  }

  @Test
  void thereAreAtLeastSixtyFaults() {
    assertThat(Faults.all()).hasSizeGreaterThanOrEqualTo(60);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("dev.roundtable.panelist.Faults#byFormat")
  void everyFaultEndsInItsCauseAndLeavesNothingBehind(WireFormat format, Fault fault)
      throws IOException, InterruptedException {
    models.answerInTurn(fault.responses().apply(format));
    if (!fault.hangsUp()) {
      play(models.provider(format), fault);
      return;
    }
    try (var server = new HangUp(fault.hungUpAfter())) {
      play(server.provider(format), fault);
    }
  }

  private static void play(ProviderSettings settings, Fault fault) throws InterruptedException {
    var timer = new JumpingTimer();
    var provider = new Provider(settings, http, timer);
    var model = new Model(provider, FakeModels.model(settings.codec()));
    var panelist = new ModelPanelist(model, ShippedPrompts.read(), fault.patience());

    var reply = panelist.answer(Briefs.vote());

    assertEnd(reply, fault);
    assertThat(reply.toString()).doesNotContain(FakeModels.KEY).doesNotContain("abcdefgh1");
    assertThat(Duration.between(JumpingTimer.START, timer.now())).isLessThan(fault.patience());
    assertThat(provider.callsInFlight()).isZero();
    assertThat(http.openConnections()).isEqualTo(http.idleConnections());
    models.assertNoComplaints();
  }

  private static void assertEnd(Panelist.Reply reply, Fault fault) {
    switch (reply.ballot()) {
      case Ballot.Abstention(_, var cause) -> {
        assertThat(cause).isInstanceOf(fault.cause());
        assertThat(cause.toString()).contains(fault.words());
      }
      case Ballot.Answered vote -> {
        assertThat(vote).isInstanceOf(fault.cause());
        assertThat(vote.toString()).contains(fault.words());
      }
    }
  }
}
