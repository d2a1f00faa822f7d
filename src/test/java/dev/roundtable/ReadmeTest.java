package dev.roundtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.cli.AskCommand;
import dev.roundtable.cli.RoundtableCommand;
import dev.roundtable.cli.Surroundings;
import dev.roundtable.debate.Person;
import dev.roundtable.export.StillTimer;
import dev.roundtable.terminal.Console;
import dev.roundtable.terminal.Screen;
import dev.roundtable.transcript.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ReadmeTest {
  @Test
  void theTranscriptInTheReadmeIsWhatTheCommandPrints() throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    var transcript =
        run(
            "ask",
            "Should an AI agent have write access to production?",
            "--options",
            "Yes | No | Only with approval",
            "--seed",
            "3");
    assertThat(readme).contains("```text\n" + transcript.strip() + "\n```");
  }

  @Test
  void theTableInTheReadmeHasEveryFigureWithItsTargetAndSaysWhenAndWhereItWasMeasured()
      throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    assertThat(readme)
        .containsPattern("(?m)^\\d{4}-\\d\\d-\\d\\d, \\d+ cores, `mvn verify -Pbench`$");
    var rows = readme.lines().filter(line -> line.startsWith("| B")).toList();
    var figures = rows.stream().map(row -> row.substring(2, row.indexOf(" |", 2))).distinct();
    assertThat(figures)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 15).mapToObj(i -> "B" + i).toList());
    assertThat(rows).allMatch(row -> row.matches(".*\\| (met|MISSED|–) \\|.*"));
  }

  private static String run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var screen =
        Screen.of(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            false,
            Map.of());
    var around =
        new Surroundings(
            Map.of("ROUNDTABLE_CONFIG", "src/test/resources/demo-config"),
            new StillTimer(),
            new Console(screen, false),
            new Person("u1", "Anna"),
            Words.in(Locale.ENGLISH));
    var ask = new AskCommand(around);
    assertThat(RoundtableCommand.commandLine(ask).execute(arguments)).isZero();
    return out.toString(StandardCharsets.UTF_8);
  }
}
