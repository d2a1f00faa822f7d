package dev.roundtable.cli;

import dev.roundtable.archive.MemoryArchive;
import dev.roundtable.archive.MemoryInbox;
import dev.roundtable.debate.DebateId;
import dev.roundtable.session.Audience;
import dev.roundtable.session.Budget;
import dev.roundtable.session.DebateDesk;
import dev.roundtable.session.DebateRequest;
import dev.roundtable.session.Panels;
import dev.roundtable.session.Permissions;
import dev.roundtable.session.Ports;
import dev.roundtable.session.SessionSettings;
import dev.roundtable.session.Sessions;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** A desk with one debate on it, kept in memory. */
record Desk(DebateDesk requests, Sessions sessions) {
  // Nobody else is in the terminal to wait for, and whoever sits there pays.
  private static final SessionSettings SETTINGS =
      new SessionSettings(Duration.ZERO, Integer.MAX_VALUE);

  /** Whoever sits at the terminal may ask all. */
  private record Owner(boolean refusesCredentials) implements Permissions {
    @Override
    public Decision mayOpen(DebateRequest request) {
      return new Decision.Granted();
    }
  }

  static Desk open(
      Panels panels, Timer timer, Audience audience, Random random, boolean refusesCredentials) {
    var ports =
        new Ports(
            new MemoryArchive(timer::now),
            new MemoryInbox(),
            panels,
            new Owner(refusesCredentials),
            Budget.UNLIMITED,
            timer,
            List.of(audience));
    var sessions = new Sessions(ports, SETTINGS);
    var requests = new DebateDesk(ports, sessions, SETTINGS, () -> DebateId.draw(random));
    return new Desk(requests, sessions);
  }
}
