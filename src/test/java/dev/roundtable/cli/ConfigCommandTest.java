package dev.roundtable.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConfigCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(Map<String, String> environment, String... args) {
    return new CommandLine(new ConfigCommand(environment))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(args);
  }

  @Test
  void itPrintsWhatIsInForce() {
    var code = run(Map.of("OPENROUTER_API_KEY", "hunter2"), "--config", "bot-config");
    assertThat(code).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(out.toString())
        .startsWith("# from bot-config\nproviders:\n  openrouter:\n")
        .contains("set (********)")
        .doesNotContain("hunter2");
  }

  @Test
  void aBadFolderGivesAllItsProblemsAndTwo() throws IOException {
    Files.writeString(
        folder.resolve("roundtable.yaml"), "seats: 1\npanels: 2\nproviders: 3\nsecret: hunter2\n");
    var code = run(Map.of("ROUNDTABLE_CONFIG", folder.toString()));
    assertThat(code).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    var file = folder.resolve("roundtable.yaml");
    assertThat(err.toString().lines())
        .containsExactly(
            file + ":1:8: seats is the number 1, but must be seats by name.",
            file + ":2:9: panels is the number 2, but must be one or more panels by name.",
            file + ":3:12: providers is the number 3, but must be providers by name.",
            file
                + ":4:1: A secret must not stand in the configuration (\"secret\"): there is no such"
                + " key here.");
  }
}
