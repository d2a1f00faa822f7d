package dev.roundtable.limits;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/**
 * What is counted together.
 *
 * @param id of the person or channel; empty for a whole workspace
 * @param period a day or a month of UTC, as ISO 8601 has it
 */
public record Account(Scope scope, String platform, String workspace, String id, String period) {
  private static final int DAY_LENGTH = "2026-11-23".length();

  /** Of whom or what. */
  public enum Scope {
    PERSON,
    CHANNEL,
    WORKSPACE
  }

  /** How long something is counted together. */
  public enum Period {
    DAY,
    MONTH;

    String of(LocalDate day) {
      return switch (this) {
        case DAY -> day.toString();
        case MONTH -> YearMonth.from(day).toString();
      };
    }
  }

  /** Everything that a round of that payer on that day counts for. */
  public static List<Account> of(Payer payer, LocalDate day) {
    var accounts = new ArrayList<Account>();
    for (var period : Period.values()) {
      for (var scope : Scope.values()) {
        accounts.add(of(scope, payer, period.of(day)));
      }
    }
    return accounts;
  }

  Period length() {
    return period.length() == DAY_LENGTH ? Period.DAY : Period.MONTH;
  }

  static Account of(Scope scope, Payer payer, String period) {
    var id =
        switch (scope) {
          case PERSON -> payer.person().id();
          case CHANNEL -> payer.channel();
          case WORKSPACE -> "";
        };
    return new Account(scope, payer.platform(), payer.workspace(), id, period);
  }
}
