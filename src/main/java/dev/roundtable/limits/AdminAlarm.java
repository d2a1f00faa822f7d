package dev.roundtable.limits;

import dev.roundtable.chat.NoticeBoard;
import dev.roundtable.safety.VisibleText;
import dev.roundtable.transcript.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns in the log and on the notice board; {@link Spending} says it to admins who ask for the
 * usage.
 */
public final class AdminAlarm implements Alarm {
  private static final Logger LOG = LoggerFactory.getLogger(AdminAlarm.class);

  private final NoticeBoard board;
  private final LimitWords words;

  public AdminAlarm(NoticeBoard board, Words words) {
    this.board = board;
    this.words = new LimitWords(words);
  }

  @Override
  public void nearlySpent(Cap cap, Balance balance) {
    var account = cap.account();
    var id = VisibleText.line(account.id());
    var name = VisibleText.line(balance.label());
    var known = name.isEmpty() ? id : name + " (" + id + ")";
    LOG.warn("{} {}: {}", account.platform(), account.workspace(), words.nearlySpent(cap, id));
    board.post(account.platform(), account.workspace(), words.nearlySpent(cap, known));
  }
}
