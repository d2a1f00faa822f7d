package dev.roundtable.session;

import java.util.List;

/** Everything outside that a session needs. */
public record Ports(
    Archive archive,
    Inbox inbox,
    Panels panels,
    Permissions permissions,
    Turns turns,
    Budget budget,
    Timer timer,
    List<Audience> audiences) {
  public Ports {
    audiences = List.copyOf(audiences);
  }

  /** The same, and nobody stands in line. */
  public Ports(
      Archive archive,
      Inbox inbox,
      Panels panels,
      Permissions permissions,
      Budget budget,
      Timer timer,
      List<Audience> audiences) {
    this(archive, inbox, panels, permissions, Turns.FREE, budget, timer, audiences);
  }
}
