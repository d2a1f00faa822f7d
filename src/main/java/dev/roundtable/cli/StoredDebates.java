package dev.roundtable.cli;

import dev.roundtable.archive.DebateStore;
import dev.roundtable.archive.UnreadableEventException;
import dev.roundtable.debate.DebateEvent;
import dev.roundtable.debate.DebateId;
import dev.roundtable.session.Entry;
import dev.roundtable.session.StoreException;
import dev.roundtable.terminal.Console;
import dev.roundtable.terminal.Screen;
import dev.roundtable.transcript.Phrases;
import dev.roundtable.transcript.Words;
import java.util.List;
import java.util.Locale;

/** What the commands on stored debates have in common: the store, the screen and the words. */
public final class StoredDebates {
  /** What a command does with the store; answers the exit code. */
  @FunctionalInterface
  interface Errand {
    int run(DebateStore store, Screen screen) throws BadInputException;
  }

  /** Where the debates are; asked for once a command runs. */
  @FunctionalInterface
  interface Stores {
    DebateStore open(ConfigSource source) throws BadInputException;
  }

  private static final int CANDIDATES = 6;

  private final Stores stores;
  private final Console console;
  private final Words words;

  /** Opens nothing yet: each command reads the configuration, opens its store and closes it. */
  public StoredDebates(Surroundings around) {
    this(source -> open(source, around), around.console(), around.words());
  }

  StoredDebates(Stores stores, Console console, Words words) {
    this.stores = stores;
    this.console = console;
    this.words = words;
  }

  private static DebateStore open(ConfigSource source, Surroundings around)
      throws BadInputException {
    var store = source.valid(around.environment()).fixed().store();
    return DebateStore.open(store.url(), store.login(), around.timer()::now);
  }

  Words words() {
    return words;
  }

  Phrases phrases() {
    return new Phrases(words);
  }

  /** Runs it; whatever goes wrong is printed as one sentence. */
  int run(ConfigSource source, Errand errand) {
    var screen = console.screen();
    try (var store = stores.open(source)) {
      int code = errand.run(store, screen);
      screen.out().flush();
      return code;
    } catch (StoreException e) {
      return refuse(screen, e.sentence());
    } catch (UnreadableEventException e) {
      return refuse(screen, words.say("store.unreadable", String.valueOf(e.getMessage())));
    } catch (BadInputException e) {
      return refuse(screen, String.valueOf(e.getMessage()));
    }
  }

  private static int refuse(Screen screen, String sentence) {
    screen.live().println(sentence);
    return ExitCode.BAD_INPUT;
  }

  /** The events of the one debate whose id is, or begins with, what was typed. */
  List<DebateEvent> events(DebateStore store, String typed) throws BadInputException {
    var events = store.archive().read(find(store, typed)).stream().map(Entry::event).toList();
    if (events.isEmpty()) {
      throw unknown(typed);
    }
    return events;
  }

  private DebateId find(DebateStore store, String typed) throws BadInputException {
    var id = id(typed);
    var candidates = store.records().beginning(id.value(), CANDIDATES);
    if (candidates.size() > 1 && !candidates.contains(id)) {
      var listed = candidates.stream().map(DebateId::value).toList();
      throw new BadInputException(words.say("store.several", typed, words.list(listed)));
    }
    return candidates.size() == 1 ? candidates.getFirst() : id;
  }

  /** What was typed as an id. */
  DebateId id(String typed) throws BadInputException {
    try {
      return new DebateId(typed.strip().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw unknown(typed);
    }
  }

  /** Why nothing has exactly the id that was typed. */
  BadInputException notWhole(DebateStore store, String typed) throws BadInputException {
    var begun = store.records().beginning(id(typed).value(), CANDIDATES);
    return switch (begun.size()) {
      case 0 -> unknown(typed);
      case 1 -> new BadInputException(words.say("store.wholeId", typed, begun.getFirst().value()));
      default -> new BadInputException(words.say("store.wholeIds", typed));
    };
  }

  private BadInputException unknown(String typed) {
    return new BadInputException(words.say("store.unknown", typed));
  }
}
