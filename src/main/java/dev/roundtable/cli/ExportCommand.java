package dev.roundtable.cli;

import dev.roundtable.debate.Debate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a stored debate to standard output in a format of choice. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = "Writes a stored debate to standard output.")
public final class ExportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ID",
      description =
          "The debate's id, as history lists it; its beginning is enough if no other begins so.")
  private String id = "";

  @Option(names = "--format", description = "text, markdown (the default), json, html or png.")
  private String format = "markdown";

  @Mixin private final ConfigSource source = new ConfigSource();

  private final StoredDebates stored;

  public ExportCommand(StoredDebates stored) {
    this.stored = stored;
  }

  @Override
  public Integer call() {
    return stored.run(
        source,
        (store, screen) -> {
          var written = new AskRequest(stored.phrases()).format(format);
          var debate = Debate.of(stored.events(store, id));
          new DebatePage(screen, stored.phrases(), written).print(debate);
          return ExitCode.OK;
        });
  }
}
