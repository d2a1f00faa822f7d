package dev.roundtable.bench;

import dev.roundtable.bench.ModelServer.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What the bot adds to the time of its models, and what it makes of models that fail. */
final class DebateFigures {
  private static final int ALONE = 5;
  private static final int TOGETHER = 3;
  private static final int BARE = 3;
  private static final int WARM_UPS = 12;
  private static final int FAULTY = 3;
  private static final String NO_CHAIR = "no-chair";
  private static final double DEADLINE_MS = 5_500;

  private final Models models;
  private final Topics topics;

  /** Draws the numbers of topics, so that no debate is held twice. */
  static final class Topics {
    private int next = 1;

    synchronized Order order(int count, Topic.Votes votes, String panel, int rounds) {
      int first = next;
      next += count;
      return new Order(first, count, votes, panel, rounds);
    }
  }

  DebateFigures(Models models, Topics topics) {
    this.models = models;
    this.topics = topics;
  }

  /** Until the compiler has seen everything often, with models that are ten times as fast. */
  void warmUp(Engine engine) throws IOException, InterruptedException {
    models.speed(10);
    for (int i = 0; i < WARM_UPS; i++) {
      engine.hold(topics.order(250, Topic.Votes.SPLIT, "six", 2));
    }
    models.speed(1);
    models.calls();
  }

  /** Some that were held at once. */
  private record Batch(List<Double> overheads, double processorMs, long peakKb, int calls) {}

  private Batch batch(Engine engine, int count) throws IOException, InterruptedException {
    models.calls();
    var held = engine.hold(topics.order(count, Topic.Votes.SPLIT, "six", 2));
    var calls = models.calls();
    var byDebate = Journal.byDebate(calls);
    var overheads = new ArrayList<Double>();
    for (var debate : held.debates()) {
      var own = byDebate.getOrDefault(debate.key(), List.of());
      if (debate.votes() != 6 || own.size() != 13) {
        throw new IllegalStateException(debate + " after " + own.size() + " calls");
      }
      overheads.add((debate.summed() - Journal.criticalNanos(own)) / 1e6);
    }
    return new Batch(overheads, held.processorNanos() / 1e6, held.peakKb(), calls.size());
  }

  private List<Batch> batches(Engine engine, int count, int runs)
      throws IOException, InterruptedException {
    var batches = new ArrayList<Batch>();
    for (int i = 0; i < runs; i++) {
      batches.add(batch(engine, count));
    }
    return batches;
  }

  private static Spread overhead(List<Batch> batches) {
    return new Spread(batches.stream().flatMap(batch -> batch.overheads().stream()).toList());
  }

  Figure alone(Engine engine) throws IOException, InterruptedException {
    var overhead = overhead(batches(engine, 1, ALONE));
    return Figure.of(
            "B1",
            "one debate of six seats, two rounds and a summary, warm: wall time minus critical path"
                + " (the slowest call of each round, then the chair’s, by the model server’s journal);"
                + " median",
            overhead.toString(),
            "<= 15 ms",
            overhead.median() <= 15,
            overhead.runs())
        .beside("54 ms", "386 ms", "5.7 ms");
  }

  List<Figure> together(Engine engine) throws IOException, InterruptedException {
    var hundred = overhead(batches(engine, 100, TOGETHER));
    var many = batches(engine, 500, TOGETHER);
    var overhead = overhead(many);
    var peak = many.stream().mapToLong(Batch::peakKb).max().orElse(0) / 1024;
    double cost =
        new Spread(many.stream().map(batch -> batch.processorMs() / batch.calls()).toList())
            .median();
    return List.of(
        Figure.of(
                "B3",
                "100 debates at once: the same, median of all debates",
                hundred.toString(),
                "<= 325 ms",
                hundred.median() <= 325,
                hundred.runs())
            .beside("335 ms", "34 s", "214 ms"),
        Figure.of(
                "B4",
                "500 debates at once: the same",
                overhead.toString(),
                "<= 1.4 s",
                overhead.median() <= 1400,
                overhead.runs())
            .beside("1.8 s", "179 s", "0.93 s"),
        Figure.of(
                "B4",
                "the same: most memory resident, with " + Engine.HEAP,
                peak + " MB",
                "<= 512 MB",
                peak <= 512,
                many.size())
            .beside("441 MB", "3.0 GB", "417 MB"),
        Figure.of(
                "B4",
                "the same: processor time of the bot for each model call, its store included",
                String.format(Locale.ROOT, "%.2f ms", cost),
                "<= 1.5 ms",
                cost <= 1.5,
                many.size())
            .beside("1.0 ms", "26 ms", "0.95 ms"));
  }

  /** What the machine can do while the others are measured: it is not as fast at every hour. */
  List<Figure> bare(Engine loop) throws IOException, InterruptedException {
    var alone = overhead(batches(loop, 1, BARE));
    var hundred = overhead(batches(loop, 100, 1));
    var many = batch(loop, 500);
    var overhead = overhead(List.of(many));
    double cost = many.processorMs() / many.calls();
    return List.of(
        bare("B1", "a bare loop of the same calls, now and here", alone.toString(), alone.runs()),
        bare("B3", "the same of the bare loop", hundred.toString(), hundred.runs()),
        bare("B4", "the same of the bare loop", overhead.toString(), overhead.runs()),
        bare(
            "B4",
            "its processor time for each model call",
            String.format(Locale.ROOT, "%.2f ms", cost),
            1));
  }

  private static Figure bare(String id, String figure, String value, int runs) {
    return Figure.of(id, "for comparison: " + figure, value, "–", true, runs).withoutTarget();
  }

  Figure inFlight(Engine engine) throws IOException, InterruptedException {
    var held = engine.hold(topics.order(1000, Topic.Votes.SPLIT, "six", 1));
    models.calls();
    var latencies =
        new Spread(
            held.debates().stream()
                .flatMap(debate -> debate.latencies().stream())
                .map(Long::doubleValue)
                .toList());
    int failures = held.debates().stream().mapToInt(debate -> 6 - debate.votes()).sum();
    long peak = held.peakKb() / 1024;
    return Figure.of(
            "B5",
            "6,000 calls in flight (1,000 blind polls, no bulkhead): failures, time of a call, most"
                + " memory resident",
            failures + ", " + latencies + ", " + peak + " MB",
            "0, median <= 2 s, 512 MB",
            failures == 0 && latencies.median() <= 2000 && peak <= 512,
            latencies.runs())
        .beside("–", "–", "0, 1.7 s, 454 MB");
  }

  /** What can be wrong with one of the panel, or with its chair. */
  static List<String> faults() {
    var models = Stream.of(Fault.values()).filter(fault -> fault != Fault.NONE).map(Fault::model);
    return Stream.concat(models, Stream.of(NO_CHAIR)).toList();
  }

  /** Those of a fresh process, in which nothing is wrong. */
  void firstOnes(Engine engine) throws IOException {
    engine.hold(topics.order(FAULTY, Topic.Votes.SPLIT, "six", 2));
  }

  Figure fault(Engine engine, String fault) throws IOException {
    boolean allVote = fault.equals(NO_CHAIR) || fault.equals(Fault.BUSY_ONCE.model());
    int wanted = allVote ? 6 : 5;
    var held = engine.hold(topics.order(FAULTY, Topic.Votes.SPLIT, "with-" + fault, 2));
    var latest = Spread.ofNanos(held.debates().stream().map(Engine.Debate::summed).toList());
    var kept = held.debates().stream().map(Engine.Debate::votes).distinct().toList();
    boolean met = latest.max() <= DEADLINE_MS && kept.equals(List.of(wanted));
    var figure =
        Figure.of(
            "B8",
            "deadline 5 s, one bad part: "
                + fault
                + "; votes kept of six, time to verdict and"
                + " summary",
            kept + ", " + latest,
            wanted + " of 6, <= 5.5 s",
            met,
            latest.runs());
    return switch (fault) {
      case "hang" -> figure.beside("241 s", "241 s", "–");
      case "garbage", "empty" -> figure.beside("counted", "counted", "–");
      case NO_CHAIR -> figure.beside("no verdict", "no verdict", "–");
      default -> figure;
    };
  }
}
