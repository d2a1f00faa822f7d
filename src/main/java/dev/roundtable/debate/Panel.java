package dev.roundtable.debate;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/**
 * A named list of seats, each weight clamped to four times the lightest.
 *
 * @param chaired whether a chair can be asked
 * @param scripted whether its words were written beforehand and are no model's opinion
 */
public record Panel(String name, List<Seat> seats, boolean chaired, boolean scripted) {
  public static final int MIN_SEATS = 2;

  /**
   * Clamps the weights.
   *
   * @throws InvalidRequestException if there are fewer than two seats
   */
  public Panel {
    if (seats.size() < MIN_SEATS) {
      throw new InvalidRequestException(new RequestProblem.PanelTooSmall(name, seats.size()));
    }
    var ids = new HashSet<SeatId>();
    for (var seat : seats) {
      if (!ids.add(seat.id())) {
        throw new IllegalArgumentException("panel " + name + " seats " + seat.id() + " twice");
      }
    }
    var lightest = seats.stream().map(Seat::weight).min(Comparator.naturalOrder()).orElseThrow();
    seats = seats.stream().map(seat -> seat.clampedTo(lightest)).toList();
  }

  /** A panel of models without a chair. */
  public Panel(String name, List<Seat> seats) {
    this(name, seats, false, false);
  }

  /** The seat of that id, which must be at the table. */
  public Seat seat(SeatId id) {
    return seats.stream()
        .filter(seat -> seat.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no seat " + id + " in panel " + name));
  }

  public boolean has(SeatId id) {
    return seats.stream().anyMatch(seat -> seat.id().equals(id));
  }

  public boolean equalWeights() {
    return seats.stream().map(Seat::weight).distinct().count() == 1;
  }
}
