package dev.roundtable.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes a stored debate for good. */
@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    description =
        "Removes what was said in a debate for good. That it was done, when and by which id stays"
            + " on record, without content.")
public final class ForgetCommand implements Callable<Integer> {
  @Parameters(paramLabel = "ID", description = "The debate, as history lists it.")
  private String id = "";

  private final StoredDebates stored;

  public ForgetCommand(StoredDebates stored) {
    this.stored = stored;
  }

  @Override
  public Integer call() {
    return stored.run((store, screen) -> {
      if (!store.records().forget(stored.id(id))) {
        throw stored.unknown(id);
      }
      screen.out().println(stored.words().say("store.forgotten", id));
      return ExitCode.OK;
    });
  }
}
