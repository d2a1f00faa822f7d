package dev.roundtable.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EffectiveConfigTest {
  @TempDir Path folder;

  private String print(String text, Map<String, String> environment) {
    return switch (Folders.load(folder, Folders.complete(text), environment)) {
      case Loaded.Valid(_, var effective) -> effective.toString();
      case Loaded.Invalid(var problems) -> throw new AssertionError(problems);
    };
  }

  @Test
  void everyValueSaysWhereItCameFrom() {
    var printed =
        print(
            """
            # a comment
            limits:
              debate: 1.50
            slack: { botTokenEnv: BOT, appTokenEnv: APP }
            """,
            Map.of("ROUNDTABLE__LIMITS__USER_PER_DAY", "3", "BOT", "xoxb-hunter2"));
    assertThat(printed)
        .contains("limits:\n  debate: 1.50 ")
        .containsPattern("debate: 1.50 +# roundtable.yaml:3\n")
        .containsPattern("userPerDay: 3 +# \\$ROUNDTABLE__LIMITS__USER_PER_DAY\n")
        .containsPattern("workspacePerDay: 20.00 +# default\n")
        .containsPattern("botTokenEnv: BOT +# roundtable.yaml:4, set \\(\\*{8}\\)\n")
        .containsPattern("appTokenEnv: APP +# roundtable.yaml:4, not set\n")
        .containsPattern("seats: \\[a, b\\] +# roundtable.yaml:7\n")
        .doesNotContain("hunter2");
  }

  @Test
  void noSecretIsShown() throws IOException {
    var file = Files.writeString(folder.resolve("key"), "hunter2");
    var text =
        """
        providers:
          p: { codec: responses, baseUrl: https://example.org, apiKeyFile: %s }
          q: { codec: gemini, baseUrl: https://example.org, apiKeyEnv: Q_KEY }
        discord: { tokenEnv: TOKEN }
        """
            .formatted(file);
    var printed = print(text, Map.of("Q_KEY", "hunter2", "TOKEN", "hunter2"));
    assertThat(printed).doesNotContain("hunter2");
    assertThat(printed.lines().filter(line -> line.endsWith("set (********)"))).hasSize(3);
  }

  @Test
  void whatIsPrintedReadsBackAsTheSame() {
    var text =
        """
        seats:
          a: { name: "Nr. 7: the \\"true\\" one # really", provider: p, model: "llama3.1:8b", price: { input: 1.25, output: 10 } }
          b: { name: "2026", provider: p, model: "true", timeout: 5s, structured: json }
        chat: { panel: x, style: digest }
        discord: { tokenEnv: TOKEN, guilds: ["12345678901234567"] }
        store: { url: "jdbc:sqlite:C:\\\\data\\\\x y.db" }
        """;
    var first = Folders.valid(Folders.load(folder, Folders.complete(text), Map.of()));
    var again = Folders.valid(Folders.load(folder, print(text, Map.of()), Map.of()));
    assertThat(again).isEqualTo(first);
  }
}
