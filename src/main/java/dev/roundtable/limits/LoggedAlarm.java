package dev.roundtable.limits;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns in the log; {@link Spending} tells admins who ask for the usage. */
public final class LoggedAlarm implements Alarm {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedAlarm.class);

  @Override
  public void nearlySpent(Cap cap) {
    var account = cap.account();
    switch (cap) {
      case Cap.Money(_, var most) ->
          LOG.warn(
              "80 % of ${} are used by {} {} of {} in {}",
              most, account.scope(), account.id(), account.workspace(), account.period());
      case Cap.Debates(_, var most) ->
          LOG.warn(
              "80 % of {} debates were started by {} {} of {} in {}",
              most, account.scope(), account.id(), account.workspace(), account.period());
    }
  }
}
