package dev.roundtable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an operator reads is so: files are there, sentences are ours, variables are taken. */
class OperatorReadmeTest {
  private static final Path READ = Path.of("deploy/README.md");
  private static final Pattern FILE =
      Pattern.compile("(?:-f |^)(deploy/[\\w./-]+)", Pattern.MULTILINE);
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");
  private static final Pattern SAID = Pattern.compile("^\\| `([A-Z][^`]+)` \\|", Pattern.MULTILINE);
  private static final Pattern VARIABLE = Pattern.compile("(ROUNDTABLE__\\w+)=([\\w/-]+)");

  @Test
  void everyFileAndLinkThatItNamesIsThere() throws IOException {
    var text = Files.readString(READ);
    var files = FILE.matcher(text).results().map(found -> Path.of(found.group(1))).toList();
    var links = LINK.matcher(text).results().map(found -> Path.of("deploy", found.group(1)));
    assertThat(files).isNotEmpty().allMatch(Files::exists);
    assertThat(links).isNotEmpty().allMatch(Files::exists);
  }

  @Test
  void everySentenceBySymptomIsOneThatTheProgramSays() throws IOException {
    String program;
    try (var files = Files.walk(Path.of("src/main"))) {
      program =
          files
              .filter(
                  file -> file.toString().matches(".*(Words\\.properties|Api\\.java|Link\\.java)"))
              .map(OperatorReadmeTest::text)
              .collect(Collectors.joining());
    }
    var said = SAID.matcher(Files.readString(READ)).results().map(found -> found.group(1)).toList();
    assertThat(said).hasSizeGreaterThan(3);
    for (var sentence : said) {
      assertThat(program).contains(sentence.replace(" ...", ""));
    }
  }

  @Test
  void everyVariableWithAnExampleIsTaken() throws IOException {
    var examples = VARIABLE.matcher(Files.readString(READ)).results().toList();
    assertThat(examples).isNotEmpty();
    for (var example : examples) {
      var value =
          example.group(2).equals("THE_SERVER_ID") ? "123456789012345678" : example.group(2);
      assertThat(Manifests.problems(Map.of(example.group(1), value), Path.of("bot-config")))
          .isEmpty();
    }
  }

  @Test
  void theFirstReadmeLeadsToIt() throws IOException {
    assertThat(Files.readString(Path.of("README.md"))).contains("(deploy/README.md)");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
