package dev.roundtable.limits;

import dev.roundtable.transcript.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;

/** Sentences about money and debates. */
record LimitWords(Words words) {
  private static final int CENTS = 2;
  private static final int DAY_LENGTH = "2026-11-23".length();

  static String usd(BigDecimal amount) {
    return amount.setScale(CENTS, RoundingMode.HALF_UP).toPlainString();
  }

  /** Why a round is not held: what is left, what it would cost, when there is more. */
  String refused(Cap cap, Balance balance, Bill estimate) {
    return switch (cap) {
      case Cap.Debates(var account, var most) -> words.say("limits.debates", most, resets(account));
      case Cap.Money(var account, var most) ->
          words.say(
                  money(account),
                  usd(most),
                  usd(left(most, balance)),
                  about(estimate),
                  resets(account))
              + assumed(estimate);
    };
  }

  /** Four fifths of it are used. */
  String nearlySpent(Cap cap) {
    var account = cap.account();
    return switch (cap) {
      case Cap.Debates(_, var most) ->
          words.say("alarm.debates", account.id(), most, resets(account));
      case Cap.Money(_, var most) ->
          words.say(alarm(account), account.id(), usd(most), resets(account));
    };
  }

  private static String alarm(Account account) {
    return switch (account.scope()) {
      case PERSON -> "alarm.person";
      case CHANNEL -> "alarm.channel";
      case WORKSPACE -> isDay(account) ? "alarm.workspace" : "alarm.month";
    };
  }

  String debateSpent(BigDecimal most, Bill soFar, Bill estimate) {
    return words.say("limits.debate", usd(soFar.usd()), usd(most), about(estimate))
        + assumed(estimate);
  }

  // A price of less than a cent is not nothing.
  private static String about(Bill estimate) {
    return estimate.usd().setScale(CENTS, RoundingMode.UP).toPlainString();
  }

  private String assumed(Bill estimate) {
    return estimate.unknownCalls() == 0
        ? ""
        : " " + words.say("limits.unknown", estimate.unknownCalls());
  }

  static BigDecimal left(BigDecimal most, Balance balance) {
    return most.subtract(balance.used()).max(BigDecimal.ZERO);
  }

  private static String money(Account account) {
    boolean day = isDay(account);
    return switch (account.scope()) {
      case PERSON -> "limits.person";
      case CHANNEL -> "limits.channel";
      case WORKSPACE -> day ? "limits.workspace" : "limits.month";
    };
  }

  private static boolean isDay(Account account) {
    return account.period().length() == DAY_LENGTH;
  }

  /** The day on which the account begins anew, at midnight of UTC. */
  static LocalDate resets(Account account) {
    return isDay(account)
        ? LocalDate.parse(account.period()).plusDays(1)
        : YearMonth.parse(account.period()).plusMonths(1).atDay(1);
  }
}
