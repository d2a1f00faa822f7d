package dev.roundtable.cli;

import dev.roundtable.debate.Debate;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.Moderator;
import dev.roundtable.debate.Move;
import dev.roundtable.terminal.Screen;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Counts a stored debate again, without asking anybody. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description =
        "Counts the stored ballots of a debate again, asking nobody, and says whether every"
            + " verdict comes out the same. The exit code is 1 if one does not.")
public final class ReplayCommand implements Callable<Integer> {
  private static final int DIFFERENT = 1;

  @Parameters(
      paramLabel = "ID",
      description =
          "The debate's id, as history lists it; its beginning is enough if no other begins so.")
  private String id = "";

  @Mixin private final ConfigSource source = new ConfigSource();

  private final StoredDebates stored;

  public ReplayCommand(StoredDebates stored) {
    this.stored = stored;
  }

  @Override
  public Integer call() {
    return stored.run(source, (store, screen) -> replay(stored.events(store, id), screen));
  }

  private int replay(List<DebateEvent> events, Screen screen) {
    int code = ExitCode.OK;
    for (int i = 1; i < events.size(); i++) {
      if (events.get(i) instanceof DebateEvent.VerdictReached reached) {
        boolean same = same(Debate.of(events.subList(0, i)), reached);
        var key = same ? "replay.same" : "replay.different";
        screen.out().println(stored.words().say(key, reached.number()));
        code = same ? code : DIFFERENT;
      }
    }
    return code;
  }

  private static boolean same(Debate before, DebateEvent.VerdictReached reached) {
    return Moderator.next(before) instanceof Move.Note(var event) && event.equals(reached);
  }
}
