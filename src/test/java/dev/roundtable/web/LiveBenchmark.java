package dev.roundtable.web;

import dev.roundtable.SystemTimer;
import dev.roundtable.bench.Figure;
import dev.roundtable.debate.Question;
import dev.roundtable.debate.Rules;
import dev.roundtable.debate.Venue;
import dev.roundtable.panelist.DemoPanel;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * What 500 readers of one live debate cost: processor time of the whole program, its 500 clients
 * included, over wall time. The target is less than one core.
 */
public final class LiveBenchmark {
  private static final int READERS = 500;
  private static final int RUNS = 3;
  private static final Duration SLOWEST = Duration.ofSeconds(3);
  private static final double TARGET = 1;

  private LiveBenchmark() {}

  public static List<Figure> figures() throws Exception {
    var folder = Files.createTempDirectory("live");
    var timer = new SystemTimer();
    var panel = DemoPanel.table("demo", timer, SLOWEST);
    var shares = new ArrayList<Double>();
    try (var site = new Site(folder, timer, Site.ALONE, List.of(panel), false);
        var client = HttpClient.newHttpClient()) {
      for (int run = 0; run <= RUNS; run++) {
        double share = run(site, client, run);
        if (run > 0) {
          shares.add(share);
        }
      }
    }
    shares.sort(Double::compare);
    double median = shares.get(RUNS / 2);
    var value =
        String.format(
            Locale.ROOT, "%.2f cores (%.2f to %.2f)", median, shares.getFirst(), shares.getLast());
    var what = READERS + " readers of one live debate, themselves included";
    return List.of(Figure.of("B14", what, value, "< 1 core", median < TARGET, RUNS));
  }

  private static double run(Site site, HttpClient client, int number) throws Exception {
    var asked = new Question("Question " + number + ": shall we?", List.of("Yes", "No"), null);
    var debate = site.open(asked, Rules.DEFAULT, "demo", Venue.Reach.PUBLIC);
    var address = site.at("/p/" + site.tokens.of(debate) + "/live");
    double began = processorSeconds();
    long clock = System.nanoTime();
    var readers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
    for (int i = 0; i < READERS; i++) {
      readers.add(read(client, address));
    }
    for (var reader : readers) {
      var frames = reader.join().body();
      if (!frames.contains("\"ended\":true")) {
        throw new IllegalStateException("a reader did not see the end: " + frames);
      }
    }
    double wall = (System.nanoTime() - clock) / 1e9;
    return (processorSeconds() - began) / wall;
  }

  private static CompletableFuture<HttpResponse<String>> read(HttpClient client, URI address) {
    var request = HttpRequest.newBuilder(address).build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  private static double processorSeconds() {
    var machine =
        (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return machine.getProcessCpuTime() / 1e9;
  }
}
