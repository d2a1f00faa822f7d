package dev.roundtable.limits;

import java.math.BigDecimal;

/** The most that each person, channel or workspace may come to in each day or month. */
public sealed interface Allowance {
  Account.Scope scope();

  Account.Period period();

  /** In US dollars. */
  record Money(Account.Scope scope, Account.Period period, BigDecimal most) implements Allowance {}

  /** In debates. */
  record Debates(Account.Scope scope, Account.Period period, int most) implements Allowance {}
}
