package dev.roundtable.limits;

import dev.roundtable.chat.NoticeBoard;
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
  public void nearlySpent(Cap cap) {
    var account = cap.account();
    var sentence = words.nearlySpent(cap);
    LOG.warn("{} {}: {}", account.platform(), account.workspace(), sentence);
    board.post(account.platform(), account.workspace(), sentence);
  }
}
