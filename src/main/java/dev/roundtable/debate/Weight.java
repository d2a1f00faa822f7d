package dev.roundtable.debate;

import java.math.BigDecimal;

/** How much a seat's vote counts, in thousandths so that ties are exact. */
public record Weight(int thousandths) implements Comparable<Weight> {
  public static final Weight ONE = new Weight(1000);

  /** The heaviest seat counts at most this many times the lightest. */
  public static final int MAX_RATIO = 4;

  public Weight {
    if (thousandths <= 0) {
      throw new IllegalArgumentException("a weight must be above 0, not " + thousandths);
    }
  }

  /** Rounds to thousandths. */
  public static Weight of(double weight) {
    return new Weight((int) Math.round(weight * 1000));
  }

  /** This weight, or {@link #MAX_RATIO} times the lightest if that is less. */
  Weight clampedTo(Weight lightest) {
    return new Weight((int) Math.min(thousandths, (long) MAX_RATIO * lightest.thousandths));
  }

  /** Prints {@code 1}, {@code 1.5}. */
  public static String print(long thousandths) {
    return BigDecimal.valueOf(thousandths, 3).stripTrailingZeros().toPlainString();
  }

  @Override
  public int compareTo(Weight other) {
    return Integer.compare(thousandths, other.thousandths);
  }

  @Override
  public String toString() {
    return print(thousandths);
  }
}
