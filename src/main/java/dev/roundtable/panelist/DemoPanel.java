package dev.roundtable.panelist;

import dev.roundtable.debate.Panel;
import dev.roundtable.debate.Seat;
import dev.roundtable.debate.SeatId;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Table;
import dev.roundtable.session.Timer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The panel that needs no key: six scripted temperaments that debate any question. */
public final class DemoPanel {
  private DemoPanel() {}

  /**
   * Sets the table.
   *
   * @param slowest how long an answer takes at most; zero for at once
   */
  public static Table table(String name, Timer timer, Duration slowest) {
    var script = DemoScript.load();
    var seats = script.seats().stream().map(seat -> new Seat(seat.id(), seat.name())).toList();
    var panelists = new LinkedHashMap<SeatId, Panelist>();
    for (var self : script.seats()) {
      panelists.put(new SeatId(self.id()), new DemoPanelist(script, self, timer, slowest));
    }
    var panel = new Panel(name, seats, true, true);
    return new Table(panel, panelists, Optional.of(new DemoChair()));
  }
}
