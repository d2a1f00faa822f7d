package dev.roundtable.debate;

/** Names a seat within its panel. */
public record SeatId(String value) {
  public SeatId {
    if (!value.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}")) {
      throw new IllegalArgumentException("not a seat id: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
