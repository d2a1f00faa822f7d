package dev.roundtable.cli;

import dev.roundtable.archive.DebateStore;
import dev.roundtable.config.ConfigWatch;
import dev.roundtable.config.Problem;
import dev.roundtable.session.StoreException;
import dev.roundtable.transcript.Words;
import dev.roundtable.web.Readiness;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Whether the database, the configuration and the front ends do their work. */
final class BotHealth implements Readiness {
  private final ConfigWatch watch;
  private final DebateStore store;
  private final List<Part> frontEnds;
  private final Words words;

  BotHealth(ConfigWatch watch, DebateStore store, List<Part> frontEnds, Words words) {
    this.watch = watch;
    this.store = store;
    this.frontEnds = frontEnds;
    this.words = words;
  }

  @Override
  public List<Check> checks() {
    var checks = new ArrayList<Check>();
    checks.add(database());
    checks.add(configuration());
    for (var part : frontEnds) {
      var trouble = part.trouble();
      checks.add(new Check(part.name(), trouble.isEmpty(), trouble.orElseGet(this::well)));
    }
    return checks;
  }

  private Check database() {
    try {
      store.ping();
      return new Check("database", true, well());
    } catch (StoreException e) {
      return new Check("database", false, e.sentence());
    }
  }

  // The old one still runs, so the program is ready; what is wrong with the new one is told.
  private Check configuration() {
    var state = watch.state();
    var problems =
        state.problems().stream().map(Problem::toString).collect(Collectors.joining(" "));
    if (!problems.isEmpty()) {
      return new Check("configuration", true, words.say("health.badFile", problems));
    }
    return new Check(
        "configuration",
        true,
        state.needsRestart().isEmpty()
            ? well()
            : words.say("health.restart", String.join(", ", state.needsRestart())));
  }

  private String well() {
    return words.say("health.well");
  }
}
