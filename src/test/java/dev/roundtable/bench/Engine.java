package dev.roundtable.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The process that holds debates. */
public final class Engine implements AutoCloseable {
  /** Room for less than a container of 512 MB has. */
  static final String HEAP = "-Xmx320m";

  private static final String QUIET = "-Dorg.slf4j.simpleLogger.defaultLogLevel=error";
  private static final Path TESTS = Path.of("target", "test-classes");
  private static final String MAIN = "dev.roundtable.cli.BenchEngine";

  private final Child process;

  /**
   * What became of a debate, in nanoseconds since somebody asked.
   *
   * @param votes how many of the seats the count holds
   * @param latencies of the ballots in milliseconds, as the bot wrote them down
   */
  public record Debate(
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

    /** As {@link #read} takes it. */
    public String line() {
      var seats = latencies.stream().map(String::valueOf).collect(Collectors.joining(","));
      return "debate %s %d %d %d %d %s %s %s"
          .formatted(key, acknowledged, ruled, summed, votes, verdict, summary, seats);
    }
  }

  /**
   * Debates that were held at once.
   *
   * @param processorNanos of the bot while it held them
   * @param peakKb the most memory that was resident since the process began
   */
  record Held(List<Debate> debates, long processorNanos, long peakKb) {}

  /**
   * What a process writes of itself after the debates that it has held.
   *
   * @param before what {@link #processorNanos} was before them
   */
  public static String held(long before) {
    long peakKb = ProcessMemory.peakKb(ProcessHandle.current().pid());
    return "held " + (processorNanos() - before) + " " + peakKb;
  }

  /** The processor time of this process so far. */
  public static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private Engine(Child process) throws IOException {
    this.process = process;
    process.until("ready");
  }

  /** As the image runs it: its runtime, its flags and its cache, which has to be built before. */
  static Engine shipped(Path folder, Path errors) throws IOException {
    var command = Program.java();
    // Rather none than one that says nothing about what ships.
    command.addAll(List.of("-XX:AOTMode=on", HEAP, QUIET, "-cp", Program.JAR + ":" + TESTS, MAIN));
    command.add(folder.toString());
    return new Engine(Child.run(errors, command, Map.of()));
  }

  /** With the flags of the image on the Java of the benchmark, where its own speed is not told. */
  static Engine plain(Path folder, Path errors) throws IOException {
    var options = new ArrayList<>(Program.flags(Path.of("deploy")));
    options.addAll(List.of(HEAP, QUIET));
    return new Engine(Child.java(errors, options, MAIN, folder.toString()));
  }

  /** No bot at all but its calls, in a process like the others. */
  static Engine bare(URI models, Path errors) throws IOException {
    var options = List.of(HEAP, "-XX:+UseSerialGC");
    return new Engine(Child.java(errors, options, BareLoop.class.getName(), models.toString()));
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
