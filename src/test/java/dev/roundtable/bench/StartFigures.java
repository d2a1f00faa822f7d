package dev.roundtable.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roundtable.bench.DebateFigures.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that has just been started: its start, its first debate, its first reader. */
final class StartFigures {
  private static final int RUNS = 3;
  private static final Path STARTUP = Path.of("target", "bench", "startup.json");
  private static final String WITH =
      Program.isCached() ? "with the AOT cache" : "without AOT cache: run deploy/train.sh first";

  private final Models models;
  private final Topics topics;
  private final Path folder;

  StartFigures(Models models, Topics topics, Path folder) {
    this.models = models;
    this.topics = topics;
    this.folder = folder;
  }

  List<Figure> measure() throws IOException, InterruptedException {
    var first = new ArrayList<Long>();
    var visible = new ArrayList<Long>();
    var ready = new ArrayList<Long>();
    for (int run = 0; run < RUNS; run++) {
      int port = Program.freePort();
      var web = "web: { port: %d }".formatted(port);
      var own = folder.resolve("start-" + run);
      Setup.write(own, models.address(), "jdbc:sqlite:" + own.resolve("start.db"), web);
      models.calls();
      long began = System.nanoTime();
      try (var bot = new Program(own, folder.resolve("errors.txt")).start(Map.of());
          var browser = new Browser(port)) {
        ready.add(System.nanoTime() - began);
        var topic = topics.order(1, Topic.Votes.SPLIT, "six", 2).topic(0);
        var command = topic.question().text() + " | " + String.join(" | ", Topic.OPTIONS);
        var texts = List.of(Answers.REASONS_BEGIN, Answers.SUMMARY_BEGINS);
        var seen = browser.ask(command, texts);
        var calls = models.calls();
        first.add(seen.at().getLast() - seen.asked() - Journal.criticalNanos(calls));
        visible.add(seen.at().getFirst() - Journal.firstAnswer(calls));
        bot.stop();
      }
    }
    return figures(Spread.ofNanos(first), Spread.ofNanos(visible), Spread.ofNanos(ready));
  }

  private static List<Figure> figures(Spread first, Spread visible, Spread ready)
      throws IOException {
    var figures = new ArrayList<Figure>();
    figures.add(
        Figure.of(
                "B2",
                "first debate of a fresh process, "
                    + WITH
                    + ": as B1, from the question in the"
                    + " playground to the summary on the page",
                first.toString(),
                "<= 100 ms",
                first.median() <= 100,
                first.runs())
            .beside("54 ms", "386 ms", "60 ms"));
    figures.addAll(startup(ready));
    figures.add(
        Figure.of(
                "B9",
                "first vote on the page after the fastest model’s answer, in a fresh process",
                visible.toString(),
                "<= 250 ms",
                visible.max() <= 250,
                visible.runs())
            .beside("after the last model", "after the last model", "–"));
    return figures;
  }

  private static List<Figure> startup(Spread ready) throws IOException {
    if (Files.exists(STARTUP)) {
      var figures = new ArrayList<Figure>();
      var root = new ObjectMapper().readTree(STARTUP.toFile());
      var lines = root.isArray() ? root : root.path("figures");
      lines.forEach(line -> {
        var value = (line.path("value").asText() + " " + line.path("unit").asText()).strip();
        figures.add(
            new Figure(
                line.path("id").asText("B7"),
                line.path("figure").asText(),
                value,
                line.path("target").asText("–"),
                Figure.Met.read(line.path("met").asText()),
                line.path("runs").asInt(),
                Figure.Others.NONE));
      });
      return figures;
    }
    return List.of(
        Figure.of(
                "B7",
                "ready to serve terminal and web, " + WITH,
                ready.toString(),
                Program.isCached() ? "<= 0.8 s" : "<= 2 s",
                ready.median() <= (Program.isCached() ? 800 : 2000),
                ready.runs())
            .beside("74 ms", "291 ms", "–"),
        Figure.notMeasured(
            "B7", "the rest of start-up and idle memory", "run deploy/figures.sh first"));
  }
}
