package dev.roundtable.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The process that holds debates. */
final class Engine implements AutoCloseable {
  /** As the image runs it, with room for less than a container of 512 MB has. */
  static final String HEAP = "-Xmx320m";

  private final Child process;

  /**
   * What became of a debate, in nanoseconds since somebody asked.
   *
   * @param votes how many of the seats the count holds
   * @param latencies of the ballots in milliseconds, as the bot wrote them down
   */
  record Debate(
      String key,
      long acknowledged,
      long ruled,
      long summed,
      int votes,
      String verdict,
      String summary,
      List<Long> latencies) {
    static Debate read(String line) {
      var words = line.split(" ", -1);
      return new Debate(
          words[1],
          Long.parseLong(words[2]),
          Long.parseLong(words[3]),
          Long.parseLong(words[4]),
          Integer.parseInt(words[5]),
          words[6],
          words[7],
          Arrays.stream(words[8].split(",", -1)).map(Long::valueOf).toList());
    }
  }

  /**
   * Debates that were held at once.
   *
   * @param processorNanos of the bot while it held them
   * @param peakKb the most memory that was resident since the process began
   */
  record Held(List<Debate> debates, long processorNanos, long peakKb) {}

  Engine(Path folder, Path errors) throws IOException {
    var options = new ArrayList<>(Files.readAllLines(Path.of("deploy", "flags")));
    options.removeIf(line -> line.isBlank() || line.contains("MaxRAMPercentage"));
    options.add(HEAP);
    options.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=error");
    process = Child.java(errors, options, "dev.roundtable.cli.BenchEngine", folder.toString());
    process.until("ready");
  }

  /** Begins without waiting for the end. */
  void begin(Order order) throws IOException {
    process.tell(order.line());
  }

  /** With SIGKILL. */
  void kill() throws InterruptedException {
    process.kill();
  }

  Held hold(Order order) throws IOException {
    begin(order);
    var debates = new ArrayList<Debate>();
    var line = process.line();
    // Among what the bot itself has to say.
    while (!line.startsWith("held ")) {
      if (line.startsWith("debate ")) {
        debates.add(Debate.read(line));
      }
      line = process.line();
    }
    var words = line.split(" ", -1);
    return new Held(debates, Long.parseLong(words[1]), Long.parseLong(words[2]));
  }

  @Override
  public void close() {
    process.close();
  }
}
