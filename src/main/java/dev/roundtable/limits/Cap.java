package dev.roundtable.limits;

import java.math.BigDecimal;

/** The most that an account may come to. */
public sealed interface Cap {
  Account account();

  /** In US dollars. What costs nothing is never held back. */
  record Money(Account account, BigDecimal most) implements Cap {}

  /** In debates. */
  record Debates(Account account, int most) implements Cap {}
}
