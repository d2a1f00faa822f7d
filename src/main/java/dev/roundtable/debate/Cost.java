package dev.roundtable.debate;

import java.math.BigDecimal;

/**
 * What was spent.
 *
 * @param usd the known part, in US dollars
 * @param complete whether that is all of it
 */
public record Cost(BigDecimal usd, boolean complete) {
  public static final Cost NOTHING = new Cost(BigDecimal.ZERO, true);
  public static final Cost UNKNOWN = new Cost(BigDecimal.ZERO, false);

  public Cost {
    if (usd.signum() < 0) {
      throw new IllegalArgumentException("a cost is not below 0: " + usd);
    }
  }

  public static Cost usd(BigDecimal usd) {
    return new Cost(usd, true);
  }

  public Cost plus(Cost other) {
    return new Cost(usd.add(other.usd), complete && other.complete);
  }
}
