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

  /** The same without what it quotes of an answer of that seat. */
  Ruling withoutQuotes(SeatId seat, WordSet answer) {
    var told =
        verdict() instanceof Verdict.Tied tied
            ? new Verdict.Tied(
                tied.leaders(),
                tied.crux().stream()
                    .filter(point -> !(point.seat().equals(seat) && answer.quotes(point.text())))
                    .toList(),
                tied.count())
            : verdict();
    return new Ruling(
        new DebateEvent.VerdictReached(number(), reached.reason(), told),
        firstRound,
        lastRound,
        followUps,
        summary == null ? null : summary.withoutQuotes(answer));
  }

  Ruling with(DebateEvent.SummaryWritten written) {
    return new Ruling(reached, firstRound, lastRound, followUps, written);
  }
}
