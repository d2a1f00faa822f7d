package dev.roundtable.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each case of bad-files.txt: a title, a file, and after {@code >>>} every problem it must give.
 */
class BadFilesTest {
  @TempDir Path folder;

  record Case(String title, String text, List<String> expected) {
    String file() {
      return title.endsWith("(and no more)") ? text : Folders.complete(text);
    }

    @Override
    public String toString() {
      return title;
    }
  }

  static Stream<Case> cases() throws IOException {
    try (var stream = BadFilesTest.class.getResourceAsStream("bad-files.txt")) {
      var text = new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^### "))
          .skip(1)
          .map(BadFilesTest::parse)
          .toList()
          .stream();
    }
  }

  private static Case parse(String block) {
    var lines = block.lines().toList();
    var text = new StringBuilder();
    var expected = new ArrayList<String>();
    for (var line : lines.subList(1, lines.size())) {
      if (line.startsWith(">>> ")) {
        expected.add(line.substring(4));
      } else {
        text.append(line).append('\n');
      }
    }
    return new Case(lines.getFirst(), text.toString(), expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void aBadFileGivesAllItsProblems(Case bad) {
    var loaded = Folders.load(folder, bad.file(), Map.of());
    assertThat(Folders.problems(loaded, folder))
        .isNotEmpty()
        .containsExactlyElementsOf(bad.expected());
  }

  @Test
  void noSecretIsEverPrinted() throws IOException {
    for (var bad : cases().toList()) {
      var loaded = Folders.load(folder, bad.file(), Map.of());
      assertThat(Folders.problems(loaded, folder)).noneMatch(line -> line.contains("hunter2"));
    }
  }

  @Test
  void thereAreAtLeastAHundred() throws IOException {
    assertThat(cases().count()).isGreaterThanOrEqualTo(100);
  }
}
