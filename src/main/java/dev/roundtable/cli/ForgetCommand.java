package dev.roundtable.cli;

import dev.roundtable.archive.DebateStore;
import dev.roundtable.terminal.Screen;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes a stored debate, or what a person said in any, for good. */
@Command(
    name = "forget",
    mixinStandardHelpOptions = true,
    description =
        "Removes what was said in a debate for good. That it was done, when and to which id stays"
            + " on record, without content. Messages that stand in a chat stay there.")
public final class ForgetCommand implements Callable<Integer> {
  private static final String BY = "operator";

  /** One of the two. */
  private static final class What {
    @Parameters(paramLabel = "ID", description = "The debate's whole id, as history lists it.")
    private @Nullable String debate;

    @Option(
        names = "--person",
        paramLabel = "ID",
        description =
            "Removes every debate that this person asked, by the platform's id of the person. From"
                + " other debates it takes the name, the follow-ups' words and the team votes; what"
                + " models wrote about them stays.")
    private @Nullable String person;
  }

  @ArgGroup(multiplicity = "1")
  private What what = new What();

  @Mixin private final ConfigSource source = new ConfigSource();

  private final StoredDebates stored;

  public ForgetCommand(StoredDebates stored) {
    this.stored = stored;
  }

  @Override
  public Integer call() {
    return stored.run(source, this::forget);
  }

  private int forget(DebateStore store, Screen screen) throws BadInputException {
    if (what.person != null) {
      return person(store, screen, what.person.strip());
    }
    var debate = String.valueOf(what.debate);
    if (!store.records().forget(stored.id(debate), BY)) {
      throw stored.notWhole(store, debate);
    }
    screen.out().println(stored.words().say("store.forgotten", debate));
    return ExitCode.OK;
  }

  private int person(DebateStore store, Screen screen, String person) throws BadInputException {
    var forgotten = store.records().forgetPerson(person, BY);
    if (forgotten.asked() + forgotten.joined() == 0) {
      throw new BadInputException(stored.words().say("store.noPerson", person));
    }
    var done =
        stored.words().say("store.personForgotten", person, forgotten.asked(), forgotten.joined());
    screen.out().println(done);
    return ExitCode.OK;
  }
}
