package dev.roundtable.cli;

import dev.roundtable.archive.DebateStore;
import dev.roundtable.terminal.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the SQLite file while the bot runs. */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description =
        "Copies the SQLite database into a new file, also while the bot runs. PostgreSQL has"
            + " pg_dump for it.")
public final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The file to make; it must not exist yet.")
  private Path file = Path.of("");

  @Mixin private final ConfigSource source = new ConfigSource();

  private final StoredDebates stored;

  public BackupCommand(StoredDebates stored) {
    this.stored = stored;
  }

  @Override
  public Integer call() {
    return stored.run(source, this::backUp);
  }

  private int backUp(DebateStore store, Screen screen) throws BadInputException {
    var target = file.toAbsolutePath();
    var folder = target.getParent();
    if (Files.exists(target)) {
      throw new BadInputException(stored.words().say("backup.exists", file));
    }
    if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
      throw new BadInputException(stored.words().say("backup.noFolder", file));
    }
    // Under its own name only once it is whole.
    var part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      if (!store.backUp(part)) {
        throw new BadInputException(stored.words().say("backup.server"));
      }
      Files.move(part, target);
    } catch (IOException e) {
      throw new BadInputException(
          stored.words().say("backup.failed", file, String.valueOf(e.getMessage())));
    }
    screen.out().println(stored.words().say("backup.done", file));
    return ExitCode.OK;
  }
}
