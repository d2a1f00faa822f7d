package dev.roundtable.limits;

import dev.roundtable.chat.Moderators;
import dev.roundtable.chat.Usage;
import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.limits.Account.Scope;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Words;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** Says what was spent: to everybody their own, to admins and moderators everybody's. */
public final class Spending implements Usage {
  private static final int LISTED = 10;
  private static final BigDecimal WARNS_AT = new BigDecimal("0.8");

  private final Supplier<LimitSettings> limits;
  private final Ledger ledger;
  private final Moderators moderators;
  private final InstantSource clock;

  public Spending(
      Supplier<LimitSettings> limits, Ledger ledger, Moderators moderators, InstantSource clock) {
    this.limits = limits;
    this.ledger = ledger;
    this.moderators = moderators;
    this.clock = clock;
  }

  @Override
  public List<String> lines(Where where, Visitor by) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var payer = new Payer(where.platform(), where.workspace(), where.channel(), by.person());
    var report = new Report(Words.in(Locale.forLanguageTag(by.language())), payer, today);
    return report.lines(moderators.includes(by));
  }

  private final class Report {
    private final Words words;
    private final Payer payer;
    private final String today;
    private final String month;
    private final LimitSettings settings = limits.get();
    private final List<String> lines = new ArrayList<>();

    Report(Words words, Payer payer, LocalDate day) {
      this.words = words;
      this.payer = payer;
      this.today = day.toString();
      this.month = YearMonth.from(day).toString();
    }

    List<String> lines(boolean everybody) {
      var mine = ledger.balance(Account.of(Scope.PERSON, payer, today));
      capped("usage.you", mine, settings.userPerDay());
      settings
          .debatesPerUserPerDay()
          .ifPresent(most -> lines.add(words.say("usage.debates", mine.debates(), most)));
      spent("usage.youMonth", ledger.balance(Account.of(Scope.PERSON, payer, month)));
      if (everybody) {
        everybody();
      }
      lines.add(words.say("usage.resets", LimitWords.resets(mine.account())));
      return lines;
    }

    private void everybody() {
      var channel = ledger.balance(Account.of(Scope.CHANNEL, payer, today));
      settings
          .channelPerDay()
          .ifPresentOrElse(
              most -> capped("usage.channel", channel, most),
              () -> spent("usage.channelFree", channel));
      var workspace = ledger.balance(Account.of(Scope.WORKSPACE, payer, today));
      capped("usage.workspace", workspace, settings.workspacePerDay());
      var monthly = ledger.balance(Account.of(Scope.WORKSPACE, payer, month));
      settings
          .workspacePerMonth()
          .ifPresentOrElse(
              most -> capped("usage.month", monthly, most),
              () -> spent("usage.monthFree", monthly));
      for (var person : ledger.persons(payer.platform(), payer.workspace(), month, LISTED)) {
        var spent = LimitWords.usd(person.used());
        var name = VisibleText.line(person.label());
        lines.add(words.say("usage.person", name, spent, person.debates()) + unknown(person));
      }
    }

    private void capped(String key, Balance balance, BigDecimal most) {
      var left = LimitWords.usd(LimitWords.left(most, balance));
      var used = LimitWords.usd(balance.used());
      boolean nearly = balance.used().compareTo(most.multiply(WARNS_AT)) >= 0;
      var warning = nearly && balance.used().signum() > 0 ? " " + words.say("usage.nearly") : "";
      lines.add(words.say(key, used, LimitWords.usd(most), left) + unknown(balance) + warning);
    }

    private void spent(String key, Balance balance) {
      lines.add(
          words.say(key, LimitWords.usd(balance.used()), balance.debates()) + unknown(balance));
    }

    private String unknown(Balance balance) {
      var assumed = LimitWords.usd(settings.unknownCall());
      return balance.unknownCalls() == 0
          ? ""
          : " " + words.say("usage.unknown", balance.unknownCalls(), assumed);
    }
  }
}
