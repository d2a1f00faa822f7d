package dev.roundtable.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.safety.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder;

  private Secret key(String reference, Map<String, String> environment) {
    var text =
        "providers: { p: { codec: responses, baseUrl: https://example.org, " + reference + " } }\n";
    var configuration = Folders.valid(Folders.load(folder, Folders.complete(text), environment));
    return Objects.requireNonNull(configuration.providers().get("p")).apiKey().orElseThrow();
  }

  @Test
  void aVariableIsReadWithoutTheBlanksAroundIt() {
    var key = key("apiKeyEnv: P_KEY", Map.of("P_KEY", " hunter2\n"));
    assertThat(key.read()).contains("hunter2");
    assertThat(key.origin()).isEqualTo("$P_KEY");
    assertThat(key).hasToString("$P_KEY");
  }

  @Test
  void aConfigurationPrintsNoSecret() {
    var text =
        "providers: { p: { codec: responses, baseUrl: https://example.org, apiKeyEnv: P_KEY } }\n";
    var loaded = Folders.load(folder, Folders.complete(text), Map.of("P_KEY", "hunter2"));
    assertThat(loaded.toString()).contains("$P_KEY").doesNotContain("hunter2");
  }

  @Test
  void anUnsetOrBlankVariableIsNoKey() {
    assertThat(key("apiKeyEnv: P_KEY", Map.of()).read()).isEmpty();
    assertThat(key("apiKeyEnv: P_KEY", Map.of("P_KEY", "  ")).read()).isEmpty();
  }

  @Test
  void aChangedFileIsARotatedKey() throws IOException {
    var file = folder.resolve("key");
    var key = key("apiKeyFile: " + file, Map.of());
    assertThat(key.read()).isEmpty();
    Files.writeString(file, "hunter2\n");
    assertThat(key.read()).contains("hunter2");
    Files.writeString(file, "hunter3\n");
    assertThat(key.read()).contains("hunter3");
    Files.delete(file);
    assertThat(key.read()).isEmpty();
    assertThat(key.origin()).isEqualTo(file.toString());
  }

  @Test
  void aFolderInPlaceOfAFileIsAProblem() throws IOException {
    var closed = Files.createDirectory(folder.resolve("secret"));
    var text =
        "providers: { p: { codec: responses, baseUrl: https://example.org, apiKeyFile: %s } }\n"
            .formatted(closed);
    assertThat(Folders.problems(Folders.load(folder, Folders.complete(text), Map.of()), folder))
        .containsExactly(
            "1:79: providers.p.apiKeyFile names a file that this program may not read.");
  }
}
