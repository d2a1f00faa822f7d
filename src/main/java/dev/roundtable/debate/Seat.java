package dev.roundtable.debate;

/** A place at the table. Which model sits there is the adapter's business. */
public record Seat(SeatId id, String name, Weight weight) {
  public Seat {
    if (name.isBlank()) {
      throw new IllegalArgumentException("seat " + id + " has no name");
    }
  }

  /** A seat of weight 1. */
  public Seat(String id, String name) {
    this(new SeatId(id), name, Weight.ONE);
  }
}
