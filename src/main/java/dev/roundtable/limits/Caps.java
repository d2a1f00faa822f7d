package dev.roundtable.limits;

import dev.roundtable.limits.Account.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** The caps that the settings lay on a payer's accounts. */
final class Caps {
  private Caps() {}

  static List<Cap> of(LimitSettings limits, Payer payer, LocalDate day) {
    var today = day.toString();
    var month = YearMonth.from(day).toString();
    var person = Account.of(Scope.PERSON, payer, today);
    var workspace = Account.of(Scope.WORKSPACE, payer, today);
    var caps = new ArrayList<Cap>();
    limits.debatesPerUserPerDay().ifPresent(most -> caps.add(new Cap.Debates(person, most)));
    caps.add(new Cap.Money(person, limits.userPerDay()));
    limits
        .channelPerDay()
        .ifPresent(most -> caps.add(new Cap.Money(Account.of(Scope.CHANNEL, payer, today), most)));
    caps.add(new Cap.Money(workspace, limits.workspacePerDay()));
    limits
        .workspacePerMonth()
        .ifPresent(
            most -> caps.add(new Cap.Money(Account.of(Scope.WORKSPACE, payer, month), most)));
    return caps;
  }
}
