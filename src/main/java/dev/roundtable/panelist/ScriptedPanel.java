package dev.roundtable.panelist;

import dev.roundtable.debate.InvalidRequestException;
import dev.roundtable.debate.Panel;
import dev.roundtable.debate.SeatId;
import dev.roundtable.session.Chair;
import dev.roundtable.session.Panelist;
import dev.roundtable.session.Table;
import dev.roundtable.session.Timer;
import java.util.LinkedHashMap;
import java.util.Optional;

/** A panel that plays a script: for tests, and for a recorded debate to be played again. */
public final class ScriptedPanel {
  private ScriptedPanel() {}

  /**
   * Sets the table from the text of a script, in YAML or JSON, or of a debate exported as JSON.
   *
   * @throws ScriptException if the script cannot be played
   * @throws InvalidRequestException if it has fewer than two seats
   */
  public static Table table(String script, Timer timer) throws ScriptException {
    var parsed = ScriptFile.parse(script);
    var seats = parsed.seats().stream().map(Script.SeatLines::seat).toList();
    var panelists = new LinkedHashMap<SeatId, Panelist>();
    for (var seat : parsed.seats()) {
      panelists.put(seat.seat().id(), new ScriptedPanelist(seat.lines(), timer));
    }
    var chair = Optional.ofNullable(parsed.chair()).<Chair>map(ScriptedChair::new);
    var panel = new Panel(parsed.panel(), seats, chair.isPresent(), true);
    return new Table(panel, panelists, chair);
  }
}
