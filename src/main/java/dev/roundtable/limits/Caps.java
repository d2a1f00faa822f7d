package dev.roundtable.limits;

import java.time.LocalDate;
import java.util.List;

/** The caps that the settings lay on a payer's accounts. */
final class Caps {
  private Caps() {}

  static List<Cap> of(LimitSettings limits, Payer payer, LocalDate day) {
    return limits.allowances().stream().map(allowance -> of(allowance, payer, day)).toList();
  }

  private static Cap of(Allowance allowance, Payer payer, LocalDate day) {
    var account = Account.of(allowance.scope(), payer, allowance.period().of(day));
    return switch (allowance) {
      case Allowance.Money(_, _, var most) -> new Cap.Money(account, most);
      case Allowance.Debates(_, _, var most) -> new Cap.Debates(account, most);
    };
  }
}
