package dev.roundtable.limits;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What may be spent, in US dollars and in debates.
 *
 * @param debate for one debate with all its follow-ups
 * @param confirmAbove an estimate above this is confirmed by the asker first
 * @param unknownCall what a call counts for whose price nobody knows
 * @param refuseCredentials whether text that looks like it holds a credential is refused
 */
public record LimitSettings(
    BigDecimal debate,
    BigDecimal userPerDay,
    Optional<BigDecimal> channelPerDay,
    BigDecimal workspacePerDay,
    Optional<BigDecimal> workspacePerMonth,
    Optional<Integer> debatesPerUserPerDay,
    BigDecimal confirmAbove,
    BigDecimal unknownCall,
    boolean refuseCredentials) {
  public static final LimitSettings DEFAULT =
      new LimitSettings(
          new BigDecimal("1.00"),
          new BigDecimal("5.00"),
          Optional.empty(),
          new BigDecimal("20.00"),
          Optional.empty(),
          Optional.empty(),
          new BigDecimal("0.50"),
          new BigDecimal("0.02"),
          true);
}
