package dev.roundtable.cli;

import dev.roundtable.config.Loaded;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the configuration that is in force and where each value came from. */
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description =
        "Prints the configuration in force, secrets masked, and where each value came from.",
    footer = {
      "",
      "Exit codes: 0 it is valid, 2 something in it is wrong; every problem is told with its line."
    })
public final class ConfigCommand implements Callable<Integer> {
  private final Map<String, String> environment;

  @Mixin private final ConfigSource source = new ConfigSource();

  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init")
  public ConfigCommand(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    var err = spec.commandLine().getErr();
    return switch (source.load(environment)) {
      case Loaded.Valid(_, var effective) -> {
        out.println("# from " + source.folder(environment).name());
        out.print(effective);
        out.flush();
        yield ExitCode.OK;
      }
      case Loaded.Invalid(var problems) -> {
        problems.forEach(err::println);
        err.flush();
        yield ExitCode.BAD_INPUT;
      }
    };
  }
}
