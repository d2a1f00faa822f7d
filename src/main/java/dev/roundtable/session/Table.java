package dev.roundtable.session;

import dev.roundtable.debate.Panel;
import dev.roundtable.debate.SeatId;
import java.util.Map;
import java.util.Optional;

/** A panel with those who sit at it. */
public record Table(Panel panel, Map<SeatId, Panelist> panelists, Optional<Chair> chair) {
  /** Checks that every seat is taken and that the panel says whether it has a chair. */
  public Table {
    panelists = Map.copyOf(panelists);
    for (var seat : panel.seats()) {
      if (!panelists.containsKey(seat.id())) {
        throw new IllegalArgumentException("nobody sits on " + seat.id());
      }
    }
    if (panel.chaired() != chair.isPresent()) {
      throw new IllegalArgumentException("panel " + panel.name() + " is wrong about its chair");
    }
  }
}
