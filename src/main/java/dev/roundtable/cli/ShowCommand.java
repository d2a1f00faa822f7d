package dev.roundtable.cli;

import dev.roundtable.debate.Debate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints the transcript of a stored debate. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Prints the transcript of a stored debate.")
public final class ShowCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ID",
      description =
          "The debate's id, as history lists it; its beginning is enough if no other begins so.")
  private String id = "";

  @Mixin private final ConfigSource source = new ConfigSource();

  private final StoredDebates stored;

  public ShowCommand(StoredDebates stored) {
    this.stored = stored;
  }

  @Override
  public Integer call() {
    return stored.run(
        source,
        (store, screen) -> {
          var debate = Debate.of(stored.events(store, id));
          new DebatePage(screen, stored.phrases(), AskFormat.TEXT).print(debate);
          return ExitCode.OK;
        });
  }
}
