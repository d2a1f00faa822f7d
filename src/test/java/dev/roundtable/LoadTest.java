package dev.roundtable;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** More questions and replies than can be worked on wait in the database, and are all kept. */
class LoadTest {
  /** After it Slack and Discord tell people that the bot did not answer. */
  private static final int PLATFORM_MS = 3_000;

  private static final long KB_OF_DEBATE = 100;
  private static final long KB_OF_WAITING = 2;
  // Caches and pools, whatever comes.
  private static final long KB_OF_SERVER = 2_560;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  private void holds(LoadBenchmark.Size size) throws Exception {
    LoadBenchmark.Load load;
    boolean drained;
    try (var benchmark = new LoadBenchmark(folder, size)) {
      load = benchmark.run();
      drained = benchmark.drained();
    }
    System.out.println(load);

    assertThat(load.kept()).as("taken").isTrue();
    assertThat(drained).as("held in the end").isTrue();
    assertThat(load.questions().max()).as("questions").isLessThan(PLATFORM_MS);
    assertThat(load.replies().max()).as("replies").isLessThan(PLATFORM_MS);
    assertThat(load.progressKb()).isLessThan(KB_OF_SERVER + KB_OF_DEBATE * size.atWork());
    assertThat(load.queueKb())
        .isLessThan(KB_OF_SERVER + KB_OF_WAITING * (size.queued() + size.replies()));
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void fiftyDebatesInProgressAndTwoHundredInLine() throws Exception {
    holds(new LoadBenchmark.Size(50, 200, 200));
  }

  @Test
  @Tag("chaos")
  @Timeout(value = 15, unit = TimeUnit.MINUTES)
  void fiveHundredDebatesInProgressAndFiveThousandInLine() throws Exception {
    holds(LoadBenchmark.FULL);
  }
}
