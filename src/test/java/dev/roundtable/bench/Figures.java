package dev.roundtable.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of all figures. */
record Figures(LocalDate date, List<Figure> lines) {
  private static final String COMMAND = "mvn verify -Pbench";

  Figures {
    lines = List.copyOf(lines);
  }

  String markdown() {
    var head =
        """
        | | figure | value | target | | runs | fastest council | best known | bare loop |
        |---|---|---|---|---|---|---|---|---|
        """;
    return "%s, %d cores, `%s`%n%n%s%s%n"
        .formatted(
            date,
            Runtime.getRuntime().availableProcessors(),
            COMMAND,
            head,
            lines.stream().map(Figures::row).collect(Collectors.joining("\n")));
  }

  private static String row(Figure line) {
    return Stream.of(
            line.id(),
            line.figure(),
            line.value(),
            line.target(),
            line.met().word(),
            String.valueOf(line.runs()),
            line.others().fastest(),
            line.others().best(),
            line.others().bare())
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private String json() throws IOException {
    var mapper = new ObjectMapper();
    var root = mapper.createObjectNode().put("date", date.toString()).put("command", COMMAND);
    root.put("cores", Runtime.getRuntime().availableProcessors());
    var all = root.putArray("figures");
    for (var line : lines) {
      var one = all.addObject().put("id", line.id()).put("figure", line.figure());
      one.put("value", line.value()).put("target", line.target());
      one.put("met", line.met().word()).put("runs", line.runs());
      one.putObject("reference")
          .put("fastestCouncil", line.others().fastest())
          .put("bestKnownCouncil", line.others().best())
          .put("bareLoop", line.others().bare());
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("figures.md"), markdown());
    Files.writeString(folder.resolve("figures.json"), json());
  }
}
