package dev.roundtable.limits;

import dev.roundtable.chat.Moderators;
import dev.roundtable.chat.Usage;
import dev.roundtable.chat.Visitor;
import dev.roundtable.chat.Where;
import dev.roundtable.limits.Account.Period;
import dev.roundtable.limits.Account.Scope;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Words;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
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
    private final LocalDate day;
    private final LimitSettings settings = limits.get();
    private final List<String> lines = new ArrayList<>();

    Report(Words words, Payer payer, LocalDate day) {
      this.words = words;
      this.payer = payer;
      this.day = day;
    }

    List<String> lines(boolean everybody) {
      of(Scope.PERSON);
      if (everybody) {
        of(Scope.CHANNEL);
        of(Scope.WORKSPACE);
        persons();
      }
      var today = Account.of(Scope.PERSON, payer, Period.DAY.of(day));
      lines.add(words.say("usage.resets", LimitWords.resets(today)));
      return lines;
    }

    private void of(Scope scope) {
      for (var period : Period.values()) {
        var balance = ledger.balance(Account.of(scope, payer, period.of(day)));
        var caps =
            Caps.of(settings, payer, day).stream()
                .filter(cap -> cap.account().equals(balance.account()))
                .toList();
        if (caps.stream().noneMatch(Cap.Money.class::isInstance)) {
          spent(balance);
        }
        caps.forEach(cap -> capped(cap, balance));
      }
    }

    private void capped(Cap cap, Balance balance) {
      var account = balance.account();
      switch (cap) {
        case Cap.Debates(_, var most) ->
            lines.add(
                words.say(LimitWords.key("usage.debates", account), balance.debates(), most)
                    + nearly(BigDecimal.valueOf(balance.debates()), BigDecimal.valueOf(most)));
        case Cap.Money(_, var most) ->
            lines.add(
                words.say(
                        LimitWords.key("usage.usd", account),
                        LimitWords.usd(balance.used()),
                        LimitWords.usd(most),
                        LimitWords.usd(LimitWords.left(most, balance)))
                    + unknown(balance)
                    + nearly(balance.used(), most));
      }
    }

    private String nearly(BigDecimal used, BigDecimal most) {
      boolean nearly = used.signum() > 0 && used.compareTo(most.multiply(WARNS_AT)) >= 0;
      return nearly ? " " + words.say("usage.nearly") : "";
    }

    private void spent(Balance balance) {
      var used = LimitWords.usd(balance.used());
      var key = LimitWords.key("usage.free", balance.account());
      lines.add(words.say(key, used, balance.debates()) + unknown(balance));
    }

    private void persons() {
      var month = Period.MONTH.of(day);
      for (var person : ledger.persons(payer.platform(), payer.workspace(), month, LISTED)) {
        var used = LimitWords.usd(person.used());
        var name = VisibleText.line(person.label());
        lines.add(words.say("usage.person", name, used, person.debates()) + unknown(person));
      }
    }

    private String unknown(Balance balance) {
      var assumed = LimitWords.usd(settings.unknownCall());
      return balance.unknownCalls() == 0
          ? ""
          : " " + words.say("usage.unknown", balance.unknownCalls(), assumed);
    }
  }
}
