package dev.roundtable.archive;

import dev.roundtable.bench.Figure;
import dev.roundtable.debate.DebateId;
import dev.roundtable.debate.MessageId;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * What a store that has been in use for long costs: time of a look-up or an opening among many
 * debates over the same among few.
 */
public final class StoreBenchmark {
  private static final int FEW = 100;
  private static final int MANY = 10_000;
  private static final int CALLS = 300;
  private static final int RUNS = 7;
  private static final double TARGET = 1.5;

  private StoreBenchmark() {}

  private static Map<String, Double> medians(String url, int debates) {
    var medians = new TreeMap<String, Double>();
    var random = new Random(1);
    try (var database = TestDatabases.open(url)) {
      ManyDebates.fill(database, debates);
      // Without the cache in front, which would make the few look better.
      var deliveries = new SqlDeliveryLog(database, InstantSource.system());
      medians.put(
          "look up a thread",
          median(_ -> {
            int i = 1 + random.nextInt(debates);
            deliveries.find("slack", "C" + i % 50, "t-" + i);
          }));
    }
    try (var store = DebateStore.open(url, TestDatabases.login(url), InstantSource.system())) {
      var opened = new ArrayList<DebateId>();
      medians.put("list the latest", median(_ -> store.records().latest(search())));
      medians.put(
          "open a debate",
          median(_ -> {
            var id = DebateId.draw(random);
            opened.add(id);
            store.archive().open(new MessageId(id.value()), ArchiveContract.opened(id));
          }));
      medians.put(
          "read a debate",
          median(_ -> store.archive().read(opened.get(random.nextInt(opened.size())))));
    }
    return medians;
  }

  private static DebateRecords.Search search() {
    return new DebateRecords.Search("", "", 20);
  }

  private static double median(IntConsumer call) {
    var runs = new ArrayList<Double>();
    for (int run = 0; run <= RUNS; run++) {
      long began = System.nanoTime();
      for (int i = 0; i < CALLS; i++) {
        call.accept(i);
      }
      runs.add((System.nanoTime() - began) / (double) CALLS);
    }
    // The first one warms up.
    return runs.subList(1, runs.size()).stream().sorted().toList().get(RUNS / 2);
  }

  private static List<Figure> compare(
      String database, Map<String, Double> few, Map<String, Double> many) {
    var figures = new ArrayList<Figure>();
    many.forEach((what, time) -> {
      double ratio = time / few.getOrDefault(what, Double.NaN);
      figures.add(
          Figure.of(
              "B13",
              "%s on %s among %d debates over the same among %d"
                  .formatted(what, database, MANY, FEW),
              String.format(Locale.ROOT, "%.2f (%.0f us)", ratio, time / 1000),
              "<= " + TARGET,
              ratio <= TARGET,
              RUNS));
    });
    return figures;
  }

  public static List<Figure> figures() throws IOException {
    var folder = Files.createTempDirectory("roundtable-bench");
    medians(TestDatabases.sqlite(folder), FEW);
    var figures = new ArrayList<Figure>();
    figures.addAll(
        compare(
            "SQLite",
            medians(TestDatabases.sqlite(folder), FEW),
            medians(TestDatabases.sqlite(folder), MANY)));
    figures.addAll(
        compare(
            "PostgreSQL",
            medians(TestDatabases.durablePostgres(), FEW),
            medians(TestDatabases.durablePostgres(), MANY)));
    return figures;
  }
}
