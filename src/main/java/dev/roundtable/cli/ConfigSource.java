package dev.roundtable.cli;

import dev.roundtable.config.ConfigFolder;
import dev.roundtable.config.ConfigLoader;
import dev.roundtable.config.Configuration;
import dev.roundtable.config.Loaded;
import dev.roundtable.panelist.Prompts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says where the configuration is, and what it says there. */
final class ConfigSource {
  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "The folder to read; else $ROUNDTABLE_CONFIG, ./bot-config, what ships.")
  private @Nullable Path folder;

  ConfigFolder folder(Map<String, String> environment) {
    return ConfigFolder.locate(Optional.ofNullable(folder), environment, Path.of(""));
  }

  ConfigLoader loader(Map<String, String> environment) {
    return loader(Optional.ofNullable(folder), environment);
  }

  static ConfigLoader loader(Optional<Path> folder, Map<String, String> environment) {
    var located = ConfigFolder.locate(folder, environment, Path.of(""));
    return new ConfigLoader(located, environment, ConfigSource::promptProblems);
  }

  Loaded load(Map<String, String> environment) {
    return loader(environment).load();
  }

  /** What is configured; everything that is wrong with it, if anything is. */
  Configuration valid(Map<String, String> environment) throws BadInputException {
    return switch (load(environment)) {
      case Loaded.Valid(var configuration, _) -> configuration;
      case Loaded.Invalid(var problems) ->
          throw new BadInputException(
              problems.stream().map(Object::toString).collect(Collectors.joining("\n")));
    };
  }

  private static List<String> promptProblems(Map<String, String> texts) {
    return switch (Prompts.parse(texts)) {
      case Prompts.Parsed.Read _ -> List.of();
      case Prompts.Parsed.Rejected(var problems) ->
          problems.stream().map(Prompts.Problem::sentence).toList();
    };
  }
}
