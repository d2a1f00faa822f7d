package dev.roundtable.discord;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.session.SettableTimer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** However requests come, no second has more of them than 40. */
class PaceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final SettableTimer timer = new SettableTimer();
  private final Pace pace = new Pace(timer);
  private final List<Instant> done = new ArrayList<>();

  private void ask(int times) {
    for (int i = 0; i < times; i++) {
      pace.run(() -> done.add(timer.now()));
    }
  }

  private long busiest() {
    return done.stream()
        .mapToLong(from ->
            done.stream()
                .filter(at -> !at.isBefore(from) && at.isBefore(from.plus(SECOND)))
                .count())
        .max()
        .orElse(0);
  }

  @Test
  void aFewGoAtOnce() {
    ask(Pace.BURST);
    assertThat(done).hasSize(Pace.BURST).containsOnly(timer.now());
  }

  @Test
  void aFloodIsSpreadInOrderAndNothingIsLost() {
    ask(200);
    timer.advance(Duration.ofSeconds(10));
    assertThat(done).hasSize(200).isSorted();
    assertThat(busiest()).isEqualTo(39);
  }

  @Test
  void neitherPausesNorBurstsAddUpToMore() {
    var random = new Random(7);
    for (int i = 0; i < 300; i++) {
      ask(random.nextInt(12));
      timer.advance(Duration.ofMillis(random.nextInt(400)));
    }
    timer.advance(Duration.ofMinutes(5));
    assertThat(busiest()).isLessThanOrEqualTo(40);
  }
}
