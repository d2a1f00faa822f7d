package dev.roundtable.panelist;

import dev.roundtable.debate.Rules;
import java.util.List;

/**
 * A panel as it is configured.
 *
 * @param chairs the chair and its substitutes, in the order in which they are tried; may be empty
 */
public record PanelSettings(
    String name, List<SeatSettings> seats, List<ModelSettings> chairs, Rules rules) {
  public PanelSettings {
    seats = List.copyOf(seats);
    chairs = List.copyOf(chairs);
  }
}
