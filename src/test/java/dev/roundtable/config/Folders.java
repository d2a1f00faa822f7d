package dev.roundtable.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small configurations for tests. */
final class Folders {
  /** The least that is a configuration, by top-level key. */
  private static final List<String> LEAST =
      List.of(
          "providers: { p: { codec: responses, baseUrl: https://example.org } }",
          "seats: { a: { name: A, provider: p, model: m }, b: { name: B, provider: p, model: m } }",
          "panels: { x: { seats: [a, b] } }");

  private Folders() {}

  /**
   * The text followed by those necessary groups that it lacks, so that its lines keep their
   * numbers.
   */
  static String complete(String text) {
    var whole = new StringBuilder(text);
    for (var line : LEAST) {
      var key = line.substring(0, line.indexOf(':') + 1);
      if (text.lines().noneMatch(l -> l.startsWith(key))) {
        whole.append(line).append('\n');
      }
    }
    return whole.toString();
  }

  static ConfigFolder write(Path folder, String text) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(ConfigFolder.FILE), text);
      return new ConfigFolder(Optional.of(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Loaded load(Path folder, String text, Map<String, String> environment) {
    return loader(write(folder, text), environment).load();
  }

  static ConfigLoader loader(ConfigFolder folder, Map<String, String> environment) {
    return new ConfigLoader(folder, environment, _ -> List.of());
  }

  static Configuration valid(Loaded loaded) {
    return switch (loaded) {
      case Loaded.Valid(var configuration, _) -> configuration;
      case Loaded.Invalid(var problems) -> throw new AssertionError(problems);
    };
  }

  /** The problems as they are printed, without the folder's path. */
  static List<String> problems(Loaded loaded, Path folder) {
    return switch (loaded) {
      case Loaded.Valid _ -> List.of();
      case Loaded.Invalid(var problems) ->
          problems.stream()
              .map(Problem::toString)
              .map(line -> line.replace(folder + "/" + ConfigFolder.FILE + ":", ""))
              .map(line -> line.replace(folder + "/", ""))
              .toList();
    };
  }
}
