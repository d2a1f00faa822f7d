package dev.roundtable.debate;

import java.time.Duration;

/** What ends a debate from outside, with the votes that stand by then. */
public sealed interface StopOrder {
  /** Somebody wants it to end now, without a further call. */
  record Stop(Person by) implements StopOrder {}

  /** Somebody wants the verdict and its summary without waiting for the missing seats. */
  record FinishNow(Person by) implements StopOrder {}

  record DeadlinePassed(Duration deadline) implements StopOrder {}

  record BudgetSpent(String reason) implements StopOrder {}
}
