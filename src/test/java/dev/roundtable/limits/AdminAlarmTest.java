package dev.roundtable.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roundtable.SystemTimer;
import dev.roundtable.chat.NoticeBoard;
import dev.roundtable.debate.DebateId;
import dev.roundtable.delivery.Destination;
import dev.roundtable.delivery.LookUp;
import dev.roundtable.delivery.Outcome;
import dev.roundtable.delivery.Outlet;
import dev.roundtable.delivery.Post;
import dev.roundtable.delivery.Rate;
import dev.roundtable.delivery.RemoteId;
import dev.roundtable.limits.Account.Scope;
import dev.roundtable.slack.SlackRenderer;
import dev.roundtable.transcript.Words;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What those in charge read when a budget comes to its end. */
@Timeout(60)
class AdminAlarmTest {
  private final BlockingQueue<String> posted = new LinkedBlockingQueue<>();

  /** A channel that takes everything. */
  private final class Channel implements Outlet {
    @Override
    public List<Rate> rates(Destination to, Action action) {
      return List.of();
    }

    @Override
    public Duration editGap() {
      return Duration.ZERO;
    }

    @Override
    public Outcome send(Destination to, Post post, String mark) {
      posted.add(to.venue().channel() + ": " + post.payload());
      return new Outcome.Done(new RemoteId("1"));
    }

    @Override
    public Outcome edit(Destination to, Post post, RemoteId message) {
      throw new AssertionError("a notice stays as it is");
    }

    @Override
    public Outcome delete(Destination to, Post.Place place, RemoteId message) {
      throw new AssertionError("a notice stays");
    }

    @Override
    public LookUp lookUp(Destination to, Post.Place place, String mark, Instant since) {
      throw new AssertionError("a notice is not looked for");
    }
  }

  private String heard(Cap cap, String name) throws InterruptedException {
    var board =
        new NoticeBoard(
            Map.of("slack", new Channel()),
            Map.of("slack", new SlackRenderer(false)),
            () -> Map.of("slack", "CNOTICES"),
            () -> new DebateId("notice-1"),
            new SystemTimer());
    var balance = new Balance(cap.account(), name, new BigDecimal("4.00"), 8, 0);
    new AdminAlarm(board, Words.in(Locale.ENGLISH)).nearlySpent(cap, balance);
    return String.valueOf(posted.poll(30, TimeUnit.SECONDS));
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
