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
import java.util.function.Supplier;

/** What the commands on stored debates have in common: the store, the screen and the words. */
public final class StoredDebates {
  /** What a command does with the store; answers the exit code. */
  @FunctionalInterface
  interface Errand {
    int run(DebateStore store, Screen screen) throws BadInputException;
  }

  private final Supplier<DebateStore> stores;
  private final Console console;
  private final Words words;

  /** Opens nothing yet: each command opens the store and closes it. */
  public StoredDebates(Supplier<DebateStore> stores, Console console, Words words) {
    this.stores = stores;
    this.console = console;
    this.words = words;
  }

  Words words() {
    return words;
  }

  Phrases phrases() {
    return new Phrases(words);
  }

  /** Runs it; whatever goes wrong is printed as one sentence. */
  int run(Errand errand) {
    var screen = console.screen();
    try (var store = stores.get()) {
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

  List<DebateEvent> events(DebateStore store, String typed) throws BadInputException {
    var events = store.archive().read(id(typed)).stream().map(Entry::event).toList();
    if (events.isEmpty()) {
      throw unknown(typed);
    }
    return events;
  }

  DebateId id(String typed) throws BadInputException {
    try {
      return new DebateId(typed.strip().toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException _) {
      throw unknown(typed);
    }
  }

  BadInputException unknown(String typed) {
    return new BadInputException(words.say("store.unknown", typed));
  }
}
