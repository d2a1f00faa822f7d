package dev.roundtable.debate;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A numbered verdict with what led to it and what was written about it.
 *
 * @param firstRound the first round since the verdict before
 * @param followUps the messages answered since the verdict before
 * @param summary null until it is written
 */
public record Ruling(
    DebateEvent.VerdictReached reached,
    int firstRound,
    int lastRound,
    List<MessageId> followUps,
    DebateEvent.@Nullable SummaryWritten summary) {
  public Ruling {
    followUps = List.copyOf(followUps);
  }

  public int number() {
    return reached.number();
  }

  public Verdict verdict() {
    return reached.verdict();
  }

  Ruling with(DebateEvent.SummaryWritten written) {
    return new Ruling(reached, firstRound, lastRound, followUps, written);
  }
}
