package dev.roundtable.panelist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.debate.Ballot;
import dev.roundtable.session.Panelist;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** What a seat in flight costs on our side of the wire. */
@Timeout(20)
class SeatThreadsTest {
  private static final int FEW = 2;
  private static final int MANY = 60;
  // One that looks after idle connections, and at times one that relieves it. Clients of other
  // tests
  // may have theirs as well, so that only what is added counts.
  private static final int RUNNER_THREADS = 2;

  private final ModelHttp http = new ModelHttp();

  @AfterEach
  void close() {
    http.close();
  }

  @RepeatedTest(5)
  void oneMoreSeatAddsNoPlatformThread() throws Exception {
    var withFew = threadsWithInFlight(FEW);
    var withMany = threadsWithInFlight(MANY);
    var added = new HashSet<>(withMany);
    added.removeAll(withFew);
    var runner = added.stream().filter(SeatThreadsTest::isOkHttps).toList();
    assertThat(runner).hasSizeLessThanOrEqualTo(RUNNER_THREADS);

    runner.forEach(added::remove);
    assertThat(added).isEmpty();
  }

  private Set<Thread> threadsWithInFlight(int seats) throws Exception {
    try (var held = new HeldModels();
        var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      var provider = new Provider(held.provider(seats), http, new JumpingTimer());
      var model = new Model(provider, FakeModels.model(WireFormat.RESPONSES));
      var panelist = new ModelPanelist(model, ShippedPrompts.read(), Duration.ofSeconds(20));
      Callable<Panelist.Reply> call = () -> panelist.answer(Briefs.vote());
      var replies = Stream.generate(() -> executor.submit(call)).limit(seats).toList();
      held.awaitAsked(seats);
      assertThat(http.callsInFlight()).isEqualTo(seats);
      var threads = platformThreads();
      held.answerAll();
      for (var reply : replies) {
        assertThat(reply.get().ballot()).isInstanceOf(Ballot.Vote.class);
      }
      return threads;
    }
  }

  // Those that carry virtual threads are as many as there are processors, whoever runs on them.
  private static Set<Thread> platformThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> !thread.getClass().getSimpleName().equals("CarrierThread"))
        .collect(Collectors.toSet());
  }

  // Its runner takes the name of what it does.
  private static boolean isOkHttps(Thread thread) {
    return thread.getName().startsWith("OkHttp");
  }
}
