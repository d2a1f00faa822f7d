package dev.roundtable.limits;

import dev.roundtable.limits.Account.Period;
import dev.roundtable.limits.Account.Scope;
import java.math.BigDecimal;
import java.util.List;

/**
 * What may be spent, in US dollars and in debates.
 *
 * @param debate for one debate with all its follow-ups
 * @param allowances what holds for persons, channels and workspaces; the first that is used up is
 *     the one that is told
 * @param confirmAbove an estimate above this is confirmed by the asker first
 * @param unknownCall what a call counts for whose price nobody knows
 * @param refuseCredentials whether text that looks like it holds a credential is refused
 */
public record LimitSettings(
    BigDecimal debate,
    List<Allowance> allowances,
    BigDecimal confirmAbove,
    BigDecimal unknownCall,
    boolean refuseCredentials) {
  public static final LimitSettings DEFAULT =
      new LimitSettings(
          new BigDecimal("1.00"),
          List.of(
              new Allowance.Money(Scope.PERSON, Period.DAY, new BigDecimal("5.00")),
              new Allowance.Money(Scope.WORKSPACE, Period.DAY, new BigDecimal("20.00"))),
          new BigDecimal("0.50"),
          new BigDecimal("0.02"),
          true);

  public LimitSettings {
    allowances = List.copyOf(allowances);
  }
}
