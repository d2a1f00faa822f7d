package dev.roundtable.cli;

import dev.roundtable.debate.Person;
import dev.roundtable.session.Timer;
import dev.roundtable.terminal.Console;
import dev.roundtable.transcript.Words;
import java.util.Map;

/** What a command finds around it when it is called. */
public record Surroundings(
    Map<String, String> environment, Timer timer, Console console, Person person, Words words) {
  public Surroundings {
    environment = Map.copyOf(environment);
  }
}
