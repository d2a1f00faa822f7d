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
import org.junit.jupiter.api.Timeout;
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

  @Test
  @Timeout(10)
  void hugeFilesAreRefusedQuickly() {
    var deep = "a: " + "[".repeat(400_000);
    assertThat(first(deep)).isEqualTo("1:24: This is not YAML: it is nested more than 20 deep.");
    var longValue = "store: { url: \"" + "/:".repeat(400_000) + "\" }\n";
    assertThat(first(Folders.complete(longValue)))
        .isEqualTo("1:15: This is longer than 2000 characters.");
    var longKey = "a".repeat(2500) + ": 1\n";
    assertThat(first(longKey)).isEqualTo("1:1: This is longer than 2000 characters.");
    assertThat(first("#".repeat(1_000_001)))
        .isEqualTo(" This is not YAML: it is longer than 1000000 characters.");
    var laughs = new StringBuilder("a0: &a0 [x]\n");
    for (var i = 1; i < 40; i++) {
      laughs.append("a%1$d: &a%1$d [*a%2$d, *a%2$d, *a%2$d]\n".formatted(i, i - 1));
    }
    assertThat(Folders.problems(Folders.load(folder, laughs.toString(), Map.of()), folder))
        .hasSizeGreaterThan(100)
        .hasSizeLessThan(300);
  }

  private String first(String text) {
    return Folders.problems(Folders.load(folder, text, Map.of()), folder).getFirst();
  }
}
