package dev.roundtable.cli;

import dev.roundtable.config.ConfigFolder;
import dev.roundtable.config.ConfigLoader;
import dev.roundtable.config.Loaded;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the configuration that is in force and where each value came from. */
@NullMarked
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description =
        "Print the configuration in force, secrets masked, and where each value came from.")
public final class ConfigCommand implements Callable<Integer> {
  /** The exit code of a configuration with which something is wrong. */
  public static final int INVALID = 2;

  private final Map<String, String> environment;
  private final Function<Map<String, String>, List<String>> promptCheck;

  @Option(
      names = "--config",
      paramLabel = "DIR",
      description = "The folder to read; else $ROUNDTABLE_CONFIG, ./bot-config, what ships.")
  private @Nullable Path folder;

  @Spec private @Nullable CommandSpec spec;

  /**
   * Runs nothing yet.
   *
   * @param promptCheck says in sentences what is wrong with the prompts, given by name
   */
  public ConfigCommand(
      Map<String, String> environment, Function<Map<String, String>, List<String>> promptCheck) {
    this.environment = environment;
    this.promptCheck = promptCheck;
  }

  @Override
  public Integer call() {
    var found = ConfigFolder.locate(Optional.ofNullable(folder), environment, Path.of(""));
    var commandLine = Objects.requireNonNull(spec).commandLine();
    return switch (new ConfigLoader(found, environment, promptCheck).load()) {
      case Loaded.Valid(_, var effective) -> {
        commandLine.getOut().println("# from " + found.name());
        commandLine.getOut().print(effective);
        commandLine.getOut().flush();
        yield 0;
      }
      case Loaded.Invalid(var problems) -> {
        problems.forEach(commandLine.getErr()::println);
        commandLine.getErr().flush();
        yield INVALID;
      }
    };
  }
}
