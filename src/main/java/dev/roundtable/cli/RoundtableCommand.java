package dev.roundtable.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program's name alone: says what it can do. */
@Command(
    name = "roundtable",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Puts a question to a panel of AI models. They vote blind, read each other's arguments"
            + " without names, may change their minds; the votes are counted by code.",
    footer = {
      "",
      "Try it without any key:",
      "  ./roundtable ask \"Should an AI agent have write access to production?\"",
      "",
      "`./roundtable COMMAND --help` explains a command."
    })
public final class RoundtableCommand implements Runnable {
  @Spec private CommandSpec spec;

  /** The parts are filled in by picocli. */
  @SuppressWarnings("NullAway.Init")
  public RoundtableCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do: give a command");
  }

  /** This command with those under it. A wrong word gets one sentence and exit code 2. */
  public static CommandLine commandLine(Object... commands) {
    var line = new CommandLine(new RoundtableCommand());
    for (var command : commands) {
      line.addSubcommand(command);
    }
    line.addSubcommand(new CommandLine.HelpCommand());
    line.setUsageHelpAutoWidth(true);
    line.setParameterExceptionHandler((problem, _) -> {
      problem.getCommandLine().getErr().println(sentence(problem));
      return ExitCode.BAD_INPUT;
    });
    return line;
  }

  private static String sentence(ParameterException problem) {
    var line = problem.getCommandLine();
    if (problem instanceof UnmatchedArgumentException unmatched
        && line.getCommand() instanceof RoundtableCommand) {
      var commands = String.join(", ", line.getSubcommands().keySet());
      var typed = String.join(" ", unmatched.getUnmatched());
      return "There is no command " + typed + "; choose one of " + commands + ".";
    }
    return problem.getMessage() + "; see --help.";
  }
}
