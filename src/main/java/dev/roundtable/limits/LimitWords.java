package dev.roundtable.limits;

import dev.roundtable.transcript.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/** Sentences about money and debates. */
record LimitWords(Words words) {
  private static final int CENTS = 2;

  static String usd(BigDecimal amount) {
    return amount.setScale(CENTS, RoundingMode.HALF_UP).toPlainString();
  }

  /** Why a round is not held: what is left, what it would cost, when there is more. */
  String refused(Cap cap, Balance balance, Bill estimate) {
    var resets = resets(cap.account());
    return switch (cap) {
      case Cap.Debates(var account, var most) ->
          words.say(key("limits.debates", account), most, resets);
      case Cap.Money(var account, var most) ->
          words.say(
                  key("limits.usd", account),
                  usd(most),
                  usd(left(most, balance)),
                  about(estimate),
                  resets)
              + assumed(estimate);
    };
  }

  /** Four fifths of it are used by whoever bears that name. */
  String nearlySpent(Cap cap, String name) {
    var resets = resets(cap.account());
    return switch (cap) {
      case Cap.Debates(var account, var most) ->
          words.say(key("alarm.debates", account), name, most, resets);
      case Cap.Money(var account, var most) ->
          words.say(key("alarm.usd", account), name, usd(most), resets);
    };
  }

  /** That sentence for that kind of account: {@code usage.usd.person.day}. */
  static String key(String sentence, Account account) {
    var scope = account.scope().name().toLowerCase(Locale.ROOT);
    return sentence + "." + scope + "." + account.length().name().toLowerCase(Locale.ROOT);
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

  /** The day on which the account begins anew, at midnight of UTC. */
  static LocalDate resets(Account account) {
    return switch (account.length()) {
      case DAY -> LocalDate.parse(account.period()).plusDays(1);
      case MONTH -> YearMonth.parse(account.period()).plusMonths(1).atDay(1);
    };
  }
}
