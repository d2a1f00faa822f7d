package dev.roundtable.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFolderTest {
  @TempDir Path folder;

  @Test
  void theOptionGoesOverTheVariableAndThatOverTheWorkingDirectory() throws IOException {
    var asked = Optional.of(Path.of("asked"));
    var environment = Map.of("ROUNDTABLE_CONFIG", "named");
    var here = Files.createDirectory(folder.resolve("bot-config"));
    assertThat(ConfigFolder.locate(asked, environment, folder).path()).contains(Path.of("asked"));
    assertThat(ConfigFolder.locate(Optional.empty(), environment, folder).path())
        .contains(Path.of("named"));
    assertThat(ConfigFolder.locate(Optional.empty(), Map.of(), folder).path()).contains(here);
    assertThat(ConfigFolder.locate(Optional.empty(), Map.of(), here).path()).isEmpty();
  }

  @Test
  void aMissingFolderIsAProblem() {
    var missing = folder.resolve("nowhere");
    var loaded = Folders.loader(new ConfigFolder(Optional.of(missing)), Map.of()).load();
    assertThat(Folders.problems(loaded, folder))
        .containsExactly("nowhere/roundtable.yaml: There is no such file.");
  }

  @Test
  void aFileThatIsNotUtf8IsAProblem() throws IOException {
    Files.write(folder.resolve(ConfigFolder.FILE), new byte[] {'a', ':', ' ', (byte) 0xFC});
    var loaded = Folders.loader(new ConfigFolder(Optional.of(folder)), Map.of()).load();
    assertThat(loaded)
        .isInstanceOfSatisfying(
            Loaded.Invalid.class,
            invalid ->
                assertThat(invalid.problems())
                    .extracting(Problem::sentence)
                    .containsExactly("The file is not written in UTF-8."));
  }

  @Test
  void promptsOfTheFolderGoOverThoseThatShip() throws IOException {
    Folders.write(folder, Folders.complete(""));
    var prompts = Files.createDirectory(folder.resolve("prompts"));
    Files.writeString(prompts.resolve("own.md"), "Think.");
    Files.writeString(prompts.resolve(".hidden"), "no");
    Files.createDirectory(prompts.resolve("..data"));
    var configuration =
        Folders.valid(Folders.loader(new ConfigFolder(Optional.of(folder)), Map.of()).load());
    assertThat(configuration.prompts()).containsEntry("own", "Think.").doesNotContainKey(".hidden");
    assertThat(configuration.prompts()).containsAllEntriesOf(ShippedFiles.prompts());
  }

  @Test
  void whatIsWrongWithThePromptsIsToldWithTheRest() throws IOException {
    Folders.write(folder, Folders.complete("web: 1\n"));
    Files.createDirectory(folder.resolve("prompts"));
    var loader =
        new ConfigLoader(
            new ConfigFolder(Optional.of(folder)),
            Map.of(),
            prompts -> List.of("There is no placeholder {quesiton}."));
    assertThat(Folders.problems(loader.load(), folder))
        .containsExactly(
            "prompts: There is no placeholder {quesiton}.",
            "1:6: web is the number 1, but must be a group of keys.");
  }

  @Test
  void aPromptThatIsNotUtf8IsAProblem() throws IOException {
    Folders.write(folder, Folders.complete(""));
    var prompts = Files.createDirectory(folder.resolve("prompts"));
    Files.write(prompts.resolve("bad.md"), new byte[] {(byte) 0xFF});
    var loaded = Folders.loader(new ConfigFolder(Optional.of(folder)), Map.of()).load();
    assertThat(Folders.problems(loaded, folder))
        .containsExactly("prompts/bad.md: The file is not written in UTF-8.");
  }
}
