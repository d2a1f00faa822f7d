package dev.roundtable.bench;

import dev.roundtable.LoadBenchmark;
import dev.roundtable.archive.StoreBenchmark;
import dev.roundtable.archive.TestDatabases;
import dev.roundtable.web.LiveBenchmark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Measures everything that is claimed, and prints it beside its targets. Run by {@code mvn verify
 * -Pbench}; the names of parts as arguments measure only those.
 */
final class Bench {
  private static final int FIRST_KILLED = 900_000;
  private static final int FAULTY_ENGINES = 3;

  private final Path folder;
  private final List<Figure> figures = new ArrayList<>();
  private final List<String> wanted;

  private Bench(Path folder, List<String> wanted) {
    this.folder = folder;
    this.wanted = wanted;
  }

  public static void main(String[] arguments) throws Exception {
    var bench = new Bench(Files.createTempDirectory("roundtable-bench"), List.of(arguments));
    try (var models = new Models(bench.folder.resolve("errors.txt"))) {
      bench.run(models);
    }
    var sorted = new ArrayList<>(bench.figures);
    sorted.sort(Comparator.comparingInt(figure -> Integer.parseInt(figure.id().substring(1))));
    var table = new Figures(LocalDate.now(ZoneOffset.UTC), sorted);
    table.write(Path.of("target", "bench"));
    System.out.println(table.markdown());
    System.exit(0);
  }

  private void run(Models models) throws Exception {
    var topics = new DebateFigures.Topics();
    part("append", () -> List.of(sqlite(models).append(), postgres(models).append()));
    // Idle until a lease runs out, as is a bot that waits for a model that does not answer.
    together(
        List.of(
            () -> part("resume", () -> List.of(sqlite(models).resume(FIRST_KILLED))),
            () -> part("resume", () -> List.of(postgres(models).resume(FIRST_KILLED + 1))),
            () -> {
              part("faults", () -> faults(models, topics));
              part("image", StartFigures::build);
              counts(topics);
            }));
    var start = new StartFigures(models, topics, folder);
    part("image", StartFigures::image);
    part("start", start::measure);
    debates(models, topics);
    part("bare", () -> bare(models, topics));
    part("chat", () -> new ChatFigures(models, topics, folder).measure());
    part("store", StoreBenchmark::figures);
    part("readers", LiveBenchmark::figures);
    part("flood", LoadBenchmark::figures);
  }

  private List<Figure> faults(Models models, DebateFigures.Topics topics) throws Exception {
    var all = DebateFigures.faults();
    var measured = new ConcurrentHashMap<String, Figure>();
    var engines = new ArrayList<Step>();
    for (int i = 0; i < FAULTY_ENGINES; i++) {
      int number = i;
      engines.add(() -> {
        var own = folder.resolve("faults-" + number);
        Setup.write(own, models.address(), "jdbc:sqlite:" + own.resolve("faults.db"), "");
        try (var engine = Engine.plain(own, folder.resolve("errors.txt"))) {
          var debates = new DebateFigures(models, topics);
          debates.firstOnes(engine);
          for (int fault = number; fault < all.size(); fault += FAULTY_ENGINES) {
            measured.put(all.get(fault), debates.fault(engine, all.get(fault)));
          }
        }
      });
    }
    together(engines);
    return all.stream().map(measured::get).toList();
  }

  // Calls, not times: with models of their own, which answer at once and count nobody else's.
  private void counts(DebateFigures.Topics topics) throws Exception {
    var own = folder.resolve("counts");
    var errors = folder.resolve("errors.txt");
    try (var models = new Models(errors)) {
      Setup.write(own, models.address(), "jdbc:sqlite:" + own.resolve("counts.db"), "");
      var tokens = new TokenFigures(models, topics);
      try (var engine = Engine.plain(own, errors)) {
        part("tokens", () -> tokens.perQuestion(engine));
        part("growth", () -> tokens.perSeat(engine));
      }
    }
  }

  private void debates(Models models, DebateFigures.Topics topics) throws Exception {
    var own = folder.resolve("debates");
    Setup.write(own, models.address(), "jdbc:sqlite:" + own.resolve("debates.db"), "");
    var debates = new DebateFigures(models, topics);
    try (var engine = Engine.shipped(own, folder.resolve("errors.txt"))) {
      if (isWanted("debates")) {
        debates.warmUp(engine);
      }
      part("debates", () -> debates.together(engine));
      part("debates", () -> List.of(debates.alone(engine)));
      part("in-flight", () -> List.of(debates.inFlight(engine)));
    }
  }

  private List<Figure> bare(Models models, DebateFigures.Topics topics) throws Exception {
    var debates = new DebateFigures(models, topics);
    try (var loop = Engine.bare(models.address(), folder.resolve("errors.txt"))) {
      debates.warmUp(loop);
      return debates.bare(loop);
    }
  }

  private DurabilityFigures sqlite(Models models) {
    return new DurabilityFigures(models, folder, "SQLite", TestDatabases.sqlite(folder));
  }

  private DurabilityFigures postgres(Models models) {
    return new DurabilityFigures(models, folder, "PostgreSQL", TestDatabases.durablePostgres());
  }

  private interface Step {
    void take() throws Exception;
  }

  private static void together(List<Step> steps) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var running = new ArrayList<Future<Void>>();
      for (var step : steps) {
        running.add(
            threads.submit(() -> {
              step.take();
              return null;
            }));
      }
      for (var one : running) {
        one.get();
      }
    }
  }

  private boolean isWanted(String part) {
    return wanted.isEmpty() || wanted.contains(part);
  }

  private void part(String name, Callable<List<Figure>> part) throws Exception {
    if (!isWanted(name)) {
      return;
    }
    long began = System.nanoTime();
    var measured = part.call();
    synchronized (figures) {
      figures.addAll(measured);
    }
    System.out.printf("%s: %d s%n", name, (System.nanoTime() - began) / 1_000_000_000);
  }
}
