package dev.roundtable.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever goes wrong in whatever order, the posts stand as they should in the end. */
class RandomScheduleTest {
  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  @Timeout(value = 60, unit = TimeUnit.SECONDS)
  void nothingIsLostDoubledOrOutOfOrder(long seed) throws InterruptedException {
    var schedule = new RandomSchedule(seed);
    schedule.run();

    assertThat(schedule.breaches()).isEmpty();
    assertThat(schedule.shown()).isEqualTo(schedule.wanted());
  }
}
