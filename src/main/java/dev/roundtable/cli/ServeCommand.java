package dev.roundtable.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs the bot until it is told to end. */
@Command(
    name = ServeOrder.COMMAND,
    mixinStandardHelpOptions = true,
    description =
        "Runs the bot: Slack and Discord as far as their tokens are set, and the web server."
            + " Without either, the playground is the place to try it.",
    footer = {
      "",
      "Ends on Ctrl-C or SIGTERM: calls under way are finished or ended within 20 s, and what is",
      "left goes on at the next start, or at once in another replica.",
      "",
      "Exit codes: 0 it was told to end, 1 it could not start, 2 the configuration is wrong."
    })
public final class ServeCommand implements Callable<Integer> {
  @Mixin private final ConfigSource source = new ConfigSource();

  @Spec private CommandSpec spec;

  private final Surroundings around;
  private final HeadStart head;

  @SuppressWarnings("NullAway.Init")
  public ServeCommand(Surroundings around, HeadStart head) {
    this.around = around;
    this.head = head;
  }

  @Override
  public Integer call() throws InterruptedException {
    var line = spec.commandLine();
    return new Serving(around, head, line.getOut(), line.getErr())
        .run(source.loader(around.environment()));
  }
}
