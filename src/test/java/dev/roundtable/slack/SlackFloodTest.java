package dev.roundtable.slack;

import static dev.roundtable.slack.SlackWorld.ANNA;
import static dev.roundtable.slack.SlackWorld.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.bench.Spread;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Panels of fifty seats, commands and replies all at once: they wait, and nobody is left alone. */
@Timeout(600)
class SlackFloodTest {
  private static final int SEATS = 50;
  private static final int LATE_MS = 3_000;

  @SuppressWarnings("NullAway.Init")
  @TempDir
  private Path folder;

  private static String script() {
    var seats =
        IntStream.rangeClosed(1, SEATS)
            .mapToObj(i ->
                ("  s%1$d: { name: Seat %1$d, rounds: "
                        + "[{ text: '{\"vote\": \"%2$s\", \"reasoning\": \"R.\"}' }] }")
                    .formatted(i, i % 3 == 0 ? "no" : "yes"))
            .collect(Collectors.joining("\n"));
    return "panel: six\nseats:\n" + seats + "\n";
  }

  private static String channel(int number) {
    return "C" + number;
  }

  @Test
  void threePanelsAndAHundredCommandsAndReplies() throws Exception {
    isAnsweredInTime("one", 3, 100, 100);
  }

  @Test
  @Tag("chaos")
  void fivePanelsAndAThousandCommandsAndReplies() throws Exception {
    // So many do not meet a process that was started a second ago.
    isAnsweredInTime("before", 3, 300, 300);
    isAnsweredInTime("one", 5, 1_000, 1_000);
  }

  private void isAnsweredInTime(String name, int debates, int commands, int replies)
      throws Exception {
    try (var world = new SlackWorld(folder.resolve(name), script(), false).start()) {
      var slack = world.slack;
      var cards = new ArrayList<FakeMessage>();
      for (int i = 1; i <= debates; i++) {
        var place = channel(i);
        slack.channel(place);
        slack.command(place, ANNA, "Should we? | Yes | No");
        var debate = "debate-" + i;
        world.timer.until(() -> world.isPosted(debate));
        cards.add(slack.inChannel(place).getFirst());
      }
      var deeds = new ArrayList<Callable<Long>>();
      for (int i = 0; i < commands; i++) {
        var place = channel(1 + i % debates);
        deeds.add(timed(() -> slack.command(place, BEN, "help")));
      }
      for (int i = 0; i < replies; i++) {
        var card = cards.get(i % debates);
        var text = "Point " + i;
        deeds.add(timed(() -> slack.write(card.channel, BEN, text, card.ts)));
      }
      var spread = all(deeds);
      for (int i = 1; i <= debates; i++) {
        var id = "debate-" + i;
        int addressed = count(replies, debates, i);
        world.timer.until(() -> world.debate(id).followUps().size() == addressed);
        world.settled(id);
        assertThat(world.debate(id).tally().votes()).isEqualTo(SEATS);
      }
      System.out.printf(
          "flood in Slack: %d panels of %d seats, %d commands and %d replies at once,"
              + " acknowledged after %s, %d late%n",
          debates, SEATS, commands, replies, spread, slack.wire.redelivered());

      assertThat(spread.max()).isLessThan(LATE_MS);
      assertThat(slack.wire.redelivered()).isZero();
      assertThat(slack.refused).isEmpty();
    }
  }

  private static int count(int replies, int debates, int number) {
    return replies / debates + (number <= replies % debates ? 1 : 0);
  }

  private static Callable<Long> timed(Callable<?> deed) {
    return () -> {
      long began = System.nanoTime();
      deed.call();
      return System.nanoTime() - began;
    };
  }

  private static Spread all(List<Callable<Long>> deeds) throws Exception {
    var nanos = new ArrayList<Long>();
    // Threads of their own: on those that the bot shares they would wait for its work as well.
    try (var people = Executors.newCachedThreadPool()) {
      for (var deed : people.invokeAll(deeds)) {
        nanos.add(deed.get());
      }
    }
    return Spread.ofNanos(nanos);
  }
}
