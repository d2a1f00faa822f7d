package dev.roundtable.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.SystemTimer;
import dev.roundtable.chat.NoticeBoard;
import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.OpenChannel;
import dev.roundtable.limits.Account.Scope;
import dev.roundtable.slack.SlackRenderer;
import dev.roundtable.transcript.Words;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those in charge read when a budget comes to its end. */
@Timeout(60)
class AdminAlarmTest {
  private final OpenChannel channel = new OpenChannel();

  private String heard(Cap cap, String name) throws InterruptedException {
    var board =
        new NoticeBoard(
            Map.of("slack", channel),
            Map.of("slack", new SlackRenderer(false)),
            () -> Map.of("slack", "CNOTICES"),
            () -> new DebateId("notice-1"),
            new SystemTimer());
    var balance = new Balance(cap.account(), name, new BigDecimal("4.00"), 8, 0);
    new AdminAlarm(board, Words.in(Locale.ENGLISH)).nearlySpent(cap, balance);
    var posted = Objects.requireNonNull(channel.taken.poll(30, TimeUnit.SECONDS));
    return posted.to().venue().channel() + ": " + posted.post().payload();
  }

  private static Account account(Scope scope, String id, String period) {
    return new Account(scope, "slack", "T1", id, period);
  }

  @Test
  void thoseInChargeReadWhoHasUsedFourFifthsOfWhatAndWhenItBeginsAnew() throws Exception {
    var anna = new Cap.Money(account(Scope.PERSON, "U1", "2026-11-23"), new BigDecimal(5));
    assertThat(heard(anna, "Anna"))
        .startsWith("CNOTICES: ")
        .contains(
            "Anna (U1) has used four fifths of the $5.00 that a person may spend in a day. It"
                + " begins anew on 2026-11-24, 00:00 UTC.");

    var all = new Cap.Debates(account(Scope.WORKSPACE, "", "2026-11"), 10);
    assertThat(heard(all, ""))
        .contains(
            "In this workspace four fifths of the 10 debates of a month have been started. It"
                + " begins anew on 2026-12-01, 00:00 UTC.");
  }

  @Test
  void aNameCallsNobodyAndStaysOnItsLine() throws Exception {
    var cap = new Cap.Debates(account(Scope.PERSON, "U1", "2026-11-23"), 10);

    assertThat(heard(cap, "<!channel>\n\u202Eevil"))
        .contains("\"text\":\"&lt;!channel&gt; evil (U1)", "\"type\":\"plain_text\"")
        .doesNotContain("\u202E", "\\n", "mrkdwn");
  }
}
