package dev.roundtable.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.roundtable.FreePort;
import dev.roundtable.bench.DebateFigures.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that has just been started: its start, its first debate, its first reader. */
final class StartFigures {
  private static final int RUNS = 3;
  private static final Path STARTUP = Path.of("target", "bench", "startup.json");
  private static final String STARTS = "2";

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
    for (int run = 0; run < RUNS; run++) {
      int port = FreePort.draw();
      var web = "web: { port: %d }".formatted(port);
      var own = folder.resolve("start-" + run);
      Setup.write(own, models.address(), "jdbc:sqlite:" + own.resolve("start.db"), web);
      models.calls();
      try (var bot = new Program(own, folder.resolve("errors.txt")).start(Map.of());
          var browser = new Browser(port)) {
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
    return figures(Spread.ofNanos(first), Spread.ofNanos(visible));
  }

  private static List<Figure> figures(Spread first, Spread visible) {
    return List.of(
        Figure.of(
                "B2",
                "first debate of a fresh process, with the AOT cache: as B1, from the question in"
                    + " the playground to the summary on the page",
                first.toString(),
                "<= 100 ms",
                first.median() <= 100,
                first.runs())
            .beside("54 ms", "386 ms", "60 ms"),
        Figure.of(
                "B9",
                "first vote on the page after the fastest model’s answer, in a fresh process",
                visible.toString(),
                "<= 250 ms",
                visible.max() <= 250,
                visible.runs())
            .beside("after the last model", "after the last model", "–"));
  }

  /** Builds what the image holds, and leaves it there to be run. */
  static List<Figure> build() throws IOException, InterruptedException {
    run(new ProcessBuilder("deploy/image.sh"));
    return List.of();
  }

  /** Measures what was built. */
  static List<Figure> image() throws IOException, InterruptedException {
    Files.deleteIfExists(STARTUP);
    var measuring = new ProcessBuilder("deploy/figures.sh", STARTS);
    measuring.environment().put("TEST_CLASSPATH", System.getProperty("java.class.path"));
    var said = run(measuring);
    if (!Files.exists(STARTUP)) {
      throw new IllegalStateException(said);
    }
    var figures = new ArrayList<Figure>();
    for (var line : new ObjectMapper().readTree(STARTUP.toFile())) {
      var unit = " " + line.path("unit").asText();
      boolean wanted = !line.path("target").isNull();
      var figure =
          Figure.of(
              "B7",
              line.path("figure").asText(),
              line.path("value").asText() + unit,
              "<= " + line.path("target").asText() + unit,
              line.path("met").asBoolean(),
              line.path("runs").size());
      figures.add(wanted ? figure : figure.withoutTarget());
    }
    return figures;
  }

  private static String run(ProcessBuilder step) throws IOException, InterruptedException {
    step.environment().put("JAVA_HOME", System.getProperty("java.home"));
    var process = step.redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }
}
