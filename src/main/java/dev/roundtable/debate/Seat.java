package dev.roundtable.debate;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A place at the table. Which model sits there is the adapter's business.
 *
 * @param timeout how long it may take for a ballot, null for as long as the debate's rules say
 */
public record Seat(SeatId id, String name, Weight weight, @Nullable Duration timeout) {
  public Seat {
    if (Folding.isBlank(name)) {
      throw new IllegalArgumentException("seat " + id + " has no name");
    }
  }

  public Seat(SeatId id, String name, Weight weight) {
    this(id, name, weight, null);
  }

  /** A seat of weight 1. */
  public Seat(String id, String name) {
    this(new SeatId(id), name, Weight.ONE);
  }

  Seat clampedTo(Weight lightest) {
    return new Seat(id, name, weight.clampedTo(lightest), timeout);
  }
}
