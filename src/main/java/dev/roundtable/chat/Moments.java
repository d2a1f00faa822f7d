package dev.roundtable.chat;

import dev.roundtable.debate.DebateEvent;
import dev.roundtable.session.Entry;
import java.time.Instant;
import java.util.List;

/**
 * When things happened in a debate.
 *
 * @param began when the present rounds began, by which the deadline is counted
 * @param changed when the last thing happened
 */
public record Moments(Instant opened, Instant began, Instant changed) {
  /** Of a debate with these entries, of which there is at least one. */
  public static Moments of(List<Entry> entries) {
    var opened = entries.getFirst().at();
    var moments = new Moments(opened, opened, opened);
    for (var entry : entries.subList(1, entries.size())) {
      moments = moments.after(entry);
    }
    return moments;
  }

  /** After one thing more. */
  public Moments after(Entry entry) {
    boolean begins =
        entry.event() instanceof DebateEvent.RoundOpened round
            ? !round.followUps().isEmpty()
            : entry.event() instanceof DebateEvent.InLine(int ahead) && ahead == 0;
    return new Moments(opened, begins ? entry.at() : began, entry.at());
  }
}
