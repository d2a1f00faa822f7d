package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Ballot;
import dev.roundtable.session.Panelist;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LanesTest {
  private static final int CALLS = 50;

  private final ModelHttp http = new ModelHttp();

  @AfterEach
  void close() {
    http.close();
  }

  @Test
  void eachCallOfARoundFindsTheConnectionOfOneOfTheRoundBefore() throws Exception {
    try (var models = new FakeModels()) {
      // All are there at once before any is answered.
      var allAsked = new CyclicBarrier(CALLS);
      models.answer(seen -> {
        await(allAsked);
        return FakeModels.json(Wire.said(seen.format(), Faults.BALLOT));
      });
      var format = WireFormat.RESPONSES;
      var base = models.provider(format);
      var settings =
          new ProviderSettings(
              base.id(), base.codec(), base.baseUrl(), base.apiKey(), false, CALLS);
      var model =
          new Model(new Provider(settings, http, new JumpingTimer()), FakeModels.model(format));
      var panelist = new ModelPanelist(model, ShippedPrompts.read(), Duration.ofSeconds(20));
      for (int round = 1; round <= 3; round++) {
        assertThat(answered(panelist)).isEqualTo(CALLS);
      }
      assertThat(http.openConnections()).isEqualTo(CALLS);
      assertThat(http.callsInFlight()).isZero();
    }
  }

  private static long answered(Panelist panelist) throws Exception {
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Panelist.Reply> call = () -> panelist.answer(Briefs.vote());
      var replies = new ArrayList<Future<Panelist.Reply>>();
      for (int i = 0; i < CALLS; i++) {
        replies.add(executor.submit(call));
      }
      long votes = 0;
      for (var reply : replies) {
        votes += reply.get().ballot() instanceof Ballot.Vote ? 1 : 0;
      }
      return votes;
    }
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theLowestPlaceThatIsFreeIsTakenFirst() {
    var lanes = new Lanes();
    assertThat(lanes.enter()).isZero();
    assertThat(lanes.enter()).isEqualTo(1);
    assertThat(lanes.enter()).isEqualTo(2);
    lanes.leave(1);
    assertThat(lanes.enter()).isEqualTo(1);
    assertThat(lanes.inFlight()).isEqualTo(3);
  }
}
